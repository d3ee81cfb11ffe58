// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';

import type { Schema } from '@/lib/api';
import { priceBookQuery } from '@/shared/pricing-query';

type Severity = Schema<'Finding'>['severity'];

/** What a finding of a severity adds to the pay of this piece of work. */
export function useWorth({ bonus_unit_minor, currency }: Schema<'Submission'>): (severity: Severity) => number {
  const { data: book } = useQuery({ ...priceBookQuery(currency), enabled: bonus_unit_minor > 0 });
  return (severity) => bonus_unit_minor * (book?.bonus_weights[severity] ?? 0);
}

/** What the findings would add if each were taken as the tester reported it. */
export function useReportedBonus(submission: Schema<'Submission'>): number {
  const worthOf = useWorth(submission);
  const reported = submission.findings.reduce((sum, { severity }) => sum + worthOf(severity), 0);
  return Math.min(submission.bonus_cap_minor, reported);
}
