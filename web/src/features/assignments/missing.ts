// SPDX-License-Identifier: Apache-2.0
// What a submission still lacks, from the API's pointers and codes to words and places.
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { number } from '@/lib/format';

import { least } from './report-rules';

type Lack = Schema<'Lack'>;

/** "/report/steps/2/verdict" -> "report.steps.2.verdict", as the form names its fields. */
export const placeOf = ({ pointer }: Lack): string => pointer.slice(1).replaceAll('/', '.');

const STEP = /^\/report\/steps\/(\d+)\/(verdict|actual)$/;

const plain = {
  '/summary': 'summary',
  '/environment/os': 'os',
  '/environment/browser': 'browser',
  '/report/verdict': 'case',
  '/findings': 'findings',
  '/report/areas_covered': 'areas',
  '/report/notes': 'notes',
  '/report/marks': 'marks',
  '/report/share_testing': 'shares',
  '/report/share_bugs': 'shares',
  '/report/share_setup': 'shares',
} as const;

const isPlain = (pointer: string): pointer is keyof typeof plain => pointer in plain;

export function useLackText(): (lack: Lack) => string {
  const { t } = useTranslation('assignments');
  return ({ pointer }) => {
    const [, step, part] = STEP.exec(pointer) ?? [];
    if (step !== undefined) return t(part === 'actual' ? 'missing.actual' : 'missing.verdict', { number: number(Number(step) + 1) });
    return isPlain(pointer) ? t(`missing.${plain[pointer]}`, { ...least }) : t('missing.other');
  };
}

/** How many things a submission of this kind asks for in any case; a failed step can add to it. */
export const wantedOf = ({ service_type, steps }: Schema<'Submission'>): number => 3 + (service_type === 'exploratory' ? 3 : steps.length + 1);
