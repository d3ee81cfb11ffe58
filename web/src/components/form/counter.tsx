// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';
import { number } from '@/lib/format';

/** How much of a limit is used, while there is time to be shorter. */
export function Counter({ length, limit }: { length: number; limit: number }) {
  const { t } = useTranslation();
  const left = limit - length;
  return (
    <span className={cx('figures text-note', left < 0 ? 'font-strong text-problem' : 'text-soft')}>
      {left < 0 ? t('charactersOver', { count: -left, figure: number(-left) }) : t('charactersOf', { length: number(length), limit: number(limit) })}
    </span>
  );
}
