// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { Checklist } from '@/components/checklist';
import { useSession } from '@/lib/session';

/** The way to the first reward. */
export function FirstRun({ hasClaim }: { hasClaim: boolean }) {
  const { t } = useTranslation('tester-board');
  const { user } = useSession();
  const steps = [
    { key: 'payouts', isDone: user?.payout_state === 'active', to: '/earnings' },
    { key: 'find', isDone: hasClaim, to: '/jobs' },
    { key: 'handIn', isDone: false, to: null },
  ] as const;
  return (
    <Checklist
      title={t('first.title')}
      lead={t('first.lead')}
      items={steps.map(({ key, isDone, to }) => ({
        key,
        title: t(`first.${key}.title`),
        text: t(`first.${key}.text`),
        isDone,
        action: to && (
          <LinkButton to={to} kind="primary">
            {t(`first.${key}.title`)}
          </LinkButton>
        ),
      }))}
    />
  );
}
