// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Card, Panel } from '@/components/panel';
import { StateMark } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { percent } from '@/lib/format';
import type { Dispute } from '@/shared/disputes-query';
import { DisputeSplit } from '@/shared/dispute-split';
import { useRefresh } from '@/shared/use-refresh';

import { ProposeForm } from './propose-form';
import { standing } from './standing';

/** Direct settlement: what each side would agree to, the way to agree, and a new proposal. */
export function Settlement({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { may_propose, proposals } = dispute;
  const theirs = standing(dispute, 'theirs');
  return (
    <Panel title={t(may_propose ? 'settle.title' : 'settle.proposed')}>
      <div className="flex flex-col gap-6">
        {may_propose && <p className="max-w-reading text-soft">{t('settle.what')}</p>}
        {proposals.length > 0 && <Proposals dispute={dispute} />}
        {may_propose && theirs && <Accept dispute={dispute} share={theirs.tester_percent} />}
        {may_propose && <ProposeForm key={proposals.length} dispute={dispute} />}
      </div>
    </Panel>
  );
}

/** Every proposal so far, the latest of each side standing. */
function Proposals({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { proposals, tester_name, builder_name } = dispute;
  const latest = (['tester', 'builder'] as const).map((side) => proposals.findLast(({ by }) => by === side)?.number);
  const markOf = (number: number, by: string, share: number) => {
    if (dispute.may_propose && latest.includes(number)) return by === dispute.your_side ? 'theirs' : 'yours';
    return dispute.outcome === 'agreed' && share === dispute.tester_percent ? 'done' : 'waiting';
  };
  return (
    <ol className="border-t border-line">
      {proposals.map(({ number, by, tester_percent, created_at }) => (
        <li key={number} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3">
          <span className="flex items-start gap-2">
            <StateMark state={markOf(number, by, tester_percent)} className="mt-1" />
            <span>{t('settle.offer', { name: by === 'tester' ? tester_name : builder_name, percent: percent(tester_percent * 100), to: tester_name })}</span>
          </span>
          <span className="text-small text-soft">
            <RelativeTime at={created_at} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** To propose what the other side proposes settles the dispute at once. */
function Accept({ dispute, share }: { dispute: Dispute; share: number }) {
  const { t } = useTranslation('disputes');
  const toast = useToast();
  const refresh = useRefresh();
  const propose = api.useMutation('post', '/disputes/{dispute_id}/propose', {
    onSuccess: async () => {
      await refresh();
      toast('done', t('settle.agreed'));
    },
  });
  return (
    <Card className="flex flex-col items-start gap-4">
      <p className="font-strong">{t('settle.theirs', { percent: percent(share * 100) })}</p>
      <div className="w-full max-w-form">
        <DisputeSplit dispute={dispute} percent={share} />
      </div>
      {propose.error && <FailedState error={propose.error} />}
      <Button kind="primary" pending={propose.isPending} onClick={() => propose.mutate({ params: { path: { dispute_id: dispute.id } }, body: { tester_percent: share } })} className="max-md:w-full">
        {t('settle.accept', { percent: percent(share * 100) })}
      </Button>
      <p className="text-small text-soft">{t('settle.final')}</p>
    </Card>
  );
}
