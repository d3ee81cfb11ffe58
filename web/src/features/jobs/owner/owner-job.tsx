// SPDX-License-Identifier: Apache-2.0
import { isSimple, type Job } from '@/shared/jobs-query';

import { OwnerPlan } from './owner-plan';
import { OwnerSimple } from './owner-simple';

/** A job as its owner sees it, by its kind. */
export function OwnerJob({ job }: { job: Job }) {
  return isSimple(job) ? <OwnerSimple job={job} /> : <OwnerPlan job={job} />;
}
