// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { StateMark } from '@/components/state-mark';

import { CaptureFrame } from '../capture-frame';
import { captureName } from '../capture-name';
import { canShareScreen, refusalOf, type Refusal } from '../screen';
import { startRecording, type Recording } from './recording';
import { SoundChoice } from './sound-choice';
import { UnfinishedRecordings } from './unfinished';
import { useMicrophone } from './use-microphone';

type SetupStepProps = {
  onStart: (recording: Recording) => void;
  onFinished: (fileId: string) => void;
  onClose: () => void;
};

const promises = ['chosen', 'others', 'sent', 'stop'] as const;

/** Before a recording: what will be recorded and sent, which sound, and what was left from before. */
export function SetupStep({ onStart, onFinished, onClose }: SetupStepProps) {
  const { t } = useTranslation('capture');
  const headingId = useId();
  const microphone = useMicrophone();
  const [withSound, setWithSound] = useState(false);
  const [isStarting, setIsStarting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const start = async () => {
    setIsStarting(true);
    setRefusal(null);
    try {
      const recording = await startRecording({ name: (ending) => captureName(t('record.fileName'), new Date(), ending), microphone: microphone.stream, withSound });
      microphone.giveAway();
      onStart(recording);
    } catch (error) {
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
