// SPDX-License-Identifier: Apache-2.0
import { createSaver, type DraftSaver } from '@/lib/draft-saver';

import { bodyOf, idsIn, withIds, type Forms, type Plan, type PlanBody } from './plan-model';
import { planDraft, type StoredJob } from './plan-query';

type Answered = (answer: StoredJob, ids: ReadonlyMap<string, string>) => void;

export type PlanSaver = {
  saver: DraftSaver<StoredJob, PlanBody>;
  /** Gives a plan to be saved. */
  offer: (plan: Plan, body: PlanBody) => void;
  /** Told of each answer, with the ids that new entries have got. Returns how to stop listening. */
  onAnswer: (listener: Answered) => () => void;
};

/** Saves a plan. New roles and items get their ids with the first answer and are sent with them from then on. */
export function createPlanSaver(stored: StoredJob, forms: Forms, start: { plan: Plan; isOvertaken: boolean }): PlanSaver {
  const draft = planDraft(stored.job.id, forms);
  const ids = new Map<string, string>();
  let offered = start.plan;
  let listener: Answered | null = null;
  const put = async (_body: PlanBody, etag: string) => {
    const plan = withIds(offered, ids);
    const answer = await draft.put(bodyOf(plan, forms), etag);
    for (const [mark, known] of idsIn(plan, answer.job)) ids.set(mark, known);
    return answer;
  };
  const saver = createSaver({ ...draft, put }, stored, start.isOvertaken, (answer) => listener?.(answer, ids));
  return {
    saver,
    offer: (plan, body) => {
      offered = structuredClone(plan);
      saver.change(body);
    },
    onAnswer: (next) => {
      listener = next;
      return () => {
        listener = null;
      };
    },
  };
}
