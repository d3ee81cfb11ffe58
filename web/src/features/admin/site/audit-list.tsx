// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { RelativeTime } from '@/components/time';
import { api, type Schema } from '@/lib/api';
import { byCursor } from '@/lib/paging';

import { AdminList } from '../frame/admin-list';
import { PersonLink } from '../people/user-words';
import { ActionDetail } from './action-detail';
import { useActionWords } from './action-words';

type Action = Schema<'AdminAction'>;

type AuditListProps = { only: { entity?: string; entity_id?: string; admin_id?: string } };

/** Interventions, newest first: who, what, on what, why, and what changed. */
export function AuditList({ only }: AuditListProps) {
  const { t } = useTranslation('admin');
  const words = useActionWords();
  const pages = api.useInfiniteQuery('get', '/admin/audit', { params: { query: only } }, byCursor);
  const columns: Column<Action>[] = [
    { key: 'what', header: t('audit.what'), cell: ({ kind }) => words.done(kind) },
    { key: 'who', header: t('audit.who'), cell: ({ admin_id, admin_name }) => <PersonLink id={admin_id} name={admin_name} /> },
    ...(only.entity_id ? [] : [{ key: 'on', header: t('audit.on'), isPlain: true, cell: ({ entity, entity_id }: Action) => <Subject entity={entity} id={entity_id} /> }]),
    {
      key: 'why',
      header: t('audit.why'),
      isPlain: true,
      cell: ({ reason, detail }) => (
        <>
          <span dir="auto" className="block">
            {reason}
          </span>
          <ActionDetail detail={detail} />
        </>
      ),
    },
    { key: 'when', header: t('audit.when'), isFigure: true, isPlain: true, cell: ({ created_at }) => <RelativeTime at={created_at} /> },
  ];
  return <AdminList label={t('place.audit')} pages={pages} columns={columns} rowKey={({ id }) => id} none={{ title: t('audit.none'), why: t('audit.noneWhy') }} />;
}

/** An account has a page here; other things are known by their id. */
function Subject({ entity, id }: { entity: string; id: string }) {
  const thing = useActionWords().thing(entity);
  if (entity === 'account') return <PersonLink id={id} name={thing} />;
  return (
    <span className="text-small">
      {thing} <code className="block font-mono text-note break-all text-soft select-all">{id}</code>
    </span>
  );
}
