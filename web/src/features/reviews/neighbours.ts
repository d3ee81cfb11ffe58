// SPDX-License-Identifier: Apache-2.0

type Item = { submission_id: string };

/** What comes before and after a submission in the queue; after the last comes the first again. */
export function neighbours<Queued extends Item>(queue: readonly Queued[], submissionId: string): { next: Queued | undefined; previous: Queued | undefined } {
  const at = queue.findIndex((item) => item.submission_id === submissionId);
  if (at === -1) return { next: queue[0], previous: queue.at(-1) }; // decided already, so it left the queue
  if (queue.length === 1) return { next: undefined, previous: undefined };
  return { next: queue[(at + 1) % queue.length], previous: queue.at(at - 1) };
}
