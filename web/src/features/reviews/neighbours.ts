// SPDX-License-Identifier: Apache-2.0

type Item = { submission_id: string };

/** What comes before and after a submission in the queue; after the last comes the first again. */
export function neighbours<Queued extends Item>(queue: readonly Queued[], submissionId: string): { next: Queued | undefined; previous: Queued | undefined } {
  const at = queue.findIndex((item) => item.submission_id === submissionId);
  if (at === -1) return { next: queue[0], previous: queue.at(-1) }; // decided already, so it left the queue
  if (queue.length === 1) return { next: undefined, previous: undefined };
  return { next: queue[(at + 1) % queue.length], previous: queue.at(at - 1) };
}

type Waiting = Item & { assignment_id: string };

/** Where to go on after a decision: to what the same tester handed in for another item, or else down the queue. */
export function nextWaiting<Queued extends Waiting>(queue: readonly Queued[], { id }: { id: string }, assignmentId: string): Queued | undefined {
  const others = queue.filter(({ submission_id }) => submission_id !== id);
  return others.find(({ assignment_id }) => assignment_id === assignmentId) ?? neighbours(queue, id).next;
}
