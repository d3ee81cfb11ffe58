// SPDX-License-Identifier: Apache-2.0
import type { FieldValues, UseFormSetError } from 'react-hook-form';

import { showProblem } from '@/lib/problem';
import { useRefresh } from '@/shared/use-refresh';

/** What follows a decision: everything is read again before the desk goes on; a refusal is shown in its form. */
export function useDecide(onDecided: (message: string) => void) {
  const refresh = useRefresh();
  return <Values extends FieldValues>(message: string, setError: UseFormSetError<Values>) => ({
    onSuccess: async () => {
      await refresh();
      onDecided(message);
    },
    onError: (problem: unknown) => showProblem(problem, setError),
  });
}
