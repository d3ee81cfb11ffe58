// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Badge, type State } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { number as figure } from '@/lib/format';
import { numbered } from '@/lib/numbered';

import { Facts } from './facts';
import { Prose } from './prose';
import { debriefParts, scriptedReport, sessionReport, type SessionReport, type StepVerdict } from './report';

type Submission = Schema<'Submission'>;

/** What the tester reports, in the form that its service type has. */
export function ReportView({ submission }: { submission: Submission }) {
  return submission.service_type === 'exploratory' ? (
    <SessionSheet report={sessionReport(submission.report)} />
  ) : (
    <StepResults submission={submission} />
  );
}

const verdictStates: Record<StepVerdict, State> = { pass: 'done', fail: 'problem', blocked: 'yours', skipped: 'waiting' };

function StepResults({ submission }: { submission: Submission }) {
  const { t } = useTranslation('domain');
  const report = scriptedReport(submission.report);
  return (
    <ol className="flex flex-col">
      {numbered(submission.steps).map(({ item: step, number }) => {
        const result = report.steps.find((entry) => entry.number === number);
        return (
          <li key={number} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t border-line py-3 first:border-0">
            <span className="figures w-6 flex-none text-end font-mono text-small text-soft">{number}</span>
            <div className="min-w-0 flex-1">
              <p dir="auto" className="break-words">{step.text}</p>
              {step.expected && (
                <p dir="auto" className="text-small break-words text-soft">
                  {t('brief.expected', { text: step.expected })}
                </p>
              )}
              {result?.actual && (
                <p dir="auto" className="mt-1 border-s-2 border-edge ps-3 break-words">
                  {t('report.actual', { text: result.actual })}
                </p>
              )}
            </div>
            {result ? <Badge state={verdictStates[result.verdict]}>{t(`verdict.${result.verdict}`)}</Badge> : <Badge state="waiting">{t('report.noVerdict')}</Badge>}
          </li>
        );
      })}
      {report.verdict && (
        <li className="flex items-baseline justify-between gap-4 border-t border-line py-3">
          <span className="font-strong">{t('report.case')}</span>
          <Badge state={verdictStates[report.verdict]}>{t(`verdict.${report.verdict}`)}</Badge>
        </li>
      )}
    </ol>
  );
}

function SessionSheet({ report }: { report: SessionReport }) {
  const { t } = useTranslation('domain');
  const share = (value: number | undefined) => (value === undefined ? null : t('report.percent', { figure: figure(value) }));
  return (
    <div className="flex flex-col gap-6">
      <Facts
        facts={[
          { label: t('report.covered'), value: report.areas_covered.join(', ') },
          { label: t('report.notCovered'), value: report.areas_not_covered.join(', ') },
          { label: t('report.shareTesting'), value: share(report.share_testing) },
          { label: t('report.shareBugs'), value: share(report.share_bugs) },
          { label: t('report.shareSetup'), value: share(report.share_setup) },
        ]}
      />
      {report.notes && (
        <section>
          <h3 className="mb-1 font-strong">{t('report.notes')}</h3>
          <Prose text={report.notes} />
        </section>
      )}
      {report.marks.length > 0 && (
        <section>
          <h3 className="mb-1 font-strong">{t('report.marks')}</h3>
          <ol className="flex flex-col">
            {numbered(report.marks).map(({ item: mark, number }) => (
              <li key={number} className="flex gap-4 border-t border-line py-2">
                <span className="figures w-16 flex-none text-end font-mono text-small text-soft">{t('report.minute', { figure: figure(mark.minute) })}</span>
                <span dir="auto" className="min-w-0 break-words">{mark.note}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {debriefParts.some((part) => report.debrief[part]) && (
        <section>
          <h3 className="mb-1 font-strong">{t('report.debrief')}</h3>
          <Facts facts={debriefParts.map((part) => ({ label: t(`debrief.${part}`), value: report.debrief[part] }))} />
        </section>
      )}
    </div>
  );
}
