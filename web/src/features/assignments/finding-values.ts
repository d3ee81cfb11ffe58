// SPDX-License-Identifier: Apache-2.0
// A tester's finding: as the form holds it, and as the API takes it.
import type { Body, Schema } from '@/lib/api';
import { captureEnvironment } from '@/shared/capture-environment';
import { nielsenValue, type FactorName } from '@/shared/findings/scales';

import { environmentParts, type Environment } from './draft';

type Finding = Schema<'Finding'>;
type FindingBody = Body<'addFinding'>;
type Scale = NonNullable<FindingBody['scale']>;
type ScaleName = NonNullable<Finding['scale']>['name'];

/** Texts that may be left out; an empty one takes away what there was. */
const optionalTexts = ['url', 'preconditions', 'workaround', 'console_excerpt', 'failing_request', 'first_seen_build', 'works_in_build', 'severity_reason'] as const;

type OptionalText = (typeof optionalTexts)[number];

/** Named as the API names it, so that a pointer of the API finds its field. */
export type FindingValues = Pick<FindingBody, 'title' | 'kind' | 'severity' | 'steps' | 'expected' | 'actual' | 'reproducibility'> &
  Record<OptionalText, string> & {
    tries_seen?: number | undefined;
    tries_total?: number | undefined;
    scale: { name: ScaleName | ''; value: string; vector: string } & Record<FactorName, string>;
    /** Seen elsewhere than the rest of the work. */
    isElsewhere: boolean;
    environment: Record<keyof Environment, string>;
    attachment_ids: string[];
  };

const textsOf = (finding: Finding | null): Record<OptionalText, string> =>
  // All names are there by construction.
  Object.fromEntries(optionalTexts.map((name) => [name, finding?.[name] ?? ''])) as Record<OptionalText, string>;

const environmentOf = (environment: Environment): FindingValues['environment'] =>
  // As above.
  Object.fromEntries(environmentParts.map((part) => [part, environment[part] ?? ''])) as FindingValues['environment'];

const factorsOf = (scale: Finding['scale'] | undefined): Record<FactorName, string> => ({
  frequency: scale?.frequency ?? '',
  impact: scale?.impact ?? '',
  persistence: scale?.persistence ?? '',
});

/** What the form begins with; a new finding was seen where the rest of the work is done, as far as that is known yet. */
export function valuesOf(finding: Finding | null, environment: Environment): Partial<FindingValues> {
  const common = {
    ...textsOf(finding),
    scale: { name: finding?.scale?.name ?? '', value: finding?.scale?.value ?? '', vector: finding?.scale?.vector ?? '', ...factorsOf(finding?.scale) } as const,
    isElsewhere: Boolean(finding?.environment),
    environment: environmentOf(finding?.environment ?? { ...captureEnvironment(), ...environment }),
    attachment_ids: finding?.attachment_ids ?? [],
  };
  if (!finding) return { ...common, title: '', steps: [], expected: '', actual: '' };
  const { title, kind, severity, steps, expected, actual, reproducibility, tries_seen, tries_total } = finding;
  return { ...common, title, kind, severity, steps, expected, actual, reproducibility, tries_seen: tries_seen ?? undefined, tries_total: tries_total ?? undefined };
}

const filled = (environment: FindingValues['environment']): Environment =>
  Object.fromEntries(Object.entries(environment).flatMap(([part, value]) => (value.trim() === '' ? [] : [[part, value.trim()]])));

/** A score follows from its vector; any other value is chosen. */
function scaleOf({ name, value, vector, ...factors }: FindingValues['scale']): Scale {
  if (name === '') return {};
  if (name === 'cvss') return { name, vector: vector.trim() };
  // All three or none; their words are those of the API.
  return { name, value, ...(name === 'nielsen' && nielsenValue(factors) !== null && (factors as Pick<Scale, FactorName>)) };
}

/** All of it. What was emptied is sent as "", 0 or {}, which takes it away; null would leave it. */
export function bodyOf({ isElsewhere, environment, scale, tries_seen, tries_total, attachment_ids, ...rest }: FindingValues): FindingBody {
  const texts = Object.fromEntries(optionalTexts.map((name) => [name, rest[name].trim()])) as Record<OptionalText, string>; // as in textsOf
  return {
    ...rest,
    ...texts,
    tries_seen: tries_seen ?? 0,
    tries_total: tries_total ?? 0,
    scale: scaleOf(scale),
    environment: isElsewhere ? filled(environment) : {},
    attachment_ids,
  };
}
