// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Card } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import { TimeLeft } from '@/components/time';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { money, percent } from '@/lib/format';
import type { Dispute } from '@/shared/disputes-query';
import { DisputeSplit } from '@/shared/dispute-split';
import { Prose } from '@/shared/prose';
import { useRefresh } from '@/shared/use-refresh';

import { AppealForm } from './appeal-form';

/** What was decided and why, what it means in money, and what can be done about it. */
export function Decision({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { state, outcome, decided_percent, reason, appeal_percent, appeal_reason, tester_name } = dispute;
  const share = dispute.tester_percent ?? decided_percent ?? 0;
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <Badge state={state === 'closed' ? 'done' : 'waiting'}>{t(state === 'closed' ? 'decision.closed' : state === 'appealed' ? 'decision.appealed' : 'decision.decided')}</Badge>
        <h2 className="text-lead font-strong">{t('decision.share', { percent: percent(share * 100), name: tester_name })}</h2>
        {outcome && <p className="text-soft">{t(`decision.how.${outcome}`)}</p>}
      </div>
      {reason && <Reason label={t('decision.reason')} text={reason} />}
      {appeal_percent !== null && decided_percent !== null && <p className="text-small text-soft">{t('decision.before', { percent: percent(decided_percent * 100) })}</p>}
      {appeal_reason && <Reason label={t('decision.appealReason')} text={appeal_reason} />}
      {state === 'closed' ? <Moved dispute={dispute} /> : <DisputeSplit dispute={dispute} percent={share} />}
      {state === 'decided' && <Answers dispute={dispute} />}
      {state === 'appealed' && <p className="text-small text-soft">{t('decision.appealedWhat')}</p>}
    </Card>
  );
}

function Reason({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <h3 className="text-small font-plain text-soft">{label}</h3>
      <Prose text={text} />
    </div>
  );
}

/** It is over: what the tester got of what was at stake. */
function Moved({ dispute: { awarded_minor, at_stake_minor, paid_before_minor, currency, tester_name, builder_name } }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const awarded = awarded_minor ?? 0;
  return (
    <p>
      {t('decision.moved', { amount: money(awarded, currency), all: money(at_stake_minor, currency), name: tester_name })}{' '}
      {awarded < at_stake_minor && t('decision.movedBack', { amount: money(at_stake_minor - awarded, currency), name: builder_name })}{' '}
      {paid_before_minor > 0 && t('decision.paidBefore', { amount: money(paid_before_minor, currency), name: tester_name })}
    </p>
  );
}

/** Accept, which both have to do to end it sooner; or appeal, once, while there is time. */
function Answers({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const toast = useToast();
  const refresh = useRefresh();
  const [isAppealing, setIsAppealing] = useState(false);
  const accept = api.useMutation('post', '/disputes/{dispute_id}/accept-decision', {
    onSuccess: async ({ state }) => {
      await refresh();
      toast('done', t(state === 'closed' ? 'decision.acceptedBoth' : 'decision.accepted'));
    },
  });
  const { may_accept, may_appeal, appeal_due_at, your_side, tester_accepted_at, builder_accepted_at } = dispute;
  const hasAccepted = your_side !== null && (your_side === 'tester' ? tester_accepted_at : builder_accepted_at) !== null;
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      {appeal_due_at && (
        <p className="text-small text-soft">
          <TimeLeft at={appeal_due_at} /> · {t('decision.then')}
        </p>
      )}
      {hasAccepted && <p>{t('decision.youAccepted')}</p>}
      {accept.error && <FailedState error={accept.error} />}
      {isAppealing ? (
        <AppealForm dispute={dispute} onCancel={() => setIsAppealing(false)} />
      ) : (
        <div className="flex flex-wrap gap-3">
          {may_accept && (
            <Button kind="primary" pending={accept.isPending} onClick={() => accept.mutate({ params: { path: { dispute_id: dispute.id } } })} className="max-md:flex-1">
              {t('decision.accept')}
            </Button>
          )}
          {may_appeal && (
            <Button onClick={() => setIsAppealing(true)} className="max-md:flex-1">
              {t('decision.appeal')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
