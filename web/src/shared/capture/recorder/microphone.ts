// SPDX-License-Identifier: Apache-2.0
// The microphone before a recording: which there are, and whether anything is heard.

export type Microphone = { id: string; label: string };

/** Browsers give names only to who may use the devices. */
export async function listMicrophones(): Promise<Microphone[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '').map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** Asks for a microphone; null is the one that the system prefers. */
export const openMicrophone = (id: string | null): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({ audio: { ...(id !== null && { deviceId: { exact: id } }), echoCancellation: true, noiseSuppression: true } });

/** Speech is well above this, the hiss of a quiet room below. */
const HEARD = 0.015;
/** A sentence has pauses: so long it counts as heard. */
const MEMORY_MS = 3_000;
const LOOK_MS = 100;

export type Level = {
  /** From 0 to 1, as loud as it seems to an ear. */
  level: number;
  isHeard: boolean;
};

/** Says ten times a second how loud a stream is, until the returned function is called. */
export function watchLevel(stream: MediaStream, onLevel: (level: Level) => void): () => void {
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let heardAt = -Infinity;
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudness = loudnessOf(samples);
    if (loudness > HEARD) heardAt = performance.now();
    onLevel({ level: loudnessLevel(loudness), isHeard: performance.now() - heardAt < MEMORY_MS });
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}

/** The root of the mean square. */
export function loudnessOf(samples: Float32Array): number {
  const total = samples.reduce((sum, sample) => sum + sample * sample, 0);
  return Math.sqrt(total / Math.max(1, samples.length));
}

const QUIETEST_DB = -60;

/** Ears count in decibels: -60 dB is nothing, 0 dB all. */
export function loudnessLevel(loudness: number): number {
  const decibels = 20 * Math.log10(Math.max(loudness, 1e-6));
  return Math.min(1, Math.max(0, 1 - decibels / QUIETEST_DB));
}
