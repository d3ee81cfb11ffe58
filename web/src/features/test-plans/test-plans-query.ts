// SPDX-License-Identifier: Apache-2.0
import { api, http, type Schema } from '@/lib/api';
import type { DraftKind } from '@/lib/draft-saver';
import { byCursor } from '@/lib/paging';

import { bodyOf, planOf, type PlanBody } from './plan-model';

/** A plan as the server has it, with the tag that names this version of it. */
export type StoredPlan = { plan: Schema<'TestPlan'>; etag: string };

export const useTestPlans = () => api.useInfiniteQuery('get', '/test-plans', { params: { query: {} } }, byCursor);

/** The newest plan: where the configurator goes on. */
export const latestPlanQuery = () => ({ ...api.queryOptions('get', '/test-plans', { params: { query: { limit: 1 } } }), staleTime: 0 });

const paramsOf = (planId: string) => ({ path: { plan_id: planId } });
const tagOf = (response: Response): string => response.headers.get('ETag') ?? '';

async function readPlan(planId: string): Promise<StoredPlan> {
  const { data, error, response } = await http.GET('/test-plans/{plan_id}', { params: paramsOf(planId) });
  if (!data) throw error;
  return { plan: data, etag: tagOf(response) };
}

async function writePlan(planId: string, body: PlanBody, etag: string): Promise<StoredPlan> {
  const { data, error, response } = await http.PUT('/test-plans/{plan_id}', { params: paramsOf(planId), body, headers: { 'If-Match': etag } });
  if (!data) throw error;
  return { plan: data, etag: tagOf(response) };
}

/** The plan with its tag, read anew whenever the configurator opens. */
export const planQuery = (planId: string) => ({ queryKey: ['test-plan', planId] as const, queryFn: () => readPlan(planId), staleTime: 0, gcTime: 0 });

const written = (body: PlanBody | null): string => JSON.stringify(body);

export const planDraft = (planId: string): DraftKind<StoredPlan, PlanBody> => ({
  get: () => readPlan(planId),
  put: (body, etag) => writePlan(planId, body, etag),
  written,
  writtenOf: ({ plan }) => written(bodyOf(planOf(plan))),
  isOpen: () => true,
  changedAt: ({ plan }) => plan.updated_at,
});
