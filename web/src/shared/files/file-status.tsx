// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Badge } from '@/components/state-mark';
import { bytes, percent } from '@/lib/format';
import { queryClient } from '@/lib/query-client';
import { begunAs, isBegunHere } from '@/lib/upload/begun';
import { uploadFile } from '@/lib/upload/queue';
import { finishUpload } from '@/lib/upload/tus';

import { fileQuery, uploadQuery, type StoredFile } from './file-query';
import { useFileFacts, useRefusalText } from './file-words';

/** Where a file is that the server has, wholly or in part, in words. */
export function FileStatus({ file }: { file: StoredFile }) {
  const { t } = useTranslation('files');
  const factsOf = useFileFacts();
  const refusalOf = useRefusalText();
  if (file.state === 'uploading') return <Unfinished file={file} />;
  if (file.state === 'checking') {
    return (
      <div role="status">
        <Badge state="waiting">{file.progress ? t('state.checkingAt', { percent: percent(file.progress * 100) }) : t('state.checking')}</Badge>
      </div>
    );
  }
  if (file.state === 'refused') {
    return (
      <div role="status">
        <Badge state="problem">{t('state.refused')}</Badge>
        <p className="text-small">{refusalOf(file)}</p>
      </div>
    );
  }
  return <p className="figures text-small text-soft">{file.state === 'ready' ? factsOf(file) : t('state.missing')}</p>;
}

/** Begun in an earlier visit: a file goes on when it is chosen again, a recording ends with what is there. */
function Unfinished({ file }: { file: StoredFile }) {
  const { t } = useTranslation('files');
  const { data: upload } = useQuery(uploadQuery(file.id));
  const finish = useMutation({ mutationFn: () => finishUpload(file.id), onSuccess: () => queryClient.invalidateQueries({ queryKey: fileQuery(file.id).queryKey }) });
  if (!upload) return null;
  const { offset_bytes: offset, length_bytes: length } = upload;
  return (
    <div className="flex flex-col items-start gap-1">
      <p className="text-small text-soft">{length === null ? t('state.unfinishedStream') : t('state.unfinished', { sent: bytes(offset), total: bytes(length) })}</p>
      {length === null && offset > 0 && (
        <Button pending={finish.isPending} onClick={() => finish.mutate()}>
          {t('finish')}
        </Button>
      )}
      {finish.error && <FailedState error={finish.error} />}
      {length !== null && <GoOn fileId={file.id} />}
    </div>
  );
}

function GoOn({ fileId }: { fileId: string }) {
  const { t } = useTranslation('files');
  const input = useRef<HTMLInputElement>(null);
  const [isOther, setIsOther] = useState(false);
  if (!isBegunHere(fileId)) return <p className="text-small text-soft">{t('elsewhere')}</p>;
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    target.value = '';
    if (!chosen) return;
    setIsOther(begunAs(chosen) !== fileId);
    if (begunAs(chosen) === fileId) uploadFile(chosen);
  };
  return (
    <>
      <input ref={input} type="file" hidden onChange={take} aria-label={t('goOn')} />
      <Button onClick={() => input.current?.click()}>{t('goOn')}</Button>
      {isOther && (
        <p role="alert" className="text-small text-problem">
          {t('otherFile')}
        </p>
      )}
    </>
  );
}
