// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { instant, money } from '@/lib/format';
import { Facts } from '@/shared/facts';
import type { SimpleJob } from '@/shared/jobs-query';

/** What a job pays and how long each side has, in words. */
export function TermsFacts({ job }: { job: SimpleJob }) {
  const { t } = useTranslation('jobs');
  return (
    <Facts
      facts={[
        { label: t('terms.reward'), value: money(job.reward_minor, job.currency) },
        { label: t('terms.seats'), value: job.seats },
        { label: t('terms.claimHours'), value: t('terms.hours', { count: job.claim_hours }) },
        { label: t('terms.reviewDays'), value: t('terms.days', { count: job.review_days }) },
        { label: t('terms.deadline'), value: job.deadline_at && instant(job.deadline_at) },
        { label: t('terms.onRejection'), value: t(`terms.outcome.${job.on_rejection}`) },
      ]}
    />
  );
}
