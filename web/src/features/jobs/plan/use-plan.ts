// SPDX-License-Identifier: Apache-2.0
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';

import { createSaver, type DraftSaver, type SaveState } from '@/lib/draft-saver';
import { keep, kept } from '@/lib/kept';
import { showProblem } from '@/lib/problem';
import type { Refusal } from '@/lib/rules';
import type { Job } from '@/shared/jobs-query';

import { refusalsOf } from './places';
import { bodyOf, idsIn, planOf, withIds, written, type Forms, type Plan, type PlanBody } from './plan-model';
import { planDraft, type StoredJob } from './plan-query';

/** What was typed here, and what the server had of it then. */
type Kept = { taken: string; plan: Plan };

export type PlanWork = {
  form: UseFormReturn<Plan>;
  forms: Forms;
  state: SaveState<StoredJob>;
  saver: DraftSaver<StoredJob, PlanBody>;
  /** What stands against saving, found here or by the server. */
  refusals: readonly Refusal[];
  /** Is there something that the server does not have? */
  hasNews: boolean;
  /** The job as the server last answered with it. */
  job: Job;
  /** Saves what is not saved; false when that did not work. */
  save: () => Promise<boolean>;
  takeTheirs: () => void;
  forget: () => void;
};

/**
 * The form of a structured job, kept over a reload. A draft is saved by itself; a published plan only
 * on demand, because a change makes the bids on it stale.
 */
export function usePlan(stored: StoredJob, forms: Forms, isAutomatic: boolean): PlanWork {
  const { id } = stored.job;
  const key = `plan.${id}`;
  const [first] = useState(stored);
  const [start] = useState(() => beginning(first, forms, kept<Kept>(key)));
  const [job, setJob] = useState(first.job);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [hasNews, setHasNews] = useState(start.hasNews);
  const form = useForm<Plan>({ mode: 'onTouched', defaultValues: start.plan });
  const { getValues, reset, setError, subscribe } = form;
  /** What was last given to be saved, and the ids that new entries of it have got. */
  const offered = useRef(start.plan);
  const ids = useRef(new Map<string, string>());
  const answered = useRef<(answer: StoredJob) => void>(() => undefined);
  const [saver] = useState(() => {
    const draft = planDraft(id, forms);
    const put = async (etag: string) => {
      const plan = withIds(offered.current, ids.current);
      const answer = await draft.put(bodyOf(plan, forms), etag);
      for (const [mark, known] of idsIn(plan, answer.job)) ids.current.set(mark, known);
      return answer;
    };
    return createSaver({ ...draft, put: (_body, etag) => put(etag) }, first, start.isOvertaken, (answer) => answered.current(answer));
  });
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  useEffect(() => {
    answered.current = (answer) => {
      setJob(answer.job);
      nameNew(form, ids.current);
      if (written(bodyOf(getValues(), forms)) === saver.taken()) setHasNews(false);
    };
  });

  const offer = (plan: Plan, body: PlanBody) => {
    offered.current = structuredClone(plan);
    saver.change(body);
  };
  const take = useEffectEvent((plan: Plan) => {
    const body = bodyOf(plan, forms);
    const found = refusalsOf(plan, body);
    setRefusals(found);
    setHasNews(written(body) !== saver.taken());
    keep(key, { taken: saver.taken(), plan } satisfies Kept);
    if (isAutomatic && found.length === 0) offer(plan, body);
  });
  useEffect(() => {
    if (start.hasNews) take(getValues()); // what was typed before a reload
    return subscribe({ formState: { values: true }, callback: ({ values }) => take(values) });
  }, [subscribe, getValues, start]);
  useLeaving(saver, hasNews);
  useEffect(() => {
    if (state.kind === 'refused') showProblem(state.problem, setError);
  }, [state, setError]);

  const save = async () => {
    const body = bodyOf(getValues(), forms);
    const found = refusalsOf(getValues(), body);
    setRefusals(found);
    if (found.length > 0) return false;
    offer(getValues(), body);
    return saver.flush();
  };
  const takeTheirs = () => {
    if (state.kind !== 'conflict') return;
    reset(planOf(state.theirs.job, forms));
    setJob(state.theirs.job);
    saver.takeTheirs();
    keep(key, null);
  };
  const refused = state.kind === 'refused' ? (state.problem.errors ?? []) : [];
  return { form, forms, state, saver, refusals: refusals.length > 0 ? refusals : refused, hasNews, job, save, takeTheirs, forget: () => keep(key, null) };
}

/** The form to begin with: what was typed before a reload, or else what the server has. */
function beginning(stored: StoredJob, forms: Forms, typed: Kept | null): { plan: Plan; hasNews: boolean; isOvertaken: boolean } {
  const plan = planOf(stored.job, forms);
  const theirs = written(bodyOf(plan, forms));
  const mine = typed && written(bodyOf(typed.plan, forms));
  if (!typed || mine === theirs || mine === typed.taken) return { plan, hasNews: false, isOvertaken: false };
  return { plan: typed.plan, hasNews: true, isOvertaken: typed.taken !== theirs };
}

/** Gives new entries in the form the ids that the server gave them. */
function nameNew({ getValues, setValue }: UseFormReturn<Plan>, ids: ReadonlyMap<string, string>): void {
  for (const [at, role] of getValues('roles').entries()) {
    const roleId = ids.get(role.mark);
    if (roleId && !role.id) setValue(`roles.${at}.id`, roleId);
    for (const [index, item] of role.items.entries()) {
      const itemId = ids.get(item.mark);
      if (itemId && !item.id) setValue(`roles.${at}.items.${index}.id`, itemId);
    }
  }
}

/** Going elsewhere saves at once; closing the tab asks first while something is unsaved. */
function useLeaving(saver: DraftSaver<StoredJob, PlanBody>, hasNews: boolean): void {
  const isUnsaved = useEffectEvent(() => hasNews);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    const flush = () => void saver.flush();
    window.addEventListener('beforeunload', ask);
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('online', flush);
      flush();
    };
  }, [saver]);
}
