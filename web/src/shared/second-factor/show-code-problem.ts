// SPDX-License-Identifier: Apache-2.0
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';

import { showProblem, toProblem } from '@/lib/problem';

/** As showProblem, where "not one of the possible values" means a wrong or used code. */
export function showCodeProblem<T extends FieldValues & { code: string }>(error: unknown, setError: UseFormSetError<T>): void {
  const isWrongCode = toProblem(error).errors?.some(({ pointer, code }) => pointer === '/code' && code === 'not-allowed');
  // The constraint says that there is a code; the library cannot see it in a type that is not known yet.
  if (isWrongCode) setError('code' as FieldPath<T>, { type: 'wrong-code' });
  else showProblem(error, setError);
}
