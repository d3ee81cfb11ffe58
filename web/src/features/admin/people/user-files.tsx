// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-list';
import { api, http, type Schema } from '@/lib/api';
import { bytes, instant } from '@/lib/format';
import { byCursor } from '@/lib/paging';

import { ActButton, type Reasoned } from '../frame/act';
import { AdminList } from '../frame/admin-list';
import { sent } from '../frame/sent';

type AdminFile = Schema<'AdminFile'>;

const needs = ['support', 'moderation'] as const;

/** The files of an account by name: what is in them is not for us to read, unless everybody may. */
export function UserFiles({ userId }: { userId: string }) {
  const { t } = useTranslation('admin');
  const params = { path: { user_id: userId } };
  const pages = api.useInfiniteQuery('get', '/admin/users/{user_id}/files', { params }, byCursor);
  const columns: Column<AdminFile>[] = [
    { key: 'name', header: t('files.name'), cell: (file) => <FileName file={file} /> },
    { key: 'for', header: t('files.for'), isPlain: true, cell: ({ used_for: use, project_name: project }) => (use === 'project' ? t('files.use.project', { project }) : t(`files.use.${use}`)) },
    { key: 'size', header: t('files.size'), isFigure: true, cell: ({ size_bytes }) => bytes(size_bytes) },
    { key: 'since', header: t('files.since'), isFigure: true, cell: ({ created_at }) => instant(created_at) },
    { key: 'act', header: t('files.act'), isPlain: true, cell: (file) => <RemoveFile file={file} /> },
  ];
  return (
    <>
      <AdminList label={t('files.title')} pages={pages} columns={columns} rowKey={({ id }) => id} none={{ title: t('files.none') }} />
      <ActButton<Reasoned>
        className="mt-4 block"
        label={t('files.eraseAll.label')}
        needs={needs}
        kind="danger"
        isDanger
        title={t('files.eraseAll.title')}
        what={t('files.eraseAll.what')}
        submit={t('files.eraseAll.label')}
        done={t('files.eraseAll.done')}
        values={{ reason: '' }}
        run={(body) => sent(http.POST('/admin/users/{user_id}/erase-files', { params, body }))}
      />
    </>
  );
}

/** A picture of a project can be looked at: everybody sees it. */
function FileName({ file: { name, url } }: { file: AdminFile }) {
  return url ? (
    <a href={url} target="_blank" rel="noreferrer" dir="auto" className="break-all underline">
      {name}
    </a>
  ) : (
    <span dir="auto" className="break-all">
      {name}
    </span>
  );
}

function RemoveFile({ file }: { file: AdminFile }) {
  const { t } = useTranslation('admin');
  const params = { path: { file_id: file.id } };
  return (
    <ActButton<Reasoned>
      label={t('files.remove.label')}
      needs={needs}
      isDanger
      title={t('files.remove.title', { name: file.name })}
      what={t(file.used_for === 'work' ? 'files.remove.whatOfWork' : 'files.remove.what')}
      submit={t('files.remove.label')}
      done={t('files.remove.done', { name: file.name })}
      values={{ reason: '' }}
      run={(body) => sent(http.POST('/admin/files/{file_id}/remove', { params, body }))}
    />
  );
}
