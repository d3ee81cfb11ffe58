// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { RowBones } from '@/components/skeleton';

import { planTemplatesQuery, templatesQuery } from '../jobs-query';

/** So many fit beside the past jobs; the rest is one press away. */
const SHOWN = 6;

type TemplateListProps = { linkTo: (kind: 'simple' | 'structured', template: string) => string };

/** Ready-made plans first, then ready-made simple tests; every word of them can be changed. */
export function TemplateList({ linkTo }: TemplateListProps) {
  const { t } = useTranslation('jobs');
  const { t: d } = useTranslation('domain');
  const plans = useQuery(planTemplatesQuery());
  const simple = useQuery(templatesQuery());
  const [isAll, setIsAll] = useState(false);
  if (plans.isPending || simple.isPending) return <RowBones count={SHOWN} />;
  if (!plans.data || !simple.data) return <FailedState error={plans.error ?? simple.error} onRetry={() => void Promise.all([plans.refetch(), simple.refetch()])} />;
  const rows = [
    ...plans.data.items.map(({ key, title, summary, roles }) => ({ key: `plan-${key}`, to: linkTo('structured', key), title, summary, fact: t('start.roles', { count: roles.length }) })),
    ...simple.data.items.map(({ key, title, summary, service_type }) => ({ key, to: linkTo('simple', key), title, summary, fact: d(`serviceType.${service_type}`) })),
  ];
  const shown = isAll ? rows : rows.slice(0, SHOWN);
  if (rows.length === 0) return <p className="text-soft">{t('start.noTemplates')}</p>;
  return (
    <>
      <ul className="-mt-2">
        {shown.map(({ key, to, title, summary, fact }) => (
          <li key={key} className="border-b border-line">
            <Link to={to} className="group flex min-h-14 items-start justify-between gap-4 py-3">
              <span className="min-w-0">
                <span className="block font-strong group-hover:underline">{title}</span>
                <span className="block text-small text-soft">{summary}</span>
              </span>
              <span className="text-small whitespace-nowrap text-soft">{fact}</span>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button kind="quiet" onClick={() => setIsAll(true)} className="mt-2 -ms-4">
          {t('subject.showAll', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
