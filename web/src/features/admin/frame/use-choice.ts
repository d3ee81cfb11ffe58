// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Change = (value: string | null) => void;

/** A word in the page's address, so that a filtered list can be kept and sent to a colleague. */
export function useWord(name: string): [string, Change] {
  const [search, setSearch] = useSearchParams();
  const change = useCallback<Change>(
    (value) =>
      setSearch(
        (present) => {
          const next = new URLSearchParams(present);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [name, setSearch],
  );
  return [search.get(name) ?? '', change];
}

/** One of a few values in the page's address, or none. */
export function useChoice<Value extends string>(name: string, options: readonly Value[]): [Value | null, Change] {
  const [word, change] = useWord(name);
  return [options.find((option) => option === word) ?? null, change];
}
