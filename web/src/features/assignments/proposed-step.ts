// SPDX-License-Identifier: Apache-2.0
import type { Scale } from '@/shared/findings/scales';

import { cvssScore } from './cvss';
import type { FindingValues } from './finding-values';

/** The house step that a value of another scale stands for; of scores, the values are where the steps begin. */
export function proposedStep(scales: readonly Scale[], { name, value, vector }: FindingValues['scale']): FindingValues['severity'] | null {
  const { steps = [], takes_vector: takesVector = false } = scales.find((scale) => scale.name === name) ?? {};
  if (!takesVector) return steps.find((step) => step.value === value)?.severity ?? null;
  const score = cvssScore(vector.trim());
  return score === null ? null : (steps.find((step) => score >= Number(step.value))?.severity ?? null);
}
