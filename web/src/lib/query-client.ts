// SPDX-License-Identifier: Apache-2.0
import { QueryClient } from '@tanstack/react-query';

import { isPassing, toProblem } from './problem';

const TRIES = 2;

const mayRetry = (count: number, error: unknown): boolean => count < TRIES && isPassing(toProblem(error));

export const queryClient = new QueryClient({
  defaultOptions: {
    // "always": being offline is told to the reader instead of waiting silently.
    queries: { staleTime: 15_000, retry: mayRetry, networkMode: 'always' },
    // A repeated POST carries the same idempotency key, but the person decides whether to try again.
    mutations: { retry: false, networkMode: 'always' },
  },
});
