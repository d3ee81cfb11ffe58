// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { TimeLeft } from '@/components/time';
import { Facts } from '@/shared/facts';
import type { SimpleJob } from '@/shared/jobs-query';

import { useReviewSpeed } from './review-speed';

/** Seats, clocks and the builder's habits, as a tester wants to know them. */
export function JobTerms({ job }: { job: SimpleJob }) {
  const { t } = useTranslation('market');
  const speedOf = useReviewSpeed();
  return (
    <Facts
      facts={[
        { label: t('terms.builder'), value: <span dir="auto">{job.builder_name}</span> },
        { label: t('terms.speed'), value: speedOf(job) },
        { label: t('terms.seats'), value: t('seatsOf', { left: job.seats_left, all: job.seats }) },
        { label: t('terms.claim'), value: t('terms.hours', { count: job.claim_hours }) },
        { label: t('terms.review'), value: t('terms.days', { count: job.review_days }) },
        { label: t('terms.deadline'), value: job.deadline_at && <TimeLeft at={job.deadline_at} /> },
      ]}
    />
  );
}
