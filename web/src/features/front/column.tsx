// SPDX-License-Identifier: Apache-2.0
import { useId, type ReactNode } from 'react';

type ColumnProps = { title: string; children: ReactNode };

/** One of the landing page's columns. */
export function Column({ title, children }: ColumnProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col py-6 max-lg:border-b max-lg:border-line lg:px-6 lg:first:ps-0 lg:last:pe-0">
      <h2 id={id} className="mb-2 text-lead">
        {title}
      </h2>
      {children}
    </section>
  );
}
