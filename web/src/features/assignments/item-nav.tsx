// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Money } from '@/components/money';
import { StateMark } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { cx } from '@/lib/cx';
import { numbered } from '@/lib/numbered';
import type { Assignment } from '@/shared/assignments-query';
import { useItemFacts } from '@/shared/tester-turns';
import { isOpenWork } from '@/shared/turns';

type ItemNavProps = { assignment: Assignment; currentId: string };

/** The pieces of a seat's work, each with its state and its money. One alone needs no list. */
export function ItemNav({ assignment, currentId }: ItemNavProps) {
  const { t } = useTranslation('assignments');
  const { submissions } = assignment;
  if (submissions.length < 2) return null;
  const handedIn = submissions.filter((work) => !isOpenWork(work)).length;
  return (
    <nav aria-label={t('items.title')} className="mt-6">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-strong">{t('items.title')}</h2>
        <p className="figures text-small text-soft">{t('items.done', { done: handedIn, all: submissions.length })}</p>
      </div>
      <svg aria-hidden className="my-2 h-1.5 w-full rounded-small bg-well rtl:-scale-x-100">
        <rect width={`${(handedIn * 100) / submissions.length}%`} height="100%" rx="3" className="fill-ink" />
      </svg>
      <ol className="grid gap-2 md:grid-cols-2 lg:grid-cols-3">
        {numbered(submissions).map(({ item: work, number }) => (
          <ItemLink key={work.id} work={work} number={number} assignment={assignment} isCurrent={work.id === currentId} />
        ))}
      </ol>
    </nav>
  );
}

type ItemLinkProps = { work: Schema<'Submission'>; number: number; assignment: Assignment; isCurrent: boolean };

function ItemLink({ work, number, assignment, isCurrent }: ItemLinkProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const { turn, money } = useItemFacts()(work, assignment);
  return (
    <li>
      <Link
        to={`/assignments/${assignment.id}?item=${work.id}`}
        replace
        preventScrollReset
        aria-current={isCurrent ? 'page' : undefined}
        className={cx('flex h-full items-start gap-3 rounded-small border bg-sheet px-3 py-2', isCurrent ? 'border-ink outline-1 outline-ink' : 'border-line hover:border-edge')}
      >
        <StateMark state={turn.state} className="mt-1" />
        <span className="min-w-0 grow">
          <span className={cx('block', isCurrent && 'font-strong')}>
            {number}. <span dir="auto">{work.title}</span>
          </span>
          <span className="block text-small text-soft">
            {[d(`serviceType.${work.service_type}`), !work.required && t('items.optional'), turn.text].filter(Boolean).join(' · ')}
          </span>
        </span>
        {money && <Money minor={money.minor} currency={money.currency} className="text-small" />}
      </Link>
    </li>
  );
}
