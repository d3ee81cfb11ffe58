// SPDX-License-Identifier: Apache-2.0
import { TrashIcon } from '@heroicons/react/24/outline';
import { useTranslation } from 'react-i18next';

import { IconButton, LinkButton } from '@/components/button';
import { DataList, type Column } from '@/components/data-list';
import { EmptyState } from '@/components/empty-state';
import { Money } from '@/components/money';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { RelativeTime } from '@/components/time';
import { useToast } from '@/components/toasts';
import { api, type Schema } from '@/lib/api';
import { rowsOf } from '@/lib/paging';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { useRefresh } from '@/shared/use-refresh';

import { bodyOf, planOf } from './plan-model';
import { useTestPlans } from './test-plans-query';

type TestPlan = Schema<'TestPlan'>;

/** The builder's plans that are not jobs yet. */
export function TestPlanListPage() {
  const { t } = useTranslation('plans');
  const { t: d } = useTranslation('domain');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTestPlans();
  const remove = useRemovePlan();
  const kinds = ({ roles }: TestPlan) => [...new Set(roles.flatMap(({ items }) => items.map(({ service_type }) => service_type)))];
  const columns: Column<TestPlan>[] = [
    { key: 'name', header: t('list.name'), cell: ({ name }) => <span dir="auto">{name}</span> },
    { key: 'kinds', header: t('list.kinds'), isPlain: true, cell: (plan) => <span className="text-soft">{kinds(plan).map((type) => d(`serviceType.${type}`)).join(', ')}</span> },
    { key: 'seats', header: t('list.testers'), isFigure: true, cell: ({ roles }) => roles.reduce((sum, { seats }) => sum + seats, 0) },
    { key: 'total', header: t('list.total'), isFigure: true, cell: ({ estimate, currency }) => (estimate ? <Money minor={estimate.total_minor} currency={currency} /> : '–') },
    { key: 'changed', header: t('list.changed'), isFigure: true, cell: ({ updated_at }) => <RelativeTime at={updated_at} /> },
    {
      key: 'remove',
      header: t('list.actions'),
      isFigure: true,
      isPlain: true,
      cell: (plan) => <IconButton label={t('list.remove', { name: plan.name })} icon={<TrashIcon className="size-5" />} onClick={() => remove(plan)} className="relative z-10" />,
    },
  ];
  const add = (
    <LinkButton to="/pricing?new" kind="primary">
      {t('list.new')}
    </LinkButton>
  );
  const rows = rowsOf(data);
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width="board" action={rows?.length !== 0 && add}>
      <DataList
        label={t('list.title')}
        list={{ isPending, error, rows, retry: () => void refetch() }}
        empty={
          <EmptyState drawing="tray" title={t('list.none')} action={add}>
            {t('list.noneWhy')}
          </EmptyState>
        }
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/pricing?plan=${id}`}
      />
      <Pager hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </Page>
  );
}

/** Takes a plan away; for a while it can be brought back, as a new one that says the same. */
function useRemovePlan(): (plan: TestPlan) => void {
  const { t } = useTranslation('plans');
  const toast = useToast();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const onError = (problem: unknown) => toast('problem', problemText(toProblem(problem)));
  const create = api.useMutation('post', '/test-plans', { onSuccess: refresh, onError });
  const remove = api.useMutation('delete', '/test-plans/{plan_id}');
  return (plan) =>
    remove.mutate(
      { params: { path: { plan_id: plan.id } } },
      {
        onError,
        onSuccess: async () => {
          const body = bodyOf(planOf(plan));
          await refresh();
          toast('done', t('list.removed', { name: plan.name }), body ? { label: t('undo'), run: () => create.mutate({ body }) } : undefined);
        },
      },
    );
}
