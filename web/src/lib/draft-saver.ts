// SPDX-License-Identifier: Apache-2.0
// Saves a draft by itself: a moment after the last key, one request at a time, again and again while
// the server cannot be reached, and never over what another window has saved.
import { isPassing, slugOf, toProblem, type Problem } from './problem';

/** A draft as the server has it comes with the tag that names this version of it. */
type Tagged = { etag: string };

export type SaveState<Stored> =
  /** "at" is null as long as nothing was typed here. */
  | { kind: 'saved'; at: number | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'unreached' }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'conflict'; theirs: Stored }
  /** It cannot be changed here any more: time ran out, or it went on elsewhere. */
  | { kind: 'over' };

/** One kind of draft: how it is read and written, and how two of them compare. */
export type DraftKind<Stored extends Tagged, Body> = {
  put: (body: Body, etag: string) => Promise<Stored>;
  get: () => Promise<Stored>;
  /** As text: two drafts that say the same are written the same. */
  written: (body: Body) => string;
  writtenOf: (stored: Stored) => string;
  isOpen: (stored: Stored) => boolean;
  changedAt: (stored: Stored) => string;
};

export type DraftSaver<Stored, Body> = {
  state: () => SaveState<Stored>;
  subscribe: (changed: () => void) => () => void;
  /** What the server has of this draft, as text to compare with. */
  taken: () => string;
  change: (body: Body) => void;
  /** Saves now what is not saved yet. Resolves to whether the server has everything. */
  flush: () => Promise<boolean>;
  /**
   * The draft was read again, such as after a finding was added. True when another window has changed
   * it and nothing unsaved stands against that: then the form is to show theirs.
   */
  meet: (stored: Stored) => boolean;
  keepMine: () => void;
  takeTheirs: () => void;
};

export const PAUSE_MS = 900;
const RETRY_MS = [3_000, 6_000, 12_000, 30_000] as const;
/** How often in a row a version may be overtaken without a change to the draft. */
const OVERTAKEN_MAX = 3;

/** Overtaken: what is typed here began from a version that another window has changed since. */
export function createSaver<Stored extends Tagged, Body>(
  draft: DraftKind<Stored, Body>,
  stored: Stored,
  isOvertaken: boolean,
  onSaved: (stored: Stored, body: Body) => void,
): DraftSaver<Stored, Body> {
  const { written, writtenOf, isOpen, changedAt } = draft;
  let state: SaveState<Stored> = isOvertaken ? { kind: 'conflict', theirs: stored } : { kind: 'saved', at: null };
  let { etag } = stored;
  /** The draft as the server writes it; it may write differently what it takes from us. */
  let known = writtenOf(stored);
  let taken = known;
  let savedAt = changedAt(stored);
  let latest: Body | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tail: Promise<void> = Promise.resolve();
  let misses = 0;
  const listeners = new Set<() => void>();

  const become = (next: SaveState<Stored>) => {
    state = next;
    listeners.forEach((changed) => changed());
  };
  const hasNews = () => latest !== null && written(latest) !== taken;
  const isStopped = () => state.kind === 'conflict' || state.kind === 'over';
  const later = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  };
  const adopt = (next: Stored) => {
    etag = next.etag;
    known = writtenOf(next);
    savedAt = changedAt(next);
  };
  const tryLater = () => {
    become({ kind: 'unreached' });
    later(RETRY_MS[Math.min(misses, RETRY_MS.length - 1)] ?? PAUSE_MS);
    misses += 1;
  };

  /** Someone saved in between. When they left the draft itself alone, as with a finding, ours goes on top. */
  const meetChange = async (mine: string) => {
    const theirs = await draft.get();
    const text = writtenOf(theirs);
    misses += 1;
    if (!isOpen(theirs)) become({ kind: 'over' });
    else if (text !== known && text !== mine) become({ kind: 'conflict', theirs });
    else if (misses > OVERTAKEN_MAX) tryLater();
    else adopt(theirs);
  };

  const refuse = async (error: unknown, mine: string) => {
    const problem = toProblem(error);
    const slug = slugOf(problem);
    if (slug === 'precondition-failed') await meetChange(mine).catch(tryLater);
    else if (isPassing(problem)) tryLater();
    else become(slug === 'wrong-state' || slug === 'not-found' ? { kind: 'over' } : { kind: 'refused', problem });
  };

  const send = async (body: Body) => {
    const mine = written(body);
    become({ kind: 'saving' });
    let answer: Stored;
    try {
      answer = await draft.put(body, etag);
    } catch (error) {
      await refuse(error, mine);
      return;
    }
    adopt(answer);
    taken = mine;
    misses = 0;
    become({ kind: 'saved', at: Date.now() });
    onSaved(answer, body);
  };

  const saveNow = async (): Promise<void> => {
    if (latest === null || !hasNews() || isStopped()) return;
    await send(latest);
    // Typed during the request, or overtaken by a change that leaves the draft alone: once more.
    if (state.kind === 'saving' || (state.kind === 'saved' && hasNews())) await saveNow();
  };

  /** One request at a time: each waits for those before it. */
  const save = (): Promise<void> => {
    clearTimeout(timer);
    tail = tail.then(saveNow);
    return tail;
  };

  const change = (body: Body) => {
    latest = body;
    if (isStopped() || state.kind === 'saving' || state.kind === 'unreached') return; // whoever is at it sees the latest
    if (hasNews()) {
      become({ kind: 'waiting' });
      later(PAUSE_MS);
    } else if (state.kind !== 'saved') {
      clearTimeout(timer);
      become({ kind: 'saved', at: Date.now() });
    }
  };

  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    taken: () => taken,
    change,
    flush: async () => {
      await save();
      return !hasNews() && !isStopped();
    },
    meet: (next) => {
      const isOld = changedAt(next) < savedAt; // asked for before our last request was answered
      if (isOld || state.kind === 'saving' || isStopped() || !isOpen(next)) return false;
      if (writtenOf(next) === known) {
        etag = next.etag;
        return false;
      }
      if (hasNews()) {
        become({ kind: 'conflict', theirs: next });
        return false;
      }
      adopt(next);
      taken = known;
      latest = null;
      return true;
    },
    keepMine: () => {
      if (state.kind !== 'conflict') return;
      adopt(state.theirs);
      taken = known;
      become({ kind: 'waiting' });
      void save();
    },
    takeTheirs: () => {
      if (state.kind !== 'conflict') return;
      const { theirs } = state;
      adopt(theirs);
      taken = known;
      latest = null;
      become({ kind: 'saved', at: Date.parse(changedAt(theirs)) });
    },
  };
}
