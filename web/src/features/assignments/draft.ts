// SPDX-License-Identifier: Apache-2.0
// The tester's draft: as the form holds it, and as the API takes it.
import type { Body, Schema } from '@/lib/api';
import { debriefParts, scriptedReport, sessionReport, type CaseVerdict, type DebriefPart, type Mark, type StepVerdict } from '@/shared/report';

type Submission = Schema<'Submission'>;
type ServiceType = Submission['service_type'];
export type Environment = Submission['environment'];
export type DraftBody = Body<'saveSubmission'>;

export const environmentParts = ['device', 'os', 'os_version', 'browser', 'browser_version', 'viewport', 'locale', 'time_zone', 'network', 'build'] as const satisfies readonly (keyof Environment)[];

/** Named as the API names it, so that a pointer of the API finds its field. */
export type WorkForm = {
  summary: string;
  environment: Record<keyof Environment, string>;
  report: {
    steps: { verdict: StepVerdict | ''; actual: string }[];
    verdict: CaseVerdict | '';
    areas_covered: string[];
    areas_not_covered: string[];
    notes: string;
    share_testing?: number | undefined;
    share_bugs?: number | undefined;
    share_setup?: number | undefined;
    marks: { minute?: number | undefined; note: string }[];
    debrief: Record<DebriefPart, string>;
  };
};

const shares = ['share_testing', 'share_bugs', 'share_setup'] as const;

/** Every part of a list, filled by a function. */
const record = <Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value) =>
  // All names are there by construction.
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;

export function formOf({ summary, environment, report, steps }: Submission): WorkForm {
  const scripted = scriptedReport(report);
  const session = sessionReport(report);
  const results = steps.map((_, at) => scripted.steps.find(({ number }) => number === at + 1));
  return {
    summary,
    environment: record(environmentParts, (part) => environment[part] ?? ''),
    report: {
      ...session,
      steps: results.map((result) => ({ verdict: result?.verdict ?? '', actual: result?.actual ?? '' })),
      verdict: scripted.verdict ?? '',
      debrief: record(debriefParts, (part) => session.debrief[part] ?? ''),
    },
  };
}

/** What is filled in, without the empty rest. */
const filled = <Name extends string>(names: readonly Name[], values: Record<Name, string>): Partial<Record<Name, string>> =>
  Object.fromEntries(names.flatMap((name) => (values[name].trim() === '' ? [] : [[name, values[name]]]))) as Partial<Record<Name, string>>;

/** A step says what happened instead unless all went well. */
export const hasActual = (verdict: StepVerdict | ''): boolean => verdict === 'fail' || verdict === 'blocked' || verdict === 'skipped';

function scriptedBody({ steps, verdict }: WorkForm['report']) {
  const results = steps.map((step, at) => ({
    number: at + 1,
    verdict: step.verdict,
    ...(hasActual(step.verdict) && step.actual.trim() !== '' && { actual: step.actual }),
  }));
  return { steps: results.filter((result) => result.verdict !== ''), ...(verdict && { verdict }) };
}

const isWhole = (mark: WorkForm['report']['marks'][number]): mark is Mark => mark.minute !== undefined && mark.note.trim() !== '';

function sessionBody(report: WorkForm['report']) {
  const { areas_covered, areas_not_covered, notes, marks, debrief } = report;
  return {
    areas_covered,
    areas_not_covered,
    notes,
    ...Object.fromEntries(shares.flatMap((share) => (report[share] === undefined ? [] : [[share, report[share]]]))),
    marks: marks.filter(isWhole).map(({ minute, note }) => ({ minute, note })),
    debrief: filled(debriefParts, debrief),
  };
}

/** What is sent: whatever is complete enough to be kept by the server. */
export function bodyOf({ summary, environment, report }: WorkForm, type: ServiceType): DraftBody {
  const body = type === 'exploratory' ? sessionBody(report) : scriptedBody(report);
  // The document leaves the report open, because its form depends on the service type.
  return { summary, environment: filled(environmentParts, environment), report: body as unknown as NonNullable<DraftBody['report']> };
}

/** Two drafts that say the same are written the same. */
export const written = (body: DraftBody): string => JSON.stringify(body);

export const writtenOf = (submission: Submission): string => written(bodyOf(formOf(submission), submission.service_type));
