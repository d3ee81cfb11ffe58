// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { StateMark } from '@/components/state-mark';
import { bytes } from '@/lib/format';
import { useProblemText } from '@/lib/problem-text';
import { saveFile } from '@/lib/save-file';
import { useUploadView } from '@/lib/upload/queue';

import type { Recording } from './recording';

/** How much of a recording is safe at the server, and what to do when it cannot go there. */
export function SendState({ recording }: { recording: Recording }) {
  const { t } = useTranslation('capture');
  const problemText = useProblemText();
  const view = useUploadView(recording.upload);
  if (!view) return null;
  const { state, sentBytes } = view;
  const save = () => {
    const content = recording.content();
    saveFile(recording.upload.name, content, content.type);
  };
  if (state.kind === 'failed') {
    return (
      <div role="alert" className="flex flex-col gap-2">
        <p className="flex items-start gap-1.5 text-small text-problem">
          <StateMark state="problem" className="mt-0.5" />
          {problemText(state.problem)} {t('record.send.stillHere')}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={recording.upload.resume}>{t('record.send.again')}</Button>
          <Button onClick={save}>{t('record.send.save')}</Button>
        </div>
      </div>
    );
  }
  const isWaiting = state.kind === 'unreached';
  return (
    <p role={isWaiting ? 'status' : undefined} className="figures flex items-start gap-1.5 text-small text-soft">
      <StateMark state={isWaiting || sentBytes === 0 ? 'waiting' : 'done'} className="mt-0.5" />
      <span>
        {isWaiting && `${t('record.send.waiting')} `}
        {sentBytes > 0 && t('record.send.sent', { sent: bytes(sentBytes) })}
        {sentBytes === 0 && !isWaiting && t('record.send.none')}
      </span>
    </p>
  );
}
