// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { StateMark } from '@/components/state-mark';
import { useCodeText } from '@/lib/problem-text';
import type { Refusal } from '@/lib/rules';
import { useLackText } from '@/shared/service-form/use-words';

import { placeOf, searchOf } from './places';
import type { Plan } from './plan-model';

const named = ['name', 'persona', 'seats', 'items', 'title', 'instructions', 'quantity', 'details', 'budget_low_minor', 'budget_high_minor', 'bonus_unit_minor', 'bonus_cap_minor', 'change_rounds', 'requirements', 'bidding_deadline_at', 'review_days', 'brief', 'roles', 'project_id'] as const;

const NO_LIMITS = { min: '', max: '' };

type LackListProps = { title: string; lacks: readonly Refusal[]; plan: Plan };

/** What is missing or wrong, each with the way to it. */
export function LackList({ title, lacks, plan }: LackListProps) {
  return (
    <section aria-label={title} className="border-s-2 border-yours ps-4">
      <p className="flex items-start gap-2 font-strong">
        <StateMark state="yours" className="mt-1" />
        {title}
      </p>
      <ul className="mt-1 ps-6">
        {lacks.map((lack) => (
          <LackLine key={`${lack.pointer} ${lack.code}`} lack={lack} plan={plan} />
        ))}
      </ul>
    </section>
  );
}

/** "Shoppers · Buy as a guest · Instructions", and what is to be done about it. */
function LackLine({ lack: { pointer, code }, plan }: { lack: Refusal; plan: Plan }) {
  const { t } = useTranslation('jobs');
  const codeText = useCodeText();
  const place = placeOf(pointer);
  const role = place.role === null ? undefined : plan.roles[place.role];
  const item = place.item === null ? undefined : role?.items[place.item];
  const detailText = useLackText(item?.service_type ?? '');
  const inDetails = pointer.split('/details')[1];
  const field = named.find((name) => name === pointer.split('/')[place.item !== null ? 5 : place.role !== null ? 3 : 1]);
  const last = inDetails !== undefined ? detailText({ pointer: `/details${inDetails}` }) : field && t(`lack.field.${field}`);
  const wordsOf = () => {
    if (field === 'items' && place.item === null) return t('lack.noWork');
    if (code === 'too-few') return t('lack.none');
    return code === 'required' || code === 'too-short' ? t('lack.empty') : codeText(code, NO_LIMITS);
  };
  return (
    <li>
      <Link to={{ search: new URLSearchParams(searchOf(place)).toString() }} className="inline-flex min-h-11 flex-wrap items-center gap-x-2 hover:underline">
        <span dir="auto" className="link">
          {[role?.name, item?.title, last].filter(Boolean).join(' · ')}
        </span>
        <span className="text-small text-soft">{wordsOf()}</span>
      </Link>
    </li>
  );
}
