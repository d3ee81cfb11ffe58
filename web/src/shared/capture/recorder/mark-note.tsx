// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { inputLook } from '@/components/form/field-shell';
import { cx } from '@/lib/cx';
import { clock } from '@/lib/format';
import { rules } from '@/lib/rules.gen';

import type { Mark } from './marks';

type MarkNoteProps = { mark: Mark; onNote: (note: string) => void };

/** What was odd at a marked moment, in a few words or none. */
export function MarkNote({ mark, onNote }: MarkNoteProps) {
  const { t } = useTranslation('capture');
  const time = clock(mark.at_ms);
  return (
    <input
      aria-label={t('record.note', { time })}
      placeholder={t('record.note', { time })}
      value={mark.note}
      maxLength={rules.updateFile.marks.items.fields.note.maxLength}
      onChange={(event) => onNote(event.target.value)}
      className={cx(inputLook, 'my-2 min-w-0')}
    />
  );
}
