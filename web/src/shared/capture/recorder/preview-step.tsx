// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { StateMark } from '@/components/state-mark';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';

import { CaptureFrame } from '../capture-frame';
import { LeaveBar } from '../leave-bar';
import { handOver, trimOf, type HandOverStep } from './hand-over';
import { MarkList } from './mark-list';
import { forgetMarks } from './marks';
import { Player, type PlayerHandle } from './player';
import type { Recording, RecordingView } from './recording';
import { SendState } from './send-state';
import { TrimEnds } from './trim-ends';
import type { Leaving } from './use-stay';

type PreviewStepProps = {
  recording: Recording;
  view: RecordingView;
  leaving: Leaving;
  onRecorded: (fileId: string) => void;
  onClose: () => void;
};

/** After a recording: look at it, cut its ends, say what the marks mean; then use it or discard it. */
export function PreviewStep({ recording, view, leaving, onRecorded, onClose }: PreviewStepProps) {
  const { t } = useTranslation('capture');
  const problemText = useProblemText();
  const [durationMs, setDurationMs] = useState(recording.elapsedMs);
  const [content] = useState(recording.content);
  const [cut, setCut] = useState({ startMs: 0, endMs: Infinity });
  const ends = { startMs: cut.startMs, endMs: Math.min(cut.endMs, durationMs) };
  const [isLeaving, setIsLeaving] = useState(false);
  const [step, setStep] = useState<HandOverStep | null>(null);
  const player = useRef<PlayerHandle>(null);

  const use = useMutation({
    mutationFn: () => handOver(recording, trimOf(ends.startMs, ends.endMs, durationMs), setStep),
    onSuccess: (fileId) => {
      onRecorded(fileId);
      onClose();
    },
    onSettled: () => setStep(null),
  });
  const discard = useMutation({
    mutationFn: async () => {
      const { fileId } = recording.upload.view();
      await recording.upload.cancel();
      if (fileId !== null) forgetMarks(fileId);
    },
    onSettled: onClose, // what the server still has of it expires by itself
  });

  const actions = leaving.isAsked ? (
    <LeaveBar question={t('record.leave.preview')} stay={t('record.leave.stay')} go={t('record.leave.goUnused')} onStay={leaving.stay} onGo={leaving.go} />
  ) : isLeaving ? (
    <LeaveBar question={t('record.sure')} stay={t('record.keep')} go={t('record.discard')} isGoing={discard.isPending} onStay={() => setIsLeaving(false)} onGo={() => discard.mutate()} />
  ) : (
    <>
      <Button kind="quiet" disabled={use.isPending} onClick={() => setIsLeaving(true)} className="me-auto">
        {t('record.discard')}
      </Button>
      <Button kind="primary" pending={use.isPending} onClick={() => use.mutate()}>
        {t('record.use')}
      </Button>
    </>
  );
  return (
    <CaptureFrame title={t('record.preview')} onLeave={() => !use.isPending && setIsLeaving(true)} actions={actions}>
      <div className="flex flex-col gap-4">
        <Player handle={player} content={content} {...ends} onDuration={setDurationMs} />
        <TrimEnds {...ends} durationMs={durationMs} onChange={setCut} onLook={(at) => player.current?.seek(at)} />
        <MarkList marks={view.marks} onChange={recording.setMarks} onLook={(at) => player.current?.seek(at)} />
        <SendState recording={recording} />
        {step && (
          <p role="status" className="flex items-start gap-1.5">
            <StateMark state="waiting" className="mt-1" />
            {t(`record.step.${step}`)}
          </p>
        )}
        {use.error && (
          <p role="alert" className="flex items-start gap-1.5 text-problem">
            <StateMark state="problem" className="mt-1" />
            {problemText(toProblem(use.error))}
          </p>
        )}
      </div>
    </CaptureFrame>
  );
}
