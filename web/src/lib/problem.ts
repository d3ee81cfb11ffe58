// SPDX-License-Identifier: Apache-2.0
// A refused or failed request, in the one form that the interface deals with (RFC 9457).
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';

import type { components } from './api.gen';

export type Problem = components['schemas']['Problem'];

/** What can go wrong before an answer of the API is there. */
export type ClientSlug = 'no-connection' | 'too-slow' | 'unreadable' | 'cancelled';

export const slugOf = (problem: Problem): string => problem.type.slice(problem.type.lastIndexOf('/') + 1);

export function clientProblem(slug: ClientSlug, status: number, requestId?: string | null): Problem {
  return { type: `/client/${slug}`, title: slug, status, detail: '', request_id: requestId ?? '' };
}

/** Anything thrown, as a problem: code of ours that fails is a problem too. */
export function toProblem(error: unknown): Problem {
  return isProblem(error) ? error : clientProblem('unreadable', 0);
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'type' in error && typeof error.type === 'string' && 'status' in error;
}

/** May the same request succeed when it is sent again unchanged? */
export const isPassing = (problem: Problem): boolean => problem.status >= 500 || problem.status === 429;

/** To a reader a page that is not theirs and one that does not exist look alike. */
export const isAbsent = (problem: Problem): boolean => problem.status === 403 || problem.status === 404;

/** Put a refused request's messages where the reader looks: at the fields, or else at the form. */
export function showProblem<T extends FieldValues>(error: unknown, setError: UseFormSetError<T>): void {
  const problem = toProblem(error);
  for (const { pointer, code } of problem.errors ?? []) {
    // Fields are named as the API names them; the form's type cannot know that the server agrees.
    setError(pointer.slice(1).replaceAll('/', '.') as Path<T>, { type: code });
  }
  if (!problem.errors?.length) setError('root', { type: slugOf(problem), message: problem.request_id ?? '' });
}
