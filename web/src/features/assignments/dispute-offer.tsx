// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { TimeLeft } from '@/components/time';
import type { Schema } from '@/lib/api';
import { instant } from '@/lib/format';

import { DisputeForm } from './dispute-form';

type Submission = Schema<'Submission'>;

const disputable = ['rejected', 'approved_partial', 'approved'] as const satisfies readonly Submission['state'][];

const stateOf = ({ state }: Submission) => disputable.find((known) => known === state);

/** What the tester can do about a decision, and until when. It stands open below the decision, also once the time is over. */
export function DisputeOffer({ submission }: { submission: Submission }) {
  const { t } = useTranslation('assignments');
  const [isOpen, setIsOpen] = useState(false);
  const state = stateOf(submission);
  const { may_dispute, dispute_due_at: until, dispute_id } = submission;
  if (!state || until === null || dispute_id !== null) return null;
  if (!may_dispute) return <p className="border-t border-line pt-3 text-small text-soft">{t('dispute.over', { until: instant(until) })}</p>;
  return (
    <div className="flex flex-col items-start gap-3 border-t border-line pt-4">
      <h2 className="font-strong">{t('dispute.title')}</h2>
      <p>{t(`dispute.why.${state}`)}</p>
      <p className="text-small text-soft">
        <TimeLeft at={until} /> · {t('dispute.once')}
      </p>
      {isOpen ? <DisputeForm submission={submission} onCancel={() => setIsOpen(false)} /> : <Button onClick={() => setIsOpen(true)}>{t('dispute.start')}</Button>}
    </div>
  );
}
