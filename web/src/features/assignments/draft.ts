// SPDX-License-Identifier: Apache-2.0
// The tester's draft: as the form holds it, and as the API takes it.
import type { Body, Schema } from '@/lib/api';
import { evidenceBody, evidenceValues, type EvidenceRow } from '@/shared/service-form/evidence-rows';
import { answersIn } from '@/shared/service-form/rules';
import type { ServiceType } from '@/shared/service-form/types-query';
import { bodyOf as reportBody, formValues } from '@/shared/service-form/values';

type Submission = Schema<'Submission'>;
export type Environment = Submission['environment'];
export type DraftBody = Body<'saveSubmission'>;

export const environmentParts = ['device', 'os', 'os_version', 'browser', 'browser_version', 'viewport', 'locale', 'time_zone', 'network', 'build', 'pixel_ratio'] as const satisfies readonly (keyof Environment)[];

/** Named as the API names it, so that a pointer of the API finds its field. */
export type WorkForm = {
  summary: string;
  environment: Record<keyof Environment, string>;
  /** Its members are those that the kind of test declares. */
  report: Record<string, unknown>;
  evidence: EvidenceRow[];
  outcome: string;
  started_at: string;
  ended_at: string;
  active_minutes: number | undefined;
  assistance: string;
  assistance_note: string;
};

/** What a draft's form depends on: the kind of test, and what the item asks for. */
export type WorkKind = { type: ServiceType; details: Submission['details'] };

/** Every part of a list, filled by a function. */
const record = <Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value) =>
  // All names are there by construction.
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;

export const formOf = ({ summary, environment, report, evidence, ...rest }: Submission, { type, details }: WorkKind): WorkForm => ({
  summary,
  environment: record(environmentParts, (part) => environment[part] ?? ''),
  report: formValues(type.report, report, answersIn(type, details)),
  evidence: evidenceValues(evidence),
  outcome: rest.outcome ?? '',
  started_at: rest.started_at ?? '',
  ended_at: rest.ended_at ?? '',
  active_minutes: rest.active_minutes ?? undefined,
  assistance: rest.assistance ?? '',
  assistance_note: rest.assistance_note ?? '',
});

/** What is filled in, without the empty rest. */
const filled = <Name extends string>(names: readonly Name[], values: Record<Name, string>): Partial<Record<Name, string>> =>
  Object.fromEntries(names.flatMap((name) => (values[name].trim() === '' ? [] : [[name, values[name]]]))) as Partial<Record<Name, string>>;

/** What is sent: whatever is complete enough to be kept by the server. */
export const bodyOf = ({ summary, environment, report, evidence, ...rest }: WorkForm, { type, details }: WorkKind): DraftBody => ({
  summary,
  environment: filled(environmentParts, environment),
  // The document leaves the report open, because its form depends on the service type; and the kinds
  // of evidence are the options of a field.
  report: reportBody(type.report, report, answersIn(type, details)) as unknown as NonNullable<DraftBody['report']>,
  evidence: evidenceBody(evidence) as NonNullable<DraftBody['evidence']>,
  ...envelopeOf(rest),
});

type Envelope = Pick<DraftBody, 'outcome' | 'started_at' | 'ended_at' | 'active_minutes' | 'assistance' | 'assistance_note'>;

/** How it went, as far as it is said. The choices are the options of their fields. */
const envelopeOf = ({ active_minutes, ...texts }: Pick<WorkForm, keyof Envelope>): Envelope => ({
  ...(filled(['outcome', 'started_at', 'ended_at', 'assistance', 'assistance_note'], texts) as Envelope),
  ...(active_minutes !== undefined && { active_minutes }),
});

/** Two drafts that say the same are written the same. */
export const written = (body: DraftBody): string => JSON.stringify(body);

export const writtenOf = (submission: Submission, kind: WorkKind): string => written(bodyOf(formOf(submission, kind), kind));
