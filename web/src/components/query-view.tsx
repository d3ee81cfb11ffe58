// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

import { isAbsent, toProblem } from '@/lib/problem';

import { FailedState } from './failed-state';
import { NotFound } from './not-found';
import { PageBones } from './skeleton';

type Query<Data> = { data: Data | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

type QueryViewProps<Data> = { query: Query<Data>; children: (data: Data) => ReactNode };

/** A page about one object: on its way, not there, failed, or shown. */
export function QueryView<Data>({ query, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <PageBones />;
  if (isAbsent(toProblem(query.error))) return <NotFound />;
  return (
    <div className="mx-auto w-full max-w-board px-4 py-12 md:px-6">
      <FailedState error={query.error} onRetry={() => void query.refetch()} />
    </div>
  );
}
