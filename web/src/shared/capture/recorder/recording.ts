// SPDX-License-Identifier: Apache-2.0
// One recording of the screen, from the browser's picker to its last byte. It is sent while it is made, so that
// a crash costs seconds; the bytes that it is watched from stay here until it is handed over.
import { uploadStream, type StreamUpload } from '@/lib/upload/queue';

import { letGo, shareScreen } from '../screen';
import { bitrateFor } from './bitrate';
import { guard } from './guard';
import { keepMarks, type Mark } from './marks';
import { startStopwatch } from './stopwatch';

export type RecordingView = {
  state: 'recording' | 'paused' | 'stopped';
  marks: readonly Mark[];
};

export type Recording = {
  upload: StreamUpload;
  bitsPerSecond: number;
  view: () => RecordingView;
  subscribe: (changed: () => void) => () => void;
  elapsedMs: () => number;
  pause: () => void;
  resume: () => void;
  /** Something odd here; it can be given words later. */
  mark: () => void;
  setMarks: (marks: readonly Mark[]) => void;
  stop: () => void;
  /** What was recorded, once it is stopped. */
  content: () => Blob;
  /** Nothing more comes: resolves to the file's id when the server has all of it. */
  finish: () => Promise<string>;
  /** Whoever made it is gone: what was sent can be finished later. */
  abandon: () => void;
};

type RecordingPlan = {
  name: (ending: string) => string;
  microphone: MediaStream | null;
  /** The sound of what is shared, too. */
  withSound: boolean;
  /** What the server takes of one; null when that is not known. */
  maxBytes: number | null;
};

/** A page or an app looks fluent with this. */
const FRAMES_PER_SECOND = 20;
/** What is lost when the browser dies. */
const PART_MS = 1_000;

const forms = [
  { type: 'video/webm;codecs=vp8,opus', ending: 'webm' },
  { type: 'video/webm', ending: 'webm' },
  { type: 'video/mp4', ending: 'mp4' },
] as const;

const formOf = () => forms.find(({ type }) => MediaRecorder.isTypeSupported(type)) ?? forms[0];

/** A recording has one track of sound: several are mixed. */
function mixed(streams: readonly MediaStream[]): { tracks: MediaStreamTrack[]; close: () => void } {
  const heard = streams.filter((stream) => stream.getAudioTracks().length > 0);
  if (heard.length < 2) return { tracks: heard.flatMap((stream) => stream.getAudioTracks()), close: () => undefined };
  const audio = new AudioContext();
  const mix = audio.createMediaStreamDestination();
  heard.forEach((stream) => audio.createMediaStreamSource(stream).connect(mix));
  return { tracks: mix.stream.getAudioTracks(), close: () => void audio.close() };
}

/** Sends what is left, and then waits to be finished in another visit. */
function rest(upload: StreamUpload, onRest: () => void): void {
  const isSent = () => upload.view().sentBytes >= upload.writtenBytes();
  const look = () => {
    if (!isSent() && upload.view().state.kind !== 'failed') return;
    forget();
    if (isSent()) upload.pause();
    onRest();
  };
  const forget = upload.subscribe(look);
  look();
}

/** Opens the browser's picker and begins. Nothing is recorded or sent before this. */
export async function startRecording({ name, microphone, withSound, maxBytes }: RecordingPlan): Promise<Recording> {
  const screen = await shareScreen({ withSound, framesPerSecond: FRAMES_PER_SECOND, staysHere: false });
  const streams = microphone ? [screen, microphone] : [screen];
  const sound = mixed(streams);
  const form = formOf();
  const bitsPerSecond = bitrateFor(screen.getVideoTracks()[0]?.getSettings() ?? {}, maxBytes);
  const recorder = new MediaRecorder(new MediaStream([...screen.getVideoTracks(), ...sound.tracks]), { mimeType: form.type, videoBitsPerSecond: bitsPerSecond });
  const upload = uploadStream(name(form.ending));
  const clock = startStopwatch();
  const parts: Blob[] = [];
  const listeners = new Set<() => void>();
  let isHanded = false;
  let view: RecordingView = { state: 'recording', marks: [] };

  const show = (change: Partial<RecordingView>) => {
    view = { ...view, ...change };
    listeners.forEach((changed) => changed());
  };
  const release = guard(upload.fileId);
  const setMarks = (marks: readonly Mark[]) => {
    show({ marks });
    keepMarks(upload.fileId, marks);
  };
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const onEnd = () => {
    clock.pause();
    streams.forEach(letGo);
    sound.close();
    show({ state: 'stopped' });
  };

  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    parts.push(data);
    upload.write(data);
  });
  recorder.addEventListener('stop', onEnd);
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true });
  });
  recorder.addEventListener('error', stop);
  // The browser's own "Stop sharing", or the window that was shared is closed.
  screen.getVideoTracks()[0]?.addEventListener('ended', stop);
  recorder.start(PART_MS);

  return {
    upload,
    bitsPerSecond,
    view: () => view,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    elapsedMs: clock.elapsedMs,
    pause: () => {
      if (view.state !== 'recording') return;
      recorder.pause();
      clock.pause();
      show({ state: 'paused' });
    },
    resume: () => {
      if (view.state !== 'paused') return;
      recorder.resume();
      clock.resume();
      show({ state: 'recording' });
    },
    mark: () => setMarks([...view.marks, { at_ms: clock.elapsedMs(), note: '' }]),
    setMarks,
    stop,
    content: () => new Blob(parts, { type: form.type }),
    finish: () => {
      isHanded = true;
      return upload.end();
    },
    abandon: () => {
      if (isHanded) return release();
      stop();
      void ended.then(() => rest(upload, release)); // the recorder's last part comes after the stop
    },
  };
}
