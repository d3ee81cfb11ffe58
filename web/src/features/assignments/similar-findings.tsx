// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData } from '@tanstack/react-query';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { StateMark } from '@/components/state-mark';
import { api, type Schema } from '@/lib/api';
import { date } from '@/lib/format';
import { lengthOf } from '@/lib/rules';
import { useDebounced } from '@/lib/use-debounced';
import { FindingState } from '@/shared/findings/finding-state';
import { Severity } from '@/shared/findings/severity';

import type { FindingValues } from './finding-values';

const PAUSE_MS = 500;
/** Fewer characters are like everything. */
const LEAST = 12;
const MOST = 500;

type SimilarFindingsProps = { control: Control<FindingValues>; submissionId: string; /** What is being changed is like itself. */ findingId?: string | undefined };

/** What was reported before and reads alike. It informs and never stands in the way. */
export function SimilarFindings({ control, submissionId, findingId }: SimilarFindingsProps) {
  const { t } = useTranslation('findings');
  const [title, steps] = useWatch({ control, name: ['title', 'steps'] });
  const text = useDebounced([title, ...(steps ?? [])].join(' ').trim().slice(0, MOST), PAUSE_MS);
  const isEnough = lengthOf(text) >= LEAST;
  const params = { path: { submission_id: submissionId }, query: { text } };
  const { data } = api.useQuery('get', '/submissions/{submission_id}/similar-findings', { params }, { enabled: isEnough, placeholderData: keepPreviousData });
  const like = isEnough ? (data?.items ?? []).filter(({ id }) => id !== findingId) : [];
  return (
    <div role="status" className={like.length === 0 ? 'contents' : undefined}>
      {like.length > 0 && (
        <div className="rounded-large border border-line bg-well p-4">
          <p className="flex items-start gap-2 font-strong">
            <StateMark state="waiting" className="mt-1" />
            {t('similar.title')}
          </p>
          <p className="mb-2 text-small text-soft">{t('similar.help')}</p>
          <ul>
            {like.map((item) => (
              <SimilarRow key={item.id} item={item} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function SimilarRow({ item: { kind, title, state, severity, created_at } }: { item: Schema<'SimilarFinding'> }) {
  const { t } = useTranslation('findings');
  return (
    <li className="border-t border-line py-2">
      <p dir="auto" className="break-words">
        {title}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft">
        {kind === 'known_issue' ? <span>{t('similar.known')}</span> : state && <FindingState state={state} />}
        {severity && <Severity severity={severity} />}
        <span>{date(created_at)}</span>
      </p>
    </li>
  );
}
