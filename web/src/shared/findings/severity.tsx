// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { cx } from '@/lib/cx';

type Finding = Schema<'Finding'>;

const weights: Record<Finding['severity'], string> = {
  critical: 'border-problem text-problem',
  major: 'border-problem text-problem',
  moderate: 'border-yours text-yours',
  minor: 'border-edge text-soft',
  trivial: 'border-edge text-soft',
};

/** How bad a finding is, in a word. */
export function Severity({ severity }: Pick<Finding, 'severity'>) {
  const { t } = useTranslation('domain');
  return <span className={cx('rounded-small border px-1.5 text-note font-strong whitespace-nowrap', weights[severity])}>{t(`severity.${severity}`)}</span>;
}
