// SPDX-License-Identifier: Apache-2.0
// The way to a page of the payment provider. The server asks for it in the background, so the
// first answer may be that it is in the making.

const TRIES = 8;
const PAUSE_MS = 1_500;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

type Answer = { data?: { url: string | null }; error?: unknown };

/** The page's address; null when it is still being made after all patience. */
export async function urlOfProvider(ask: () => Promise<Answer>): Promise<string | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each question waits for the answer before it
    const { data, error } = await ask();
    if (!data) throw error;
    if (data.url !== null) return data.url;
    // oxlint-disable-next-line no-await-in-loop
    await pause();
  }
  return null;
}
