// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import { Button, LinkButton } from '@/components/button';
import { RequestId } from '@/components/failed-state';
import { StateMark } from '@/components/state-mark';
import { api } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { money } from '@/lib/format';
import { slugOf, toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { loginPath } from '@/lib/return-to';
import { useSession } from '@/lib/session';
import type { SimpleJob } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { claimLook } from './claim-look';

type ClaimProps = { job: SimpleJob };

/** The way to a seat: the button, or what stands in between and how to mend it. */
export function ClaimPanel({ job }: ClaimProps) {
  const { t } = useTranslation('market');
  const session = useSession();
  const look = claimLook(job, session, useNow());
  const here = `/jobs/${job.id}`;
  if (look === 'starting') return <div className="min-h-11" />;
  if (look === 'ready') return <ClaimButton job={job} />;
  if (look === 'held') return <NextStep text={t('claim.held')} to={`/assignments/${job.my_assignment_id}`} action={t('claim.toWork')} />;
  if (look === 'sign-in') return <NextStep text={t('claim.signIn')} to={loginPath(here)} action={t('claim.toLogin')} />;
  if (look === 'not-tester') return <NextStep text={t('claim.notTester')} to="/settings" action={t('claim.toSettings')} />;
  if (look === 'not-payable') return <NextStep text={t('claim.notPayable')} to={`/earnings?return_to=${encodeURIComponent(here)}`} action={t('claim.toPayouts')} />;
  return <NextStep text={t(`claim.${look}`)} to="/jobs" action={t('claim.toMarket')} isPlain />;
}

type NextStepProps = { text: string; to: string; action: string; isPlain?: boolean };

function NextStep({ text, to, action, isPlain = false }: NextStepProps) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-small text-soft">{text}</p>
      <LinkButton to={to} kind={isPlain ? 'secondary' : 'primary'}>
        {action}
      </LinkButton>
    </div>
  );
}

function ClaimButton({ job }: ClaimProps) {
  const { t } = useTranslation('market');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const claim = api.useMutation('post', '/jobs/{job_id}/claim', {
    onSuccess: async ({ id }) => {
      await refresh();
      void navigate(`/assignments/${id}`);
    },
    // Whatever was refused, the job or the reader is not as this page says: read it again.
    onError: () => refresh(),
  });
  return (
    <div className="flex flex-col gap-3">
      {claim.error && <Refusal error={claim.error} jobId={job.id} />}
      <Button kind="primary" pending={claim.isPending} onClick={() => claim.mutate({ params: { path: { job_id: job.id } } })}>
        {t('claim.submit', { amount: money(job.reward_minor, job.currency) })}
      </Button>
      <p className="text-small text-soft">{t('claim.what', { count: job.claim_hours })}</p>
    </div>
  );
}

/** Where each refusal leads on; the others speak for themselves. */
const ways = {
  'not-payable': (jobId: string) => `/earnings?return_to=${encodeURIComponent(`/jobs/${jobId}`)}`,
  'claim-limit': () => '/board?as=tester',
  'already-claimed': () => '/board?as=tester',
  'no-seat-left': () => '/jobs',
} as const;

type Way = keyof typeof ways;
const isWay = (slug: string): slug is Way => slug in ways;

function Refusal({ error, jobId }: { error: unknown; jobId: string }) {
  const { t } = useTranslation('market');
  const problem = toProblem(error);
  const text = useProblemText()(problem);
  const slug = slugOf(problem);
  return (
    <div role="alert" className="border-s-2 border-problem ps-4">
      <p className="flex items-start gap-2">
        <StateMark state="problem" className="mt-1" />
        {text}
      </p>
      {isWay(slug) ? (
        <Link to={ways[slug](jobId)} className="link inline-flex min-h-11 items-center">
          {t(`refused.${slug}`)}
        </Link>
      ) : (
        <RequestId id={problem.request_id} />
      )}
    </div>
  );
}
