// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { TimeLeft } from '@/components/time';
import { Facts } from '@/shared/facts';
import type { Job } from '@/shared/jobs-query';

import { useReviewSpeed } from './review-speed';

/** A test plan in short: who is wanted, how many, and until when offers are taken. */
export function PlanTerms({ job }: { job: Job }) {
  const { t } = useTranslation('market');
  const speedOf = useReviewSpeed();
  return (
    <Facts
      facts={[
        { label: t('terms.builder'), value: <span dir="auto">{job.builder_name}</span> },
        { label: t('terms.speed'), value: speedOf(job) },
        { label: t('terms.roles'), value: <span dir="auto">{job.roles.map(({ name }) => name).join(', ')}</span> },
        { label: t('terms.seats'), value: t('seatsOf', { left: job.seats_left, all: job.seats }) },
        { label: t('terms.review'), value: t('terms.days', { count: job.review_days }) },
        { label: t('terms.offers'), value: job.bidding_deadline_at && <TimeLeft at={job.bidding_deadline_at} /> },
      ]}
    />
  );
}
