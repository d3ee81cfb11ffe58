// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { StateMark } from '@/components/state-mark';
import { bytes, span } from '@/lib/format';
import { slugOf } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { useUploadView } from '@/lib/upload/queue';
import type { Upload, UploadView } from '@/lib/upload/upload';

/** A file on its way: how far, how fast, and what can be done about it. */
export function FileProgress({ upload }: { upload: Upload }) {
  const { t } = useTranslation('files');
  const view = useUploadView(upload);
  const textOf = useSendingText();
  const problemText = useProblemText();
  if (!view) return null;
  const { state, sentBytes, totalBytes } = view;
  const isWrong = state.kind === 'failed' || state.kind === 'unreached';
  return (
    <div className="flex flex-col gap-1">
      {totalBytes !== null && <progress aria-label={t('progress', { name: upload.name })} max={totalBytes || 1} value={sentBytes} />}
      <p role={isWrong ? 'status' : undefined} className="figures flex items-start gap-2 text-small text-soft">
        {isWrong && <StateMark state={state.kind === 'failed' ? 'problem' : 'waiting'} className="mt-0.5" />}
        <span>
          {isWrong && `${slugOf(state.problem) === 'no-connection' ? t('state.noConnection') : problemText(state.problem)} `}
          {state.kind !== 'failed' && textOf(view)}
        </span>
      </p>
      <div className="flex flex-wrap gap-x-2">
        {state.kind === 'sending' && totalBytes !== null && (
          <Button kind="quiet" onClick={upload.pause} className="-ms-4">
            {t('pause')}
          </Button>
        )}
        {(state.kind === 'paused' || isWrong) && (
          <Button kind="quiet" onClick={upload.resume} className="-ms-4">
            {t(state.kind === 'paused' ? 'resume' : 'retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

function useSendingText(): (view: UploadView) => string {
  const { t } = useTranslation('files');
  return ({ state, sentBytes, totalBytes, rate }) => {
    const sent = bytes(sentBytes);
    if (state.kind === 'queued') return t('state.queued');
    if (state.kind === 'paused') return t('state.paused', { sent });
    if (state.kind === 'unreached') return t('state.unreached');
    if (totalBytes === null) return t('state.growing', { sent });
    const total = bytes(totalBytes);
    if (!rate) return t('state.sending', { sent, total });
    return t('state.sendingLeft', { sent, total, rate: bytes(rate), span: span(((totalBytes - sentBytes) / rate) * 1000) });
  };
}
