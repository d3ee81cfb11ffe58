// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Assignment } from '@/shared/assignments-query';

/** Under the title: the job, what it tests and whose it is. */
export function JobLine({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('assignments');
  return (
    <p>
      <Link to={`/jobs/${assignment.job_id}`} className="link">
        {t('theJob')}
      </Link>{' '}
      · <span dir="auto">{assignment.terms.project_name}</span> · {t('by', { name: assignment.builder_name })}
    </p>
  );
}
