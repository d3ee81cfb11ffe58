// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Panel } from '@/components/panel';
import type { Schema } from '@/lib/api';
import { Brief } from '@/shared/brief';

type AskedForProps = { submission: Schema<'Submission'>; assignment: Schema<'Assignment'> };

/** The terms that the work was made under, beside it; on a phone one line that opens. */
export function AskedFor({ submission, assignment }: AskedForProps) {
  const { t } = useTranslation('reviews');
  const { brief, steps, requirements } = assignment.terms;
  // A scripted report shows the steps with their verdicts already.
  const shown = <Brief brief={brief} steps={submission.service_type === 'exploratory' ? steps : []} requirements={requirements} />;
  return (
    <aside className="min-w-0 lg:order-last">
      <Panel title={t('desk.asked')} className="max-lg:hidden">
        {shown}
      </Panel>
      <details className="border-b border-line lg:hidden">
        <summary className="min-h-11 content-center">{t('desk.asked')}</summary>
        <div className="pb-4">{shown}</div>
      </details>
    </aside>
  );
}
