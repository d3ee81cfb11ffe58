// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { api, type Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { useRefresh } from '@/shared/use-refresh';

import { useWorth } from './bonus';
import { JudgeForm } from './judge-form';

type JudgeProps = { finding: Schema<'Finding'>; submission: Schema<'Submission'> };

/** What the builder says of a finding: valid or looked at with one click, anything else with a reason. */
export function Judge({ finding, submission }: JudgeProps) {
  const { t } = useTranslation('reviews');
  const [isOpen, setIsOpen] = useState(false);
  const refresh = useRefresh();
  const judge = api.useMutation('post', '/findings/{finding_id}/verdict', { onSuccess: refresh });
  const triage = api.useMutation('post', '/findings/{finding_id}/triage', { onSuccess: refresh });
  const params = { path: { finding_id: finding.id } };
  if (finding.state === 'withdrawn') return null;
  if (isOpen) return <JudgeForm finding={finding} submission={submission} onDone={() => setIsOpen(false)} />;
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      {(judge.error ?? triage.error) && <FailedState error={judge.error ?? triage.error} />}
      <div className="flex flex-wrap items-center gap-3">
        {finding.state !== 'valid' && (
          <Button data-judge="valid" pending={judge.isPending} onClick={() => judge.mutate({ params, body: { verdict: 'valid' } })}>
            {t('judge.valid')}
          </Button>
        )}
        {finding.state === 'new' && (
          <Button data-judge="triage" kind="quiet" pending={triage.isPending} onClick={() => triage.mutate({ params })}>
            {t('judge.triage')}
          </Button>
        )}
        <Button data-judge="other" kind="quiet" onClick={() => setIsOpen(true)}>
          {t(finding.state === 'valid' ? 'judge.change' : 'judge.other')}
        </Button>
        <Worth finding={finding} submission={submission} />
      </div>
    </div>
  );
}

/** What this finding earns, as far as it is valid. */
function Worth({ finding, submission }: JudgeProps) {
  const { t } = useTranslation('reviews');
  const worth = useWorth(submission)(finding.severity_final ?? finding.severity);
  if (worth === 0) return null;
  return <span className="text-small text-soft">{t('judge.worth', { amount: money(worth, submission.currency) })}</span>;
}
