// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';

import { keep, kept } from '@/lib/kept';
import { captureEnvironment } from '@/shared/capture-environment';
import type { ServiceType } from '@/shared/service-form/types-query';

import { bodyOf, formOf, written, writtenOf, type WorkForm, type WorkKind } from './draft';
import { draftApi, missingQuery } from './draft-query';
import { createSaver, type DraftSaver, type SaveState, type Stored } from './draft-saver';

/** What was typed here, and what the server had of it then. */
type Kept = { taken: string; form: WorkForm };

const keyOf = (submissionId: string): string => `work.${submissionId}`;

const isBlank = ({ environment }: WorkForm): boolean => Object.values(environment).every((value) => value === '');

/** To look at the work is not to begin it: the server hears of the form by itself only when "isNews". */
type Beginning = { form: WorkForm; isNews: boolean; isOvertaken: boolean };

const isBegun = ({ summary, report, evidence }: Stored['submission']): boolean => summary !== '' || evidence.length > 0 || Object.keys(report).length > 0;

/** The form to begin with: what was typed before a reload, or else what the server has. */
export function beginning(stored: Stored, kind: WorkKind, typed: Kept | null): Beginning {
  const { submission } = stored;
  const theirs = writtenOf(submission, kind);
  const mine = typed && written(bodyOf(typed.form, kind));
  const isUnchanged = typed?.taken === theirs || mine === theirs;
  if (typed && (isUnchanged || typed.taken !== mine)) return { form: typed.form, isNews: true, isOvertaken: !isUnchanged };
  const form = formOf(submission, kind);
  if (!isBlank(form)) return { form, isNews: false, isOvertaken: false };
  const started_at = form.started_at || new Date().toISOString();
  return { form: { ...form, started_at, environment: { ...form.environment, ...captureEnvironment() } }, isNews: isBegun(submission), isOvertaken: false };
}

export type DraftWork = {
  form: UseFormReturn<WorkForm>;
  saver: DraftSaver;
  state: SaveState;
  takeTheirs: () => void;
  /** The server has it for good. */
  forget: () => void;
};

/** The form of a draft, saved by itself and kept over a reload. */
export function useDraft(stored: Stored, type: ServiceType): DraftWork {
  const queryClient = useQueryClient();
  const { id, details } = stored.submission;
  // What an item asks for never changes under a draft.
  const [kind] = useState<WorkKind>({ type, details });
  const key = keyOf(id);
  const [start] = useState(() => beginning(stored, kind, kept<Kept>(key)));
  const form = useForm<WorkForm>({ mode: 'onChange', defaultValues: start.form });
  const [saver] = useState(() => createSaver(draftApi(id), kind, stored, start.isOvertaken, () => void queryClient.invalidateQueries(missingQuery(id))));
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  const { subscribe, getValues, reset } = form;
  useEffect(() => {
    const change = (values: WorkForm) => {
      saver.change(bodyOf(values, kind));
      keep(key, { taken: saver.taken(), form: values } satisfies Kept);
    };
    if (start.isNews) change(getValues()); // what was read from the browser alone goes along with the first change
    return subscribe({ formState: { values: true }, callback: ({ values }) => change(values) });
  }, [subscribe, getValues, saver, key, kind, start]);
  useEffect(() => saver.subscribe(() => kept(key) && keep(key, { taken: saver.taken(), form: getValues() } satisfies Kept)), [saver, key, getValues]);
  useEffect(() => {
    if (saver.meet(stored)) reset(formOf(stored.submission, kind));
  }, [saver, stored, reset, kind]);
  useLeaving(saver);

  const takeTheirs = () => {
    if (state.kind !== 'conflict') return;
    saver.takeTheirs();
    reset(formOf(state.theirs.submission, kind));
  };
  return { form, saver, state, takeTheirs, forget: () => keep(key, null) };
}

/** Going elsewhere saves at once; closing the tab asks first while something is unsaved. */
function useLeaving(saver: DraftSaver): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.state().kind !== 'saved') event.preventDefault();
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
