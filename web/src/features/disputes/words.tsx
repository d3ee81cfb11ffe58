// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Panel } from '@/components/panel';
import { RelativeTime } from '@/components/time';
import type { Dispute } from '@/shared/disputes-query';
import { Prose } from '@/shared/prose';

/** What both sides say, in the order in which they said it. */
export function Words({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { opened_by, tester_name, builder_name, statement, answer, appeal_statement, appealed_by } = dispute;
  const nameOf = (side: 'tester' | 'builder') => (side === 'tester' ? tester_name : builder_name);
  const entries = [
    { key: 'statement', name: nameOf(opened_by), text: statement, at: dispute.opened_at },
    { key: 'answer', name: nameOf(opened_by === 'tester' ? 'builder' : 'tester'), text: answer, at: dispute.answered_at },
    { key: 'appeal', name: nameOf(appealed_by ?? opened_by), text: appeal_statement, at: dispute.appealed_at },
  ] as const;
  return (
    <Panel title={t('words.title')}>
      <ol className="flex flex-col gap-6">
        {entries.map(({ key, name, text, at }) => (
          <li key={key} className={text === null ? 'hidden' : undefined}>
            <h3 className="text-small font-plain text-soft">
              {t(`words.${key}`, { name })} {at && <RelativeTime at={at} />}
            </h3>
            {text !== null && <Prose text={text} />}
          </li>
        ))}
      </ol>
      {answer === null && dispute.state !== 'open' && dispute.outcome !== 'agreed' && <p className="mt-4 text-soft">{t('words.noAnswer')}</p>}
    </Panel>
  );
}
