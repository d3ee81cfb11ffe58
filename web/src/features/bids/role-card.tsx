// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import { loginPath } from '@/lib/return-to';
import { hasRole, useSession } from '@/lib/session';
import { isOpenBid, type Bid } from '@/shared/bids-query';
import { useBidTurn } from '@/shared/bid-turns';
import { RequirementFacts } from '@/shared/brief';
import { useBudgetText } from '@/shared/budget';
import type { Job, JobRole } from '@/shared/jobs-query';
import { Prose } from '@/shared/prose';

import { BidForm } from './bid-form';
import { FitLine, useLacking } from './fit-line';
import { ItemList } from './item-list';

type RoleCardProps = {
  job: Job;
  role: JobRole;
  /** The reader's own bid for this role, the latest. */
  bid: Bid | undefined;
  isTaking: boolean;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
};

/** One role of a plan: who is wanted, what they do, what is paid, and the way to an offer. */
export function RoleCard({ job, role, bid, isTaking, isOpen, onOpen }: RoleCardProps) {
  const { t } = useTranslation('bids');
  const budget = useBudgetText()(role, job.currency);
  return (
    <Card className="flex flex-col gap-5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 dir="auto" className="text-lead break-words">
          {role.name}
        </h2>
        <p className="figures text-small text-soft">{t('role.seats', { left: role.seats_left, all: role.seats })}</p>
        <p className="basis-full text-small">{budget ? t('role.budget', { budget }) : t('role.noBudget')}</p>
      </header>
      {role.persona && <Prose text={role.persona} />}
      <RequirementFacts requirements={role.requirements} />
      <ItemList items={role.items} currency={job.currency} />
      <RoleAction job={job} role={role} bid={bid} isTaking={isTaking} isOpen={isOpen} onOpen={onOpen} />
    </Card>
  );
}

/** The form, or what stands between the reader and it. */
function RoleAction({ job, role, bid, isTaking, isOpen, onOpen }: RoleCardProps) {
  const { t } = useTranslation('bids');
  const { status, user } = useSession();
  const isTester = hasRole(user, 'tester');
  const lacking = useLacking(role.requirements, isTester);
  if (bid && (isOpenBid(bid) || bid.state === 'accepted')) return <OwnBid bid={bid} />;
  if (!isTaking) return <p className="text-soft">{t('role.over')}</p>;
  if (role.seats_left === 0) return <p className="text-soft">{t('role.full')}</p>;
  if (status === 'signed-out') return <NextStep text={t('role.signIn')} to={loginPath(`/jobs/${job.id}`)} action={t('role.toLogin')} />;
  if (!user) return <div className="min-h-11" />;
  if (!isTester) return <NextStep text={t('role.notTester')} to="/settings" action={t('role.toSettings')} />;
  if (isOpen) return <BidForm job={job} role={role} onCancel={() => onOpen(false)} />;
  return (
    <div className="flex flex-col items-start gap-4">
      {lacking && <FitLine lacking={lacking} />}
      {bid && (
        <p className="text-small text-soft">
          {t('role.before')}{' '}
          <Link to={`/bids/${bid.id}`} className="link">
            {t('role.toBefore')}
          </Link>
        </p>
      )}
      <Button kind={lacking?.length ? 'secondary' : 'primary'} onClick={() => onOpen(true)} className="max-md:w-full">
        {t('role.offer')}
      </Button>
    </div>
  );
}

function OwnBid({ bid }: { bid: Bid }) {
  const { t } = useTranslation('bids');
  const turn = useBidTurn('tester')(bid);
  const isWork = bid.state === 'accepted' && bid.assignment_id !== null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <Badge state={turn.state}>{turn.text}</Badge>
      <LinkButton to={isWork ? `/assignments/${bid.assignment_id}` : `/bids/${bid.id}`} kind="primary" className="max-md:w-full">
        {t(isWork ? 'role.toWork' : 'role.toBid')}
      </LinkButton>
    </div>
  );
}

function NextStep({ text, to, action }: { text: string; to: string; action: string }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-small text-soft">{text}</p>
      <LinkButton to={to} kind="primary" className="max-md:w-full">
        {action}
      </LinkButton>
    </div>
  );
}
