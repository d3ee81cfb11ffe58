// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Schema } from '@/lib/api';

import { FindingBody } from './findings/finding-body';
import { FindingState } from './findings/finding-state';
import { Severity } from './findings/severity';

type Finding = Schema<'Finding'>;

type FindingViewProps = {
  finding: Finding;
  isOpen?: boolean;
  /** What can be done about it, below it. */
  children?: ReactNode;
};

/** One finding: its heading line with what was said about it, and the rest on demand. */
export function FindingView({ finding, isOpen = false, children }: FindingViewProps) {
  const { t } = useTranslation('domain');
  const { t: f } = useTranslation('findings');
  return (
    <details id={`finding-${finding.id}`} open={isOpen} className="group border-t border-line last:border-b">
      <summary className="flex min-h-14 list-none items-start gap-3 py-3 hover:bg-well">
        <span className="figures w-6 flex-none text-end font-mono text-small text-soft">{finding.number}</span>
        <span className="min-w-0 grow">
          <span dir="auto" className="block font-strong break-words">{finding.title}</span>
          <span className="flex flex-wrap items-center gap-x-3 text-small text-soft">
            {t(`findingKind.${finding.kind}`)} · {t(`reproducibility.${finding.reproducibility}`)}
            {finding.state !== 'new' && <FindingState state={finding.state} />}
          </span>
        </span>
        <Severity severity={finding.severity_final ?? finding.severity} />
        <svg aria-hidden viewBox="0 0 16 16" className="mt-1 size-4 flex-none fill-none stroke-current stroke-[1.75] transition-transform group-open:rotate-90 rtl:-scale-x-100">
          <path d="m6 3 5 5-5 5" />
        </svg>
      </summary>
      <div className="flex flex-col gap-3 ps-9 pt-2 pb-4 max-md:ps-0">
        <FindingBody finding={finding} />
        <Link to={`/findings/${finding.id}`} className="link inline-flex min-h-11 items-center self-start text-small">
          {f('page.open')}
        </Link>
        {children}
      </div>
    </details>
  );
}
