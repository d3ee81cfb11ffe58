// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { StateMark, type State } from '@/components/state-mark';

import { Column } from './column';

const stations = [
  { key: 'paid', state: 'yours' },
  { key: 'held', state: 'waiting' },
  { key: 'reviewed', state: 'theirs' },
  { key: 'released', state: 'done' },
] as const satisfies readonly { key: string; state: State }[];

/** The way of the money, from paid to paid out. */
export function HeldMoney() {
  const { t } = useTranslation('front');
  return (
    <Column title={t('held.title')}>
      <ol>
        {stations.map(({ key, state }) => (
          <li key={key} className="group flex gap-3">
            <span className="flex flex-col items-center">
              <StateMark state={state} className="mt-1" />
              <span aria-hidden className="my-1 w-px grow bg-line group-last:hidden" />
            </span>
            <div className="pb-4">
              <p className="font-strong">{t(`held.${key}.title`)}</p>
              <p className="text-small text-soft">{t(`held.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Column>
  );
}
