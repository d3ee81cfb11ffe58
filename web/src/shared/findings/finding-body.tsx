// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { numbered } from '@/lib/numbered';

import { EnvironmentView } from '../environment-view';
import { Facts } from '../facts';
import { Prose } from '../prose';
import { WebAddress } from '../web-address';
import { FindingFiles } from './finding-files';
import { RootFacts } from './root-facts';
import { useScaleWords } from './scales';

type Finding = Schema<'Finding'>;

type FindingBodyProps = { finding: Finding };

/** All that a finding says, with what shows it beside the text where there is room. */
export function FindingBody({ finding }: FindingBodyProps) {
  const { t } = useTranslation('findings');
  const { t: d } = useTranslation('domain');
  const { severity, severity_final, severity_reason, verdict_reason, root } = finding;
  const hasFiles = finding.attachment_ids.length > 0;
  return (
    <div className="@container">
      <div className={hasFiles ? 'grid gap-x-8 gap-y-4 @reading:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]' : undefined}>
        {hasFiles && (
          <div className="min-w-0 @reading:order-last">
            <FindingFiles finding={finding} />
          </div>
        )}
        <div className="flex min-w-0 flex-col gap-3">
          {finding.url && <WebAddress url={finding.url} />}
          <Said title={t('field.preconditions')} text={finding.preconditions} />
          <Part title={d('finding.steps')}>
            <ol dir="auto" className="list-decimal ps-5">
              {numbered(finding.steps).map(({ item: step, number }) => (
                <li key={number}>
                  {step}
                </li>
              ))}
            </ol>
          </Part>
          <div className="grid gap-3 @pair:grid-cols-2">
            <Said title={d('finding.expected')} text={finding.expected} />
            <Said title={d('finding.actual')} text={finding.actual} />
          </div>
          <Said title={t('field.workaround')} text={finding.workaround} />
          <MoreFacts finding={finding} />
          <Excerpt title={t('field.console_excerpt')} text={finding.console_excerpt} />
          <Excerpt title={t('field.failing_request')} text={finding.failing_request} />
          {severity_reason && <Said title={t('scale.whySeverity')} text={severity_reason} />}
          {severity_final && severity_final !== severity && <p className="text-small text-soft">{d('finding.severityWas', { severity: d(`severity.${severity}`) })}</p>}
          <Said title={d('finding.why')} text={verdict_reason} />
          {root && <RootFacts root={root} />}
        </div>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="text-small font-plain text-soft">{title}</h3>
      {children}
    </div>
  );
}

/** What someone wrote, if they did. */
function Said({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <Part title={title}>
      <Prose text={text} />
    </Part>
  );
}

/** A log or a request: as it was copied, and scrolling in its own box. */
function Excerpt({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <Part title={title}>
      {/* Reachable by the keyboard, since it scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={title} dir="ltr" className="max-h-64 overflow-auto rounded-small bg-well p-3 font-mono text-small">
        {text}
      </pre>
    </Part>
  );
}

/** How often of how many tries, since which version, on which scale, and where if elsewhere. */
function MoreFacts({ finding }: FindingBodyProps) {
  const { t } = useTranslation('findings');
  const words = useScaleWords();
  const { tries_seen, tries_total, first_seen_build, works_in_build, scale, environment } = finding;
  const given = scale && [words.name(scale.name), words.value(scale.name, scale.value), scale.vector, ...words.factor(scale)].filter(Boolean).join(' · ');
  return (
    <>
      <Facts
        facts={[
          { label: t('field.tries'), value: tries_total !== null && t('more.ofTries', { seen: tries_seen ?? 0, total: tries_total }) },
          { label: t('field.first_seen_build'), value: first_seen_build },
          { label: t('field.works_in_build'), value: works_in_build },
          { label: t('field.scale'), value: given && <span className="wrap-anywhere">{given}</span> },
        ]}
      />
      {environment && (
        <Part title={t('field.environment')}>
          <EnvironmentView environment={environment} />
        </Part>
      )}
    </>
  );
}
