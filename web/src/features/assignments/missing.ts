// SPDX-License-Identifier: Apache-2.0
// What a submission still lacks, from the API's pointers and codes to words and places.
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { answersIn, type Answers } from '@/shared/service-form/rules';
import type { FormRule, ServiceType } from '@/shared/service-form/types-query';
import { useLackText as useReportText } from '@/shared/service-form/use-words';

import type { WorkForm } from './draft';

type Lack = Schema<'Lack'>;

/** "/report/steps/2/verdict" -> "report.steps.2.verdict", as the form names its fields. */
export const placeOf = ({ pointer }: Lack): string => pointer.slice(1).replaceAll('/', '.');

const plain = { '/summary': 'summary', '/environment/os': 'os', '/environment/browser': 'browser', '/findings': 'findings' } as const;

const isPlain = (pointer: string): pointer is keyof typeof plain => pointer in plain;

export function useLackText(type: string): (lack: Lack) => string {
  const { t } = useTranslation('assignments');
  const reportText = useReportText(type);
  return (lack) => (isPlain(lack.pointer) ? t(`missing.${plain[lack.pointer]}`) : reportText(lack));
}

/** What the form has already, such as from the browser, is sent along with the first change. */
export const lackedBy = (missing: readonly Lack[], { os, browser, device }: WorkForm['environment']): readonly Lack[] => {
  const has: Record<string, boolean> = { '/environment/os': os !== '', '/environment/browser': browser !== '' || device !== '' };
  return missing.filter(({ pointer }) => !has[pointer]);
};

/** Summary, system, and browser or device. */
const ALWAYS = 3;

/** How many things one rule asks for in any case; what depends on an answer adds to it when it is missed. */
const weightOf = ({ kind, when, field }: FormRule, answers: Answers): number => {
  if (when || kind === 'findings' || field.includes('*')) return 0;
  return kind === 'answers' ? Math.max(1, [...answers].find(([place]) => field.endsWith(`/${place}`))?.[1].length ?? 0) : 1;
};

/** How many things a submission of this kind asks for in any case. */
export function wantedOf({ details }: Pick<Schema<'Submission'>, 'details'>, type: ServiceType): number {
  const answers = answersIn(type, details);
  return ALWAYS + type.minimum.reduce((sum, rule) => sum + weightOf(rule, answers), 0);
}
