// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { StateMark } from '@/components/state-mark';
import { storageQuery } from '@/shared/files/storage-query';

import { CaptureFrame } from '../capture-frame';
import { captureName } from '../capture-name';
import { canShareScreen, refusalOf, type Refusal } from '../screen';
import { canFloat, type Floating } from './floating';
import { startRecording, type Recording } from './recording';
import { SoundChoice } from './sound-choice';
import { UnfinishedRecordings } from './unfinished';
import { useMicrophone } from './use-microphone';

type SetupStepProps = {
  floating: Floating;
  onStart: (recording: Recording) => void;
  onFinished: (fileId: string) => void;
  onClose: () => void;
};

const promises = ['chosen', 'others', 'sent', 'stop'] as const;

/** Before a recording: what will be recorded and sent, which sound, and what was left from before. */
export function SetupStep({ floating, onStart, onFinished, onClose }: SetupStepProps) {
  const { t } = useTranslation('capture');
  const headingId = useId();
  const microphone = useMicrophone();
  const { data: storage } = useQuery(storageQuery());
  const [withSound, setWithSound] = useState(false);
  const [isFloating, setIsFloating] = useState(canFloat);
  const [isStarting, setIsStarting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const start = async () => {
    setIsStarting(true);
    setRefusal(null);
    const starting = startRecording({ name: (ending) => captureName(t('record.fileName'), new Date(), ending), microphone: microphone.stream, withSound, maxBytes: storage?.video_max_bytes ?? null });
    // At once: the browser opens it in answer to this press, and not to the choice that follows.
    const opening = isFloating ? floating.open() : Promise.resolve();
    try {
      const recording = await starting;
      microphone.giveAway();
      onStart(recording);
    } catch (error) {
      void opening.then(floating.close);
      setRefusal(refusalOf(error));
      setIsStarting(false);
    }
  };

  const actions = canShareScreen() && (
    <Button kind="primary" pending={isStarting} onClick={() => void start()}>
      {t('record.start')}
    </Button>
  );
  return (
    <CaptureFrame title={t('record.title')} onLeave={onClose} actions={actions}>
      <UnfinishedRecordings onFinished={onFinished} />
      {canShareScreen() ? (
        <div className="flex flex-col gap-6">
          <section aria-labelledby={headingId}>
            <h3 id={headingId} className="mb-2 font-strong">
              {t('record.what')}
            </h3>
            <ul className="flex list-disc flex-col gap-1 ps-5">
              {promises.map((promise) => (
                <li key={promise}>{t(`record.promise.${promise}`)}</li>
              ))}
            </ul>
          </section>
          <SoundChoice microphone={microphone} withSound={withSound} onWithSound={setWithSound} />
          {canFloat() && (
            <label className="-mt-4 flex min-h-11 cursor-pointer items-center gap-3">
              <input type="checkbox" checked={isFloating} onChange={(event) => setIsFloating(event.target.checked)} className="size-5 flex-none accent-accent" />
              <span>
                {t('record.float.choose')} <span className="text-soft">{t('record.float.help')}</span>
              </span>
            </label>
          )}
          {refusal && (
            <p role="alert" className="flex items-start gap-1.5 text-problem">
              <StateMark state="problem" className="mt-1" />
              {t(`record.refusal.${refusal}`)}
            </p>
          )}
        </div>
      ) : (
        <p>{t('record.noScreen')}</p>
      )}
    </CaptureFrame>
  );
}
