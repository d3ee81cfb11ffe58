// SPDX-License-Identifier: Apache-2.0
import { DocumentDuplicateIcon, TrashIcon } from '@heroicons/react/24/outline';
import type { PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { OrderHandle } from '@/components/order/order-handle';
import { StateMark } from '@/components/state-mark';

type PlanRowProps = {
  at: number;
  count: number;
  title: string;
  /** The main figures, shown while the row is closed. */
  summary: ReactNode;
  isOpen: boolean;
  hasFault: boolean;
  onToggle: () => void;
  onMove: (from: number, to: number) => void;
  onDrag: (event: PointerEvent, from: number) => void;
  onDuplicate: () => void;
  onRemove: () => void;
  children: ReactNode;
};

/** An entry of an ordered list that opens in place. It is moved by its handle: dragged, or with the arrow keys. */
export function PlanRow({ at, count, title, summary, isOpen, hasFault, onToggle, onMove, onDrag, onDuplicate, onRemove, children }: PlanRowProps) {
  const { t } = useTranslation('jobs');
  return (
    <li data-row className="border-b border-line">
      <div className="flex items-center gap-1 py-2">
        <OrderHandle label={t('row.handle', { title, number: at + 1, count })} at={at} onMove={onMove} onDrag={onDrag} />
        <button type="button" aria-expanded={isOpen} onClick={onToggle} className="flex min-h-11 min-w-0 grow items-center gap-3 rounded-small px-1 text-start hover:bg-well">
          <RowTitle title={title} summary={summary} hasFault={hasFault} />
          <svg aria-hidden viewBox="0 0 16 16" className={`size-4 flex-none fill-none stroke-current stroke-[1.75] transition-transform ${isOpen ? 'rotate-90' : 'rtl:-scale-x-100'}`}>
            <path d="m6 3 5 5-5 5" />
          </svg>
        </button>
        <IconButton label={t('row.duplicate', { title })} icon={<DocumentDuplicateIcon className="size-5" />} onClick={onDuplicate} className="max-md:hidden" />
        <IconButton label={t('row.remove', { title })} icon={<TrashIcon className="size-5" />} onClick={onRemove} />
      </div>
      {isOpen && <div className="flex flex-col gap-6 pt-2 pb-8 md:ps-12">{children}</div>}
    </li>
  );
}

function RowTitle({ title, summary, hasFault }: Pick<PlanRowProps, 'title' | 'summary' | 'hasFault'>) {
  const { t } = useTranslation('jobs');
  return (
    <span className="min-w-0 grow">
      <span dir="auto" className="flex items-center gap-2 font-strong break-words">
        {hasFault && <StateMark state="problem" />}
        {title}
        {hasFault && <span className="sr-only">{t('row.fault')}</span>}
      </span>
      <span className="block text-small text-soft">{summary}</span>
    </span>
  );
}
