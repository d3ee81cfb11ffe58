// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

/** The provider's own word for what went wrong, which its documentation explains. */
export function FailureNote({ code }: { code: string | null }) {
  const { t } = useTranslation('admin-money');
  if (!code) return null;
  return (
    <span className="block text-note text-soft">
      {t('provider')} <code className="font-mono">{code}</code>
    </span>
  );
}
