// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { PageBones } from '@/components/skeleton';
import { api, type Schema } from '@/lib/api';
import { createSaver } from '@/lib/draft-saver';
import { isAbsent, toProblem } from '@/lib/problem';
import { SaveLine } from '@/shared/save-line';

import { keepPlan, keptPlan } from './basket';
import { Configurator } from './configurator';
import { MakeJob } from './make-job';
import { bodyOf, firstPlan, planOf, type Plan, type PlanBody } from './plan-model';
import { latestPlanQuery, planDraft, planQuery, type StoredPlan } from './test-plans-query';

type SavedPlanProps = { config: Schema<'SiteConfig'> };

/** A builder's plan: the one in the address, what was put together before signing in, the newest, or a first one. */
export function SavedPlan({ config }: SavedPlanProps) {
  const [search] = useSearchParams();
  const planId = search.get('plan');
  if (planId) return <OpenPlan key={planId} planId={planId} config={config} />;
  return <FindPlan config={config} isNew={search.has('new')} />;
}

function FindPlan({ config, isNew }: SavedPlanProps & { isNew: boolean }) {
  const { t } = useTranslation('plans');
  const [, setSearch] = useSearchParams();
  const [brought] = useState(keptPlan);
  const latest = useQuery({ ...latestPlanQuery(), enabled: !isNew && !brought });
  const create = api.useMutation('post', '/test-plans', {
    onSuccess: ({ id }) => {
      keepPlan(null);
      setSearch({ plan: id }, { replace: true });
    },
  });
  const hasBegun = useRef(false);
  const { mutate } = create;
  const begin = useCallback((body: PlanBody) => mutate({ body }), [mutate]);
  const known = latest.data?.items[0]?.id;
  const first = brought ?? (isNew || latest.isSuccess ? firstPlan(t('plan.first'), t('role.first'), config.currencies[0] ?? 'usd') : null);
  const body = known ? null : first && bodyOf(first);
  useEffect(() => {
    if (known) setSearch({ plan: known }, { replace: true });
    else if (body && !hasBegun.current) {
      hasBegun.current = true; // one plan, however often the page is drawn
      begin(body);
    }
  }, [known, body, begin, setSearch]);
  const error = create.error ?? latest.error;
  if (!error) return <PageBones />;
  return <FailedState error={error} onRetry={() => (create.error && body ? begin(body) : void latest.refetch())} />;
}

function OpenPlan({ planId, config }: SavedPlanProps & { planId: string }) {
  const { t } = useTranslation('plans');
  const stored = useQuery(planQuery(planId));
  if (stored.data) return <EditPlan stored={stored.data} config={config} />;
  if (stored.isPending) return <PageBones />;
  if (!isAbsent(toProblem(stored.error))) return <FailedState error={stored.error} onRetry={() => void stored.refetch()} />;
  return (
    <p>
      {t('plan.gone')}{' '}
      <Link to="/test-plans" className="link">
        {t('list.title')}
      </Link>
    </p>
  );
}

function EditPlan({ stored, config }: SavedPlanProps & { stored: StoredPlan }) {
  const { t } = useTranslation('plans');
  const [first] = useState(stored);
  const { id } = first.plan;
  const [saver] = useState(() => createSaver(planDraft(id), first, false, () => undefined));
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const [version, setVersion] = useState({ number: 0, plan: planOf(first.plan) });
  const change = useCallback(
    (plan: Plan) => {
      const body = bodyOf(plan);
      if (body) saver.change(body);
    },
    [saver],
  );
  useEffect(() => () => void saver.flush(), [saver]);
  const takeTheirs = () => {
    if (state.kind !== 'conflict') return;
    setVersion({ number: version.number + 1, plan: planOf(state.theirs.plan) });
    saver.takeTheirs();
  };
  return (
    <Configurator
      key={version.number}
      start={version.plan}
      config={config}
      onChange={change}
      keeping={
        <div className="flex flex-col gap-3">
          <SaveLine state={state} />
          {state.kind === 'conflict' && (
            <div className="flex flex-wrap gap-2">
              <Button onClick={saver.keepMine}>{t('conflict.mine')}</Button>
              <Button onClick={takeTheirs}>{t('conflict.theirs')}</Button>
            </div>
          )}
          <Link to="/test-plans" className="link inline-flex min-h-11 items-center self-start text-small">
            {t('list.all')}
          </Link>
        </div>
      }
      action={(plan, estimate) => <MakeJob planId={id} name={plan.name} flush={saver.flush} isDisabled={!estimate || bodyOf(plan) === null} />}
    />
  );
}
