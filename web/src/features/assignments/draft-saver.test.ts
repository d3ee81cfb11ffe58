// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { clientProblem, type Problem } from '@/lib/problem';
import { scriptedType, submission } from '@/test/work';

import { bodyOf, formOf, type DraftBody } from './draft';
import { createSaver, PAUSE_MS, type DraftApi, type Stored } from './draft-saver';

const blank = { ...submission(1), state: 'draft' as const, summary: '', updated_at: '2026-03-01T12:00:00.000Z' };
const kind = { type: scriptedType, details: blank.details };
const stored = (summary: string, etag: string, minute = 0): Stored => ({ submission: { ...blank, summary, updated_at: `2026-03-01T12:0${minute}:00.000Z` }, etag });
const draft = (summary: string): DraftBody => bodyOf({ ...formOf(blank, kind), summary }, kind);
const refusal = (status: number, slug: string): Problem => ({ ...clientProblem('unreadable', status), type: `/problems/${slug}` });

/** A server with one draft: it takes what comes with the right tag. */
function serverWith(summary: string) {
  let version = 1;
  let kept = summary;
  const failures: Problem[] = [];
  const now = (): Stored => stored(kept, `"${version}"`, version);
  const put = vi.fn(async (body: DraftBody, etag: string): Promise<Stored> => {
    const failure = failures.shift();
    if (failure) throw failure;
    if (etag !== `"${version}"`) throw refusal(412, 'precondition-failed');
    kept = body.summary ?? '';
    version += 1;
    return now();
  });
  const api: DraftApi = { put, get: async () => now() };
  return {
    put,
    api,
    now,
    kept: () => kept,
    failNext: (...problems: Problem[]) => failures.push(...problems),
    /** Another window saves a summary, or adds a finding when it is given none. */
    change: (other?: string) => {
      kept = other ?? kept;
      version += 1;
    },
  };
}

function begin(summary = '') {
  const server = serverWith(summary);
  const onSaved = vi.fn<() => void>();
  return { server, onSaved, saver: createSaver(server.api, kind, server.now(), false, onSaved) };
}

const pause = (milliseconds = PAUSE_MS) => vi.advanceTimersByTimeAsync(milliseconds);

describe('saving a draft by itself', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for a pause in typing and then saves once', async () => {
    const { server, saver, onSaved } = begin();
    saver.change(draft('a'));
    await pause(PAUSE_MS - 1);
    saver.change(draft('ab'));
    expect(saver.state().kind).toBe('waiting');
    await pause();
    expect(server.put).toHaveBeenCalledTimes(1);
    expect(server.kept()).toBe('ab');
    expect(saver.state().kind).toBe('saved');
    expect(onSaved).toHaveBeenCalledTimes(1);
  });

  it('sends nothing when nothing has changed', async () => {
    const { server, saver } = begin('as it was');
    saver.change(draft('as it was'));
    await pause();
    expect(server.put).not.toHaveBeenCalled();
  });

  it('saves what was typed while it was saving', async () => {
    const { server, saver } = begin();
    server.put.mockImplementationOnce(async (body) => {
      saver.change(draft('first and second'));
      server.change(body.summary ?? '');
      return server.now();
    });
    saver.change(draft('first'));
    await pause();
    expect(server.put).toHaveBeenCalledTimes(2);
    expect(server.kept()).toBe('first and second');
  });

  it('keeps trying while the server cannot be reached', async () => {
    const { server, saver } = begin();
    server.failNext(clientProblem('no-connection', 503), clientProblem('too-slow', 504));
    saver.change(draft('kept'));
    await pause();
    expect(saver.state().kind).toBe('unreached');
    await pause(3_000);
    expect(saver.state().kind).toBe('unreached');
    await pause(6_000);
    expect(saver.state().kind).toBe('saved');
    expect(server.kept()).toBe('kept');
  });

  it('says so when the server takes exception to a field, and tries again after a change', async () => {
    const { server, saver } = begin();
    server.failNext(refusal(422, 'invalid-input'));
    saver.change(draft('much too long'));
    await pause();
    expect(saver.state().kind).toBe('refused');
    saver.change(draft('short'));
    await pause();
    expect(server.kept()).toBe('short');
  });

  it('goes on when only a finding was added in between', async () => {
    const { server, saver } = begin('old');
    server.change();
    saver.change(draft('new'));
    await pause();
    expect(saver.state().kind).toBe('saved');
    expect(server.kept()).toBe('new');
  });

  it('never writes over what another window has saved, and offers the choice', async () => {
    const { server, saver } = begin('old');
    server.change('theirs');
    saver.change(draft('mine'));
    await pause();
    expect(saver.state()).toMatchObject({ kind: 'conflict', theirs: { submission: { summary: 'theirs' } } });
    saver.change(draft('mine, longer'));
    await pause(60_000);
    expect(server.kept()).toBe('theirs');

    saver.keepMine();
    await pause(0);
    expect(server.kept()).toBe('mine, longer');
  });

  it('can go on with what another window has saved', async () => {
    const { server, saver } = begin('old');
    server.change('theirs');
    saver.change(draft('mine'));
    await pause();
    saver.takeTheirs();
    saver.change(draft('theirs and more'));
    await pause();
    expect(server.kept()).toBe('theirs and more');
  });

  it('stops when the seat has ended', async () => {
    const { server, saver } = begin();
    server.failNext(refusal(409, 'wrong-state'));
    saver.change(draft('too late'));
    await pause();
    expect(saver.state().kind).toBe('over');
    saver.change(draft('still typing'));
    await pause(60_000);
    expect(server.put).toHaveBeenCalledTimes(1);
  });

  it('saves at once before handing in, and says whether the server has everything', async () => {
    const { server, saver } = begin();
    saver.change(draft('final'));
    await expect(saver.flush()).resolves.toBe(true);
    server.failNext(clientProblem('no-connection', 503));
    saver.change(draft('later'));
    await expect(saver.flush()).resolves.toBe(false);
  });

  it('shows what another window saved when nothing stands against it, and never goes back in time', async () => {
    const { server, saver } = begin('old');
    const before = server.now();
    server.change('newer');
    expect(saver.meet(server.now())).toBe(true);
    expect(saver.meet(before)).toBe(false);
    saver.change(draft('on top'));
    await pause();
    expect(server.kept()).toBe('on top');
  });
});
