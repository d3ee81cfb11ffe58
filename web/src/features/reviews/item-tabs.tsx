// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { StateMark, type State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { cx } from '@/lib/cx';

type Submission = Schema<'Submission'>;

const states = { submitted: 'yours', needs_info: 'theirs', changes_requested: 'theirs', approved: 'done', approved_partial: 'done', rejected: 'problem', disputed: 'waiting', decided: 'done', waived: 'done' } as const satisfies Partial<Record<Submission['state'], State>>;

const isShown = (state: Submission['state']): state is keyof typeof states => state in states;

type ItemTabsProps = { assignment: Schema<'Assignment'>; currentId: string };

/** What the same tester handed in for the other items of the seat. */
export function ItemTabs({ assignment, currentId }: ItemTabsProps) {
  const { t } = useTranslation('reviews');
  const { submissions } = assignment;
  if (submissions.length < 2) return null;
  return (
    <nav aria-label={t('items.title')} className="mt-4">
      <ol className="flex flex-wrap gap-2">
        {submissions.map((work) => {
          const isCurrent = work.id === currentId;
          return (
            <li key={work.id}>
              <Link
                to={`/submissions/${work.id}/review`}
                aria-current={isCurrent ? 'page' : undefined}
                className={cx('inline-flex min-h-11 items-center gap-2 rounded-small border bg-sheet px-3 text-small', isCurrent ? 'border-ink font-strong outline-1 outline-ink' : 'border-line hover:border-edge')}
              >
                <StateMark state={isShown(work.state) ? states[work.state] : 'waiting'} />
                <span dir="auto">{work.title}</span>
                <span className="sr-only">{t(`items.state.${isShown(work.state) ? work.state : 'open'}`)}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
