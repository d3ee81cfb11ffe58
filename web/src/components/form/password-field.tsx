// SPDX-License-Identifier: Apache-2.0
import { EyeIcon, EyeSlashIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';
import { strengthOf, type Strength } from '@/lib/password-strength';

import { IconButton } from '../button';
import { FieldShell, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

type PasswordFieldProps<T extends FieldValues> = FieldProps<T> & {
  /** "new" shows how strong it is and lets the browser propose one. */
  purpose: 'current' | 'new';
};

export function PasswordField<T extends FieldValues>({ control, name, label, rules, help, purpose }: PasswordFieldProps<T>) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  const { field, shell, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  const password: string = field.value ?? '';
  const Icon = isShown ? EyeSlashIcon : EyeIcon;
  return (
    <FieldShell {...shell}>
      <div className="relative">
        <input
          {...input}
          {...field}
          value={password}
          // The same letters can be typed as different code points; the server compares these.
          onChange={(event) => field.onChange(event.target.value.normalize('NFC'))}
          type={isShown ? 'text' : 'password'}
          autoComplete={`${purpose}-password`}
          autoCapitalize="none"
          spellCheck={false}
          className={cx(inputLook, 'pe-12')}
        />
        <IconButton label={isShown ? t('hidePassword') : t('showPassword')} aria-pressed={isShown} icon={<Icon className="size-5" />} onClick={() => setIsShown(!isShown)} className="absolute inset-y-0 end-0" />
      </div>
      {purpose === 'new' && password !== '' && <StrengthMeter strength={strengthOf(password)} />}
    </FieldShell>
  );
}

const fills: Record<Strength, string> = { 1: 'bg-problem', 2: 'bg-yours', 3: 'bg-done', 4: 'bg-done' };

function StrengthMeter({ strength }: { strength: Strength }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="flex items-center gap-3 text-small text-soft">
      <span aria-hidden className="flex grow gap-1">
        {([1, 2, 3, 4] as const).map((step) => (
          <span key={step} className={cx('h-1 grow rounded-small', step <= strength ? fills[strength] : 'bg-line')} />
        ))}
      </span>
      {t(`strength.${strength}`)}
    </div>
  );
}
