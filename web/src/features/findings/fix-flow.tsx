// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button, LinkButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Card } from '@/components/panel';
import { api, type Schema } from '@/lib/api';
import { useRefresh } from '@/shared/use-refresh';

import { FixDialog, type FixStep } from './fix-dialog';

type FixFlowProps = { finding: Schema<'Finding'>; work: Schema<'Submission'> };

/** What the builder does next about a finding: judge it, mend it, have the fix looked at, and say how that went. */
export function FixFlow({ finding, work }: FixFlowProps) {
  const [step, setStep] = useState<FixStep | null>(null);
  const { state } = finding;
  const isUnjudged = state === 'new' || state === 'triaged';
  if (isUnjudged) return <ToDesk finding={finding} work={work} />;
  const isToFix = state === 'valid' || state === 'reopened';
  const isFixed = state === 'fixed' || state === 'retest_ordered';
  if (!isToFix && !isFixed && state !== 'verified') return null;
  return (
    <Card className="flex flex-col gap-3">
      <Words state={state} />
      <div className="flex flex-wrap items-center gap-3">
        {isToFix && <StepButton step="fixed" isPrimary onStep={setStep} />}
        {state === 'fixed' && <OrderRetest finding={finding} />}
        {state === 'retest_ordered' && finding.retest_job_id && <ToRetest jobId={finding.retest_job_id} />}
        {isFixed && <StepButton step="verified" onStep={setStep} />}
        {!isToFix && <StepButton step="reopened" onStep={setStep} />}
      </div>
      <FixDialog finding={finding} step={step} onClose={() => setStep(null)} />
    </Card>
  );
}

function ToDesk({ finding, work }: FixFlowProps) {
  const { t } = useTranslation('findings');
  if (work.state !== 'submitted') return null;
  return (
    <LinkButton to={`/submissions/${work.id}/review#finding-${finding.id}`} kind="primary" className="self-start">
      {t('fix.judge')}
    </LinkButton>
  );
}

/** What the present state means for the fix. */
function Words({ state }: { state: 'valid' | 'reopened' | 'fixed' | 'retest_ordered' | 'verified' }) {
  const { t } = useTranslation('findings');
  return <p>{t(`fix.what.${state}`)}</p>;
}

type StepButtonProps = { step: FixStep; isPrimary?: boolean; onStep: (step: FixStep) => void };

function StepButton({ step, isPrimary = false, onStep }: StepButtonProps) {
  const { t } = useTranslation('findings');
  return (
    <Button kind={isPrimary ? 'primary' : 'secondary'} onClick={() => onStep(step)}>
      {t(`fix.${step}.action`)}
    </Button>
  );
}

function ToRetest({ jobId }: { jobId: string }) {
  const { t } = useTranslation('findings');
  return (
    <LinkButton to={`/jobs/${jobId}`} kind="primary">
      {t('fix.toRetest')}
    </LinkButton>
  );
}

/** Makes a job of it that the builder completes, pays and publishes like any other. */
function OrderRetest({ finding }: Pick<FixFlowProps, 'finding'>) {
  const { t } = useTranslation('findings');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const order = api.useMutation('post', '/findings/{finding_id}/order-retest', {
    onSuccess: async ({ job_id }) => {
      await refresh();
      void navigate(`/jobs/${job_id}/edit`);
    },
  });
  return (
    <>
      {order.error && <FailedState error={order.error} />}
      <Button kind="primary" pending={order.isPending} onClick={() => order.mutate({ params: { path: { finding_id: finding.id } } })}>
        {t('fix.order')}
      </Button>
    </>
  );
}
