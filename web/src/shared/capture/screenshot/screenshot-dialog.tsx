// SPDX-License-Identifier: Apache-2.0
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';

import { CaptureFrame } from '../capture-frame';
import { captureName } from '../capture-name';
import { LeaveBar } from '../leave-bar';
import { Annotator } from './annotator';
import { blank, draw } from './drawing';
import { burnt, inkOf } from './paint';
import { endingOf, writePicture, type Picture } from './picture';
import { SourceChoice } from './source-choice';
import { useSource } from './use-source';

type ScreenshotDialogProps = { onFile: (file: File) => void; onClose: () => void };

/** A picture is taken, drawn on, and handed over; only then does anything leave this browser. */
export function ScreenshotDialog({ onFile, onClose }: ScreenshotDialogProps) {
  const { t } = useTranslation('capture');
  const [picture, setPicture] = useState<Picture | null>(null);
  const [drawing, take] = useReducer(draw, blank);
  const [isLeaving, setIsLeaving] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  const source = useSource(picture !== null, setPicture);

  const hand = async (from: Picture) => {
    setIsWriting(true);
    const blob = await writePicture(burnt(from, drawing.shapes, inkOf(document.body)));
    onFile(new File([blob], captureName(t('shot.fileName'), new Date(), endingOf(blob)), { type: blob.type }));
    onClose();
  };
  const leave = () => (picture ? setIsLeaving(true) : onClose());

  const actions = picture && (
    <>
      {isLeaving ? (
        <LeaveBar question={t('shot.leave')} stay={t('shot.stay')} go={t('shot.throwAway')} onStay={() => setIsLeaving(false)} onGo={onClose} />
      ) : (
        <>
          <Button kind="quiet" onClick={() => setIsLeaving(true)} className="me-auto">
            {t('shot.throwAway')}
          </Button>
          <Button kind="primary" pending={isWriting} onClick={() => void hand(picture)}>
            {t('shot.add')}
          </Button>
        </>
      )}
    </>
  );
  return (
    <CaptureFrame title={t('shot.title')} isLarge={picture !== null} onLeave={leave} actions={actions}>
      {picture ? <Annotator picture={picture} drawing={drawing} take={take} /> : <SourceChoice source={source} />}
    </CaptureFrame>
  );
}
