// SPDX-License-Identifier: Apache-2.0
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';

import type { DraftSaver, SaveState } from '@/lib/draft-saver';
import { keep, kept } from '@/lib/kept';
import { showProblem } from '@/lib/problem';
import type { Refusal } from '@/lib/rules';
import type { Job } from '@/shared/jobs-query';

import { refusalsOf } from './places';
import { bodyOf, planOf, written, type Forms, type Plan, type PlanBody } from './plan-model';
import type { StoredJob } from './plan-query';
import { createPlanSaver } from './plan-saver';

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
  const [refusals, setRefusals] = useState<readonly Refusal[]>(start.refusals);
  const [hasNews, setHasNews] = useState(start.hasNews);
  const form = useForm<Plan>({ mode: 'onTouched', defaultValues: start.plan });
  const { getValues, reset, setError, subscribe } = form;
  const [{ saver, offer, onAnswer }] = useState(() => createPlanSaver(first, forms, start));
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  const takeAnswer = useEffectEvent((answer: StoredJob, ids: ReadonlyMap<string, string>) => {
    setJob(answer.job);
    nameNew(form, ids);
    if (written(bodyOf(getValues(), forms)) === saver.taken()) setHasNews(false);
  });
  useEffect(() => onAnswer((answer, ids) => takeAnswer(answer, ids)), [onAnswer]);

  const take = useEffectEvent((plan: Plan) => {
    const body = bodyOf(plan, forms);
    const found = refusalsOf(plan, body);
    setRefusals(found);
    setHasNews(written(body) !== saver.taken());
    keep(key, { taken: saver.taken(), plan } satisfies Kept);
    if (isAutomatic && found.length === 0) offer(plan, body);
  });
  // What was typed before a reload.
  const takeUp = useEffectEvent(() => {
    if (isAutomatic) offer(start.plan, bodyOf(start.plan, forms));
  });
  useEffect(() => {
    if (start.hasNews && start.refusals.length === 0) takeUp();
    return subscribe({ formState: { values: true }, callback: ({ values }) => take(values) });
  }, [subscribe, start]);
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

type Beginning = { plan: Plan; hasNews: boolean; isOvertaken: boolean; refusals: readonly Refusal[] };

/** The form to begin with: what was typed before a reload, or else what the server has. */
function beginning(stored: StoredJob, forms: Forms, typed: Kept | null): Beginning {
  const plan = planOf(stored.job, forms);
  const theirs = written(bodyOf(plan, forms));
  const mine = typed && written(bodyOf(typed.plan, forms));
  if (!typed || mine === theirs || mine === typed.taken) return { plan, hasNews: false, isOvertaken: false, refusals: [] };
  return { plan: typed.plan, hasNews: true, isOvertaken: typed.taken !== theirs, refusals: refusalsOf(typed.plan, bodyOf(typed.plan, forms)) };
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
