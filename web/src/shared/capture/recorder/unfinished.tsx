// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { StateMark } from '@/components/state-mark';
import { instant, bytes } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { finishUpload, removeUpload } from '@/lib/upload/tus';

import { sendMarks } from './hand-over';
import { forgetMarks, keptMarks } from './marks';
import { unfinishedQuery, type Unfinished } from './unfinished-query';

/** Recordings that were cut off: what was sent of them is still there. */
export function UnfinishedRecordings({ onFinished }: { onFinished: (fileId: string) => void }) {
  const { t } = useTranslation('capture');
  const { data: recordings = [], refetch } = useQuery(unfinishedQuery());
  if (recordings.length === 0) return null;
  return (
    <section aria-label={t('record.unfinished.title')} className="mb-6 rounded-large border border-line bg-well p-4">
      <h3 className="flex items-center gap-2 font-strong">
        <StateMark state="yours" />
        {t('record.unfinished.title')}
      </h3>
      <p className="text-small text-soft">{t('record.unfinished.what')}</p>
      <ul>
        {recordings.map((recording) => (
          <Row key={recording.id} recording={recording} onFinished={onFinished} onGone={() => void refetch()} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { recording: Unfinished; onFinished: (fileId: string) => void; onGone: () => void };

function Row({ recording: { id, created_at: begun, offset_bytes: sent }, onFinished, onGone }: RowProps) {
  const { t } = useTranslation('capture');
  const problemText = useProblemText();
  const [isAsking, setIsAsking] = useState(false);
  const finish = useMutation({
    mutationFn: async () => {
      await finishUpload(id);
      await sendMarks(id, keptMarks(id)).catch(() => undefined); // the recording is worth more than its marks
    },
    onSuccess: () => onFinished(id),
  });
  const discard = useMutation({
    mutationFn: () => removeUpload(id),
    onSuccess: () => {
      forgetMarks(id);
      onGone();
    },
  });
  const error = finish.error ?? discard.error;
  return (
    <li className="flex flex-wrap items-center gap-3 border-t border-line py-3 first:border-0 last:pb-0">
      <p className="grow">
        {isAsking ? t('record.unfinished.sure') : t('record.unfinished.facts', { begun: instant(begun), size: bytes(sent) })}
        {error && <span className="block text-small text-problem">{problemText(toProblem(error))}</span>}
      </p>
      <div className="flex gap-3">
        {isAsking ? (
          <>
            <Button kind="danger" pending={discard.isPending} onClick={() => discard.mutate()}>
              {t('record.discard')}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{t('record.keep')}</Button>
          </>
        ) : (
          <>
            <Button kind="quiet" onClick={() => setIsAsking(true)}>
              {t('record.discard')}
            </Button>
            <Button pending={finish.isPending} onClick={() => finish.mutate()}>
              {t('record.unfinished.finish')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
