// SPDX-License-Identifier: Apache-2.0
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

export type PlayerHandle = { seek: (atMs: number) => void };

type PlayerProps = {
  handle: Ref<PlayerHandle>;
  content: Blob;
  startMs: number;
  endMs: number;
  /** How long it really is: a stopwatch is a little ahead of the last frame. */
  onDuration: (durationMs: number) => void;
};

/** Beyond the end of every recording. */
const FAR = 1e7;

/** A recording says how long it is only once the browser has been at its end. */
function measure(video: HTMLVideoElement): void {
  if (video.duration !== Infinity) return;
  video.addEventListener('durationchange', () => (video.currentTime = 0), { once: true });
  video.currentTime = FAR;
}

/** A recording that is only in this browser yet; it plays what stays of it. */
export function Player({ handle, content, startMs, endMs, onDuration }: PlayerProps) {
  const { t } = useTranslation('capture');
  const player = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const video = player.current;
    if (!video) return undefined;
    const url = URL.createObjectURL(content);
    video.src = url;
    return () => URL.revokeObjectURL(url);
  }, [content]);
  useImperativeHandle(handle, () => ({
    seek: (atMs) => {
      if (player.current) player.current.currentTime = atMs / 1000;
    },
  }));

  const stayInside = (video: HTMLVideoElement) => {
    if (video.paused) return;
    if (video.currentTime * 1000 < startMs) video.currentTime = startMs / 1000;
    if (video.currentTime * 1000 > endMs) video.pause();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- it was recorded a moment ago, by the one who watches
    <video
      ref={player}
      controls
      playsInline
      aria-label={t('record.preview')}
      onLoadedMetadata={(event) => measure(event.currentTarget)}
      onDurationChange={({ currentTarget: { duration } }) => Number.isFinite(duration) && onDuration(Math.floor(duration * 1000))}
      onTimeUpdate={(event) => stayInside(event.currentTarget)}
      className="aspect-video w-full rounded-small bg-pen-black"
    />
  );
}
