// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { Badge, type State } from '@/components/state-mark';
import { cx } from '@/lib/cx';
import { numbered } from '@/lib/numbered';

import { Prose } from './prose';
import { WebAddress } from './web-address';

type Finding = Schema<'Finding'>;

const weights: Record<Finding['severity'], string> = {
  critical: 'border-problem text-problem',
  major: 'border-problem text-problem',
  moderate: 'border-yours text-yours',
  minor: 'border-edge text-soft',
  trivial: 'border-edge text-soft',
};

/** How bad a finding is, in a word. */
export function Severity({ severity }: Pick<Finding, 'severity'>) {
  const { t } = useTranslation('domain');
  return <span className={cx('rounded-small border px-1.5 text-note font-strong whitespace-nowrap', weights[severity])}>{t(`severity.${severity}`)}</span>;
}

const verdictStates = { valid: 'done', duplicate: 'waiting', known: 'waiting', informative: 'waiting', works_as_designed: 'waiting', not_reproducible: 'problem', out_of_scope: 'problem', spam: 'problem' } as const satisfies Partial<Record<Finding['state'], State>>;

type Verdict = keyof typeof verdictStates;

const isVerdict = (state: Finding['state']): state is Verdict => state in verdictStates;

type FindingViewProps = {
  finding: Finding;
  isOpen?: boolean;
  /** What can be done about it, below it. */
  children?: ReactNode;
};

/** One finding: its heading line with what was said about it, and the rest on demand. */
export function FindingView({ finding, isOpen = false, children }: FindingViewProps) {
  const { t } = useTranslation('domain');
  return (
    <details id={`finding-${finding.id}`} open={isOpen} className="group border-t border-line last:border-b">
      <summary className="flex min-h-14 list-none items-start gap-3 py-3 hover:bg-well">
        <span className="figures w-6 flex-none text-end font-mono text-small text-soft">{finding.number}</span>
        <span className="min-w-0 grow">
          <span dir="auto" className="block font-strong break-words">{finding.title}</span>
          <span className="text-small text-soft">
            {t(`findingKind.${finding.kind}`)} · {t(`reproducibility.${finding.reproducibility}`)}
          </span>
        </span>
        {isVerdict(finding.state) && <Badge state={verdictStates[finding.state]}>{t(`findingVerdict.${finding.state}`)}</Badge>}
        <Severity severity={finding.severity_final ?? finding.severity} />
        <svg aria-hidden viewBox="0 0 16 16" className="mt-1 size-4 flex-none fill-none stroke-current stroke-[1.75] transition-transform group-open:rotate-90 rtl:-scale-x-100">
          <path d="m6 3 5 5-5 5" />
        </svg>
      </summary>
      <div className="flex flex-col gap-3 ps-9 pb-4">
        {finding.url && <WebAddress url={finding.url} />}
        <div>
          <h3 className="text-small font-plain text-soft">{t('finding.steps')}</h3>
          <ol className="list-decimal ps-5">
            {numbered(finding.steps).map(({ item: step, number }) => (
              <li key={number} dir="auto" className="break-words">
                {step}
              </li>
            ))}
          </ol>
        </div>
        <div className="grid gap-3 md:grid-cols-2">
          <div>
            <h3 className="text-small font-plain text-soft">{t('finding.expected')}</h3>
            <Prose text={finding.expected} />
          </div>
          <div>
            <h3 className="text-small font-plain text-soft">{t('finding.actual')}</h3>
            <Prose text={finding.actual} />
          </div>
        </div>
        {finding.severity_final && finding.severity_final !== finding.severity && <p className="text-small text-soft">{t('finding.severityWas', { severity: t(`severity.${finding.severity}`) })}</p>}
        {finding.verdict_reason && (
          <div>
            <h3 className="text-small font-plain text-soft">{t('finding.why')}</h3>
            <Prose text={finding.verdict_reason} />
          </div>
        )}
        {children}
      </div>
    </details>
  );
}
