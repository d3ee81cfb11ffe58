// SPDX-License-Identifier: Apache-2.0
// The report of a submission, by service type. The API document leaves its form open, because it
// depends on the service type; so it is read here, leniently: a draft may lack any part.

export const stepVerdicts = ['pass', 'fail', 'blocked', 'skipped'] as const;
export type StepVerdict = (typeof stepVerdicts)[number];
export const caseVerdicts = ['pass', 'fail', 'blocked'] as const;
export type CaseVerdict = (typeof caseVerdicts)[number];
export const debriefParts = ['past', 'results', 'outlook', 'obstacles', 'feelings'] as const;
export type DebriefPart = (typeof debriefParts)[number];

export type StepResult = { number: number; verdict: StepVerdict; actual?: string };
export type ScriptedReport = { steps: StepResult[]; verdict?: CaseVerdict };

export type Mark = { minute: number; note: string };
export type SessionReport = {
  areas_covered: string[];
  areas_not_covered: string[];
  notes: string;
  share_testing?: number;
  share_bugs?: number;
  share_setup?: number;
  marks: Mark[];
  debrief: Partial<Record<DebriefPart, string>>;
};

type Json = Record<string, unknown>;

const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined => values.find((known) => known === value);

/** A member that is there or is not: never there and undefined. */
const member = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  // The computed name is the type's own.
  (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };

const figureOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

export function scriptedReport(report: unknown): ScriptedReport {
  const { steps, verdict } = objectOf(report);
  const results = listOf(steps).flatMap((entry): StepResult[] => {
    const step = objectOf(entry);
    const known = oneOf(stepVerdicts, step['verdict']);
    const number = figureOf(step['number']);
    if (!known || number === undefined) return [];
    return [{ number, verdict: known, ...(textOf(step['actual']) && { actual: textOf(step['actual']) }) }];
  });
  return { steps: results, ...member('verdict', oneOf(caseVerdicts, verdict)) };
}

export function sessionReport(report: unknown): SessionReport {
  const sheet = objectOf(report);
  const debrief = objectOf(sheet['debrief']);
  return {
    areas_covered: listOf(sheet['areas_covered']).map(textOf),
    areas_not_covered: listOf(sheet['areas_not_covered']).map(textOf),
    notes: textOf(sheet['notes']),
    ...member('share_testing', figureOf(sheet['share_testing'])),
    ...member('share_bugs', figureOf(sheet['share_bugs'])),
    ...member('share_setup', figureOf(sheet['share_setup'])),
    marks: listOf(sheet['marks']).map((entry) => {
      const mark = objectOf(entry);
      return { minute: figureOf(mark['minute']) ?? 0, note: textOf(mark['note']) };
    }),
    debrief: Object.fromEntries(debriefParts.flatMap((part) => (textOf(debrief[part]) ? [[part, textOf(debrief[part])]] : []))),
  };
}
