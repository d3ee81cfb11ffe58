// SPDX-License-Identifier: Apache-2.0
import { vi } from 'vitest';

/** What jsdom lacks: devices whose tracks can end, and a recorder that is told what to record. */
export class FakeTrack extends EventTarget {
  constructor(readonly kind: string) {
    super();
  }
  stop = vi.fn<() => void>();
  getSettings = () => ({ deviceId: 'mic', width: 1280, height: 720 });
}
export class FakeStream {
  constructor(readonly tracks: readonly FakeTrack[] = []) {}
  getTracks = () => this.tracks;
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video');
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
}
export class FakeRecorder extends EventTarget {
  static readonly made: FakeRecorder[] = [];
  static isTypeSupported = (type: string) => type === 'video/webm';
  state = 'inactive';
  constructor(
    readonly stream: FakeStream,
    readonly options: MediaRecorderOptions,
  ) {
    super();
    FakeRecorder.made.push(this);
  }
  start = () => (this.state = 'recording');
  pause = () => (this.state = 'paused');
  resume = () => (this.state = 'recording');
  /** Its last part comes a moment later, as in browsers. */
  stop = () => {
    this.state = 'inactive';
    setTimeout(() => {
      this.say('end.');
      this.dispatchEvent(new Event('stop'));
    });
  };
  say = (text: string) => this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([text], { type: 'video/webm' }) }));
}

/** jsdom knows no top layer, and hides what waits for it. */
function showAtOnce(this: HTMLElement): void {
  this.removeAttribute('popover');
}

/** A browser with a screen to share and a microphone, as far as the mocks allow. */
export function giveDevices(getDisplayMedia: () => Promise<FakeStream>, getUserMedia: () => Promise<FakeStream>): void {
  HTMLElement.prototype.showPopover = showAtOnce;
  FakeRecorder.made.length = 0;
  vi.stubGlobal('MediaStream', FakeStream);
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getDisplayMedia, getUserMedia, enumerateDevices: () => Promise.resolve([]) } });
  URL.createObjectURL = () => 'blob:it';
  URL.revokeObjectURL = () => undefined;
}

export function takeDevices(): void {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'mediaDevices');
}
