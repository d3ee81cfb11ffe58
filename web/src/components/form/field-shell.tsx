// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { StateMark } from '../state-mark';

export const inputLook =
  'w-full min-h-11 rounded-small border border-edge bg-sheet px-3 py-2 text-body text-ink hover:border-ink aria-invalid:border-problem aria-invalid:border-2';

type FieldShellProps = {
  id: string;
  label: string;
  help?: ReactNode;
  error: string | null;
  isOptional: boolean;
  /** The label is said to those who cannot see what it belongs to, and not shown. */
  isLabelHidden?: boolean;
  /** At the end of the label's line, such as a counter. */
  aside?: ReactNode;
  children: ReactNode;
};

/** Label above, then help and error, then the control: the same for every kind of field. */
export function FieldShell({ id, label, isOptional, isLabelHidden = false, aside, help, error, children }: FieldShellProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'font-strong'}>
          {label}
          {isOptional && <span className="font-plain text-soft"> {t('optional')}</span>}
        </label>
        {aside}
      </div>
      {children}
      <FieldNotes id={id} help={help} error={error} />
    </div>
  );
}

type FieldNotesProps = { id: string; help?: ReactNode; error: string | null };

export function FieldNotes({ id, help, error }: FieldNotesProps) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-small text-problem">
          <StateMark state="problem" className="mt-0.5" />
          {error}
        </p>
      )}
      {help && (
        <div id={`${id}-help`} className="text-small text-soft">
          {help}
        </div>
      )}
    </>
  );
}
