// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';
import { clock } from '@/lib/format';

import type { ViewableFile } from './file-query';

type Mark = ViewableFile['marks'][number];

type RecordingViewProps = {
  file: ViewableFile;
  /** Fills the viewer; else it stands in a page. */
  isLarge?: boolean;
};

/** A video or sound with its marked moments: ticks along its time, and a list whose entries go there. */
export function RecordingView({ file, isLarge = false }: RecordingViewProps) {
  const { t } = useTranslation('files');
  const player = useRef<HTMLVideoElement>(null);
  const seek = ({ at_ms: at }: Mark) => {
    if (!player.current) return;
    player.current.currentTime = at / 1000;
    player.current.focus();
  };
  const { marks, duration_ms: duration, width, height } = file;
  return (
    <div className={cx('flex min-h-0 flex-col gap-2', isLarge && 'grow lg:flex-row')}>
      <div className="flex min-h-0 min-w-0 grow flex-col bg-well">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a tester recorded has no captions; the marks say what matters */}
        <video ref={player} src={file.url ?? ''} poster={file.poster_url ?? undefined} controls preload="metadata" width={width ?? undefined} height={height ?? undefined} className={cx('mx-auto h-auto max-w-full', isLarge && 'min-h-0 grow object-contain', file.kind === 'audio' && 'min-h-14 w-full')} />
        {marks.length > 0 && duration !== null && <Ticks marks={marks} duration={duration} onSeek={seek} />}
      </div>
      {marks.length > 0 && (
        <section aria-label={t('viewer.marks')} className={cx('flex-none overflow-y-auto', isLarge && 'max-h-1/3 p-4 lg:max-h-none lg:w-(--container-side)')}>
          <p aria-hidden className="text-small text-soft">{t('viewer.marks')}</p>
          <ol>
            {marks.map((mark) => (
              <li key={`${mark.at_ms} ${mark.note}`}>
                <button type="button" onClick={() => seek(mark)} className="flex min-h-11 w-full items-baseline gap-3 py-2 text-start hover:bg-well">
                  <span className="figures flex-none font-mono text-small link">{clock(mark.at_ms)}</span>
                  <span dir="auto" className="min-w-0 break-words">
                    {mark.note}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

/** The marks along the recording's whole time; the list beside it says the same for who cannot point. */
function Ticks({ marks, duration, onSeek }: { marks: readonly Mark[]; duration: number; onSeek: (mark: Mark) => void }) {
  const { t } = useTranslation('files');
  return (
    <svg aria-hidden className="mx-4 h-6 w-auto flex-none overflow-visible">
      <line x1="0" x2="100%" y1="12" y2="12" className="stroke-edge" />
      {marks.map((mark) => {
        const x = `${Math.min(100, (mark.at_ms * 100) / Math.max(1, duration))}%`;
        return (
          <g key={`${mark.at_ms} ${mark.note}`} onClick={() => onSeek(mark)} className="cursor-pointer">
            <title>{t('viewer.mark', { time: clock(mark.at_ms), note: mark.note })}</title>
            <circle cx={x} cy="12" r="12" className="fill-transparent" />
            <circle cx={x} cy="12" r="5" className="fill-yours" />
          </g>
        );
      })}
    </svg>
  );
}
