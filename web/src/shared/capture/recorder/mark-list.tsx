// SPDX-License-Identifier: Apache-2.0
import { XMarkIcon } from '@heroicons/react/24/outline';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { clock } from '@/lib/format';

import { MarkNote } from './mark-note';
import type { Mark } from './marks';

type MarkListProps = { marks: readonly Mark[]; onChange: (marks: readonly Mark[]) => void; onLook: (atMs: number) => void };

/** The marked moments: each leads there, and takes a few words. */
export function MarkList({ marks, onChange, onLook }: MarkListProps) {
  const { t } = useTranslation('capture');
  if (marks.length === 0) return null;
  const change = (at: number, note: string) => onChange(marks.map((mark, other) => (other === at ? { ...mark, note } : mark)));
  return (
    <section aria-label={t('record.marks')}>
      <h3 className="font-strong">{t('record.marks')}</h3>
      <ol>
        {marks.map((mark, at) => (
          <li key={mark.at_ms} className="flex items-center gap-2">
            <Button kind="quiet" onClick={() => onLook(mark.at_ms)} aria-label={t('record.goTo', { time: clock(mark.at_ms) })} className="figures flex-none font-mono">
              {clock(mark.at_ms)}
            </Button>
            <MarkNote mark={mark} onNote={(note) => change(at, note)} />
            <IconButton label={t('record.unmark', { time: clock(mark.at_ms) })} icon={<XMarkIcon className="size-5" />} onClick={() => onChange(marks.filter((_, other) => other !== at))} />
          </li>
        ))}
      </ol>
    </section>
  );
}
