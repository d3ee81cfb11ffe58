// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Disclosure } from '@/components/disclosure';
import { money } from '@/lib/format';
import { RequirementFacts } from '@/shared/brief';
import { useBudgetText } from '@/shared/budget';
import type { Job, JobRole } from '@/shared/jobs-query';
import { Prose } from '@/shared/prose';

type RoleBoardProps = { job: Job; isBidding: boolean };

/** The roles of a plan: seats, budget, and what each one does. */
export function RoleBoard({ job, isBidding }: RoleBoardProps) {
  const { t } = useTranslation('jobs');
  if (job.roles.length === 0) return <p className="text-soft">{t('role.none')}</p>;
  return (
    <ul>
      {job.roles.map((role) => (
        <li key={role.id}>
          <Disclosure title={<RoleHead role={role} job={job} />}>
            <RoleBody role={role} job={job} isBidding={isBidding} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function RoleHead({ role, job }: { role: JobRole; job: Job }) {
  const { t } = useTranslation('jobs');
  const budgetText = useBudgetText();
  const { seats, seats_taken: taken, seats_reserved: reserved } = role;
  return (
    <span className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <span className="min-w-0">
        <span dir="auto" className="block font-strong">
          {role.name}
        </span>
        <span className="block text-small text-soft">{[t('role.items', { count: role.items.length }), budgetText(role, job.currency)].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="flex items-center gap-3 text-small">
        <SeatMarks seats={seats} taken={taken} reserved={reserved} />
        <span className="figures whitespace-nowrap">{t('owner.seatsOf', { taken, all: seats })}</span>
      </span>
    </span>
  );
}

const SHOWN_SEATS = 12;

/** One square for each seat: taken, reserved for a payment, free. The words beside it say the same. */
function SeatMarks({ seats, taken, reserved }: { seats: number; taken: number; reserved: number }) {
  if (seats > SHOWN_SEATS) return null;
  const look = (at: number) => (at < taken ? 'fill-ink' : at < taken + reserved ? 'fill-edge' : 'fill-line');
  return (
    <svg aria-hidden width={seats * 12 - 2} height="10" className="rtl:-scale-x-100">
      {Array.from({ length: seats }, (_, at) => (
        <rect key={at} x={at * 12} width="10" height="10" rx="2" className={look(at)} />
      ))}
    </svg>
  );
}

function RoleBody({ role, job, isBidding }: { role: JobRole; job: Job; isBidding: boolean }) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  return (
    <div className="flex flex-col gap-4">
      {role.persona && <Prose text={role.persona} />}
      <RequirementFacts requirements={role.requirements} />
      <ol className="border-t border-line">
        {role.items.map((item) => (
          <li key={item.id} className="border-b border-line py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span dir="auto" className="font-strong">
                {item.title}
              </span>
              <span className="text-small text-soft">
                {d(`serviceType.${item.service_type}`)} · {d(`serviceAmount.${item.service_type}`, { count: item.quantity })}
              </span>
            </p>
            <p className="text-small text-soft">
              {[!item.required && t('item.optional'), item.bonus_cap_minor > 0 && t('board.bonusUpTo', { amount: money(item.bonus_cap_minor, job.currency) }), t('board.changes', { count: item.change_rounds })].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {isBidding && (
        <Link to={`/jobs/${job.id}/bids?role=${role.id}`} className="link inline-flex min-h-11 items-center self-start">
          {t('board.roleBids', { name: role.name })}
        </Link>
      )}
    </div>
  );
}
