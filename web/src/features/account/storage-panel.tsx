// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { FailedState } from '@/components/failed-state';
import { Panel } from '@/components/panel';
import { RowBones } from '@/components/skeleton';
import { http } from '@/lib/api';
import { bytes } from '@/lib/format';
import { forgetBegun } from '@/lib/upload/begun';
import { myFilesQuery, type StoredFile } from '@/shared/files/file-query';
import { FileRow } from '@/shared/files/file-row';
import { FileViewer } from '@/shared/files/file-viewer';
import { storageQuery } from '@/shared/files/storage-query';

/** How much room one's files take, and the files themselves, to make room. */
export function StoragePanel() {
  const { t } = useTranslation('account');
  const { data, error, refetch } = useQuery(storageQuery());
  return (
    <Panel title={t('storage.title')}>
      {!data && (error ? <FailedState error={error} onRetry={() => void refetch()} /> : <RowBones count={1} />)}
      {data && (
        <div className="flex flex-col gap-2">
          <progress aria-label={t('storage.title')} max={data.quota_bytes} value={Math.min(data.used_bytes, data.quota_bytes)} />
          <p className="figures">{t('storage.used', { used: bytes(data.used_bytes), quota: bytes(data.quota_bytes) })}</p>
          <p className="text-small text-soft">{t('storage.limits', { picture: bytes(data.picture_max_bytes), video: bytes(data.video_max_bytes), document: bytes(data.document_max_bytes) })}</p>
        </div>
      )}
      <div className="mt-4">
        <MyFiles />
      </div>
    </Panel>
  );
}

/** Read only when it is asked for: there may be many. */
function MyFiles() {
  const { t } = useTranslation('account');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div onToggle={() => setIsOpen(true)}>
      <Disclosure title={<span className="text-small">{t('storage.files')}</span>}>{isOpen && <FileList />}</Disclosure>
    </div>
  );
}

async function deleteFile(fileId: string): Promise<void> {
  const { error } = await http.DELETE('/files/{file_id}', { params: { path: { file_id: fileId } } });
  if (error) throw error;
  forgetBegun(fileId);
}

function FileList() {
  const { t } = useTranslation('account');
  const queryClient = useQueryClient();
  const { data: files, error, refetch } = useQuery(myFilesQuery());
  const [shown, setShown] = useState<StoredFile | null>(null);
  const remove = useMutation({
    mutationFn: deleteFile,
    onSuccess: () => Promise.all([queryClient.invalidateQueries(myFilesQuery()), queryClient.invalidateQueries(storageQuery())]),
  });
  if (!files) return error ? <FailedState error={error} onRetry={() => void refetch()} /> : <RowBones count={3} />;
  if (files.length === 0) return <p className="text-soft">{t('storage.none')}</p>;
  return (
    <>
      <p className="mb-2 text-small text-soft">{t('storage.why')}</p>
      {remove.error && <FailedState error={remove.error} />}
      <ul>
        {files.map((file) => (
          <li key={file.id} className="border-t border-line py-3">
            <FileRow fileId={file.id} onRemove={() => remove.mutate(file.id)} onOpen={setShown} />
          </li>
        ))}
      </ul>
      {shown && <FileViewer files={[shown]} startAt={shown.id} onClose={() => setShown(null)} />}
    </>
  );
}
