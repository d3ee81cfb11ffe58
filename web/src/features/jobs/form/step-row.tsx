// SPDX-License-Identifier: Apache-2.0
import { TrashIcon } from '@heroicons/react/24/outline';
import type { PointerEvent } from 'react';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { TextField } from '@/components/form/text-field';
import { OrderHandle } from '@/components/order/order-handle';
import { rules } from '@/lib/rules.gen';

import type { Work } from './work-step';

const limits = rules.createJob.steps.items.fields;

type StepRowProps = {
  control: Control<Work>;
  at: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onDrag: (event: PointerEvent, from: number) => void;
  onRemove: (at: number) => void;
};

export function StepRow({ control, at, count, onMove, onDrag, onRemove }: StepRowProps) {
  const { t } = useTranslation('jobs');
  return (
    <li data-row className="flex items-start gap-1 border-t border-line py-4 first:border-0">
      <OrderHandle label={t('steps.handle', { number: at + 1, count })} at={at} onMove={onMove} onDrag={onDrag} className="mt-7" />
      <div className="flex min-w-0 grow flex-col gap-3">
        <TextField control={control} name={`steps.${at}.text`} rules={limits.text} label={t('steps.step', { number: at + 1 })} autoComplete="off" />
        <TextField control={control} name={`steps.${at}.expected`} rules={limits.expected} label={t('steps.expected')} autoComplete="off" />
      </div>
      <IconButton label={t('steps.remove', { number: at + 1 })} icon={<TrashIcon className="size-5" />} onClick={() => onRemove(at)} className="mt-7" />
    </li>
  );
}
