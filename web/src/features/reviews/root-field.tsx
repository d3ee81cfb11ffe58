// SPDX-License-Identifier: Apache-2.0
import { MagnifyingGlassIcon } from '@heroicons/react/24/outline';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { inputLook } from '@/components/form/field-shell';
import { RadioCards } from '@/components/form/radio-cards';
import { api, type Schema } from '@/lib/api';
import { cx } from '@/lib/cx';
import { date } from '@/lib/format';
import { useDebounced } from '@/lib/use-debounced';
import { FindingState } from '@/shared/findings/finding-state';
import { Severity } from '@/shared/findings/severity';
import { jobQuery } from '@/shared/jobs-query';

import type { Judgement } from './judge-form';

const PAUSE_MS = 300;
const SHOWN = 8;

type RootFieldProps = { control: Control<Judgement>; finding: Schema<'Finding'>; jobId: string };

/** Which finding it repeats: those of the whole project, found by their words. */
export function RootField({ control, finding, jobId }: RootFieldProps) {
  const { t } = useTranslation('reviews');
  const [typed, setTyped] = useState('');
  const { rows, isPending } = useRoots(jobId, finding.id, useDebounced(typed.trim(), PAUSE_MS));
  return (
    <div className="flex flex-col gap-3">
      <div className="relative">
        <MagnifyingGlassIcon aria-hidden className="pointer-events-none absolute inset-y-0 start-3 my-auto size-5 text-soft" />
        <input type="search" aria-label={t('judge.findFirst')} placeholder={t('judge.findFirst')} value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} className={cx(inputLook, 'ps-10')} />
      </div>
      {rows.length === 0 ? (
        <p role="status" className="text-small text-soft">
          {!isPending && t('judge.noFirst')}
        </p>
      ) : (
        <RadioCards control={control} name="duplicate_of" rules={{ required: true }} label={t('judge.first')} isStacked options={rows.map((row) => ({ value: row.id, label: row.title, description: <RootLine row={row} /> }))} />
      )}
    </div>
  );
}

function RootLine({ row: { state, severity, severity_final, tester_name, created_at } }: { row: Schema<'FindingRow'> }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <FindingState state={state} />
      <Severity severity={severity_final ?? severity} />
      {tester_name}, {date(created_at)}
    </span>
  );
}

/** What came in before and repeats nothing itself. */
function useRoots(jobId: string, ownId: string, q: string) {
  const { data: job } = useQuery(jobQuery(jobId));
  const params = { path: { project_id: job?.project_id ?? '' }, query: { limit: 50, ...(q && { q }) } };
  const { data, isPending } = api.useQuery('get', '/projects/{project_id}/findings', { params }, { enabled: job !== undefined, placeholderData: keepPreviousData });
  const rows = data?.items.filter(({ id, state }) => id !== ownId && state !== 'duplicate' && state !== 'withdrawn').slice(0, SHOWN) ?? [];
  return { rows, isPending };
}
