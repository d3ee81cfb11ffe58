// SPDX-License-Identifier: Apache-2.0
import { Bars2Icon, TrashIcon } from '@heroicons/react/24/outline';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { TextField } from '@/components/form/text-field';
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
  const strides: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };
  const onKeyDown = (event: KeyboardEvent) => {
    const stride = strides[event.key];
    if (stride === undefined) return;
    event.preventDefault();
    onMove(at, at + stride);
  };
  return (
    <li data-row className="flex items-start gap-1 border-t border-line py-4 first:border-0">
      <IconButton
        data-handle
        label={t('steps.handle', { number: at + 1, count })}
        icon={<Bars2Icon className="size-5" />}
        onPointerDown={(event) => onDrag(event, at)}
        onKeyDown={onKeyDown}
        className="mt-7 cursor-grab touch-none"
      />
      <div className="flex min-w-0 grow flex-col gap-3">
        <TextField control={control} name={`steps.${at}.text`} rules={limits.text} label={t('steps.step', { number: at + 1 })} autoComplete="off" />
        <TextField control={control} name={`steps.${at}.expected`} rules={limits.expected} label={t('steps.expected')} autoComplete="off" />
      </div>
      <IconButton label={t('steps.remove', { number: at + 1 })} icon={<TrashIcon className="size-5" />} onClick={() => onRemove(at)} className="mt-7" />
    </li>
  );
}
