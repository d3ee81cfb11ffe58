// SPDX-License-Identifier: Apache-2.0
import { letGo, shareScreen } from '../screen';
import { pictureFrom, type Picture } from './picture';

/** The picker and the edges of the window fade out before this. */
const SETTLE_MS = 400;

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, SETTLE_MS);
  });

/** One frame of what a person chooses to share. */
export async function grabScreen(): Promise<Picture> {
  const stream = await shareScreen({ withSound: false, framesPerSecond: 30, staysHere: true });
  try {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    await settled();
    return pictureFrom(video, { width: video.videoWidth, height: video.videoHeight });
  } finally {
    letGo(stream);
  }
}
