// SPDX-License-Identifier: Apache-2.0
import { ComputerDesktopIcon, PhotoIcon } from '@heroicons/react/24/outline';
import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Busy } from '@/components/busy';
import { Button } from '@/components/button';
import { StateMark } from '@/components/state-mark';
import { cx } from '@/lib/cx';

import { canShareScreen } from '../screen';
import type { Source } from './use-source';

type SourceChoiceProps = { source: Source };

/** Where the picture comes from: the screen, a file, what was copied, or what is dropped here. */
export function SourceChoice({ source }: SourceChoiceProps) {
  const { t } = useTranslation('capture');
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) source.open(file);
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-form text-soft">{t('shot.privacy')}</p>
      {canShareScreen() ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" pending={source.isBusy} onClick={source.grab}>
            <ComputerDesktopIcon aria-hidden className="size-5" />
            {t('shot.grab')}
          </Button>
          <span className="text-small text-soft">{t('shot.grabHelp')}</span>
        </div>
      ) : (
        <p className="max-w-form">{t('shot.noScreen')}</p>
      )}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={cx('flex flex-col items-center gap-3 rounded-large border border-dashed p-6 text-center md:p-12', isOver ? 'border-accent bg-well' : 'border-edge')}
      >
        {source.isBusy ? <Busy /> : <PhotoIcon aria-hidden className="size-8 text-soft" />}
        <p className="max-md:hidden">{t('shot.drop')}</p>
        <label htmlFor={id} className="inline-flex min-h-11 cursor-pointer items-center rounded-small border border-edge bg-sheet px-4 font-strong hover:border-ink has-focus-visible:outline-2 has-focus-visible:outline-accent">
          {t('shot.pick')}
          <input id={id} type="file" accept="image/*" className="sr-only" onChange={(event) => event.target.files?.[0] && source.open(event.target.files[0])} />
        </label>
      </div>
      {source.trouble && (
        <p role="alert" className="flex items-start gap-1.5 text-problem">
          <StateMark state="problem" className="mt-1" />
          {t(`shot.trouble.${source.trouble}`)}
        </p>
      )}
    </div>
  );
}
