// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { date } from '@/lib/format';

import { FindingState } from './finding-state';
import { Severity } from './severity';

/** The finding that came first. Its reporter's words stay theirs: title, state, severity and day are shown. */
export function RootFacts({ root }: { root: Schema<'FindingRoot'> }) {
  const { t } = useTranslation('findings');
  return (
    <div className="rounded-large border border-line p-4">
      <h3 className="text-small font-plain text-soft">{t('root.title')}</h3>
      <p dir="auto" className="font-strong break-words">
        {root.title}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft">
        <FindingState state={root.state} />
        <Severity severity={root.severity} />
        {t('root.since', { date: date(root.created_at) })}
      </p>
    </div>
  );
}
