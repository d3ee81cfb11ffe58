// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { captureEnvironment } from '@/shared/capture-environment';
import { scriptedType, submission } from '@/test/work';

import { bodyOf, formOf, written, writtenOf } from './draft';
import { beginning } from './use-draft';

const steps = [1, 2, 3].map((number) => ({ text: `Step ${number}`, expected: null }));
// Its form depends on the service type, so the document leaves it open.
const open = <Part extends 'report' | 'details'>(part: unknown) => part as Schema<'Submission'>[Part];
const work = { ...submission(1), state: 'draft' as const, steps, details: open<'details'>({ steps }) };
const kind = { type: scriptedType, details: work.details };

describe('a draft', () => {
  it('names steps by their number, wherever they stand in the report', () => {
    const form = formOf({ ...work, report: open<'report'>({ steps: [{ number: 3, verdict: 'fail', actual: 'Nothing' }, { number: 1, verdict: 'pass' }] }) }, kind);
    expect(form.report['steps']).toEqual([expect.objectContaining({ verdict: 'pass', actual: '' }), expect.objectContaining({ verdict: '', actual: '' }), expect.objectContaining({ verdict: 'fail', actual: 'Nothing' })]);
    expect(bodyOf(form, kind).report).toEqual({ steps: [{ number: 1, verdict: 'pass' }, { number: 3, verdict: 'fail', actual: 'Nothing' }] });
  });

  it('sends files, and links that are whole, without their empty parts', () => {
    const form = formOf(work, kind);
    form.evidence = [
      { kind: 'screenshot', url: ' https://files.example/a.png ', file_id: '', about: '2', note: '' },
      { kind: 'log', url: 'not yet', file_id: '', about: '', note: 'soon' },
      { kind: 'recording', url: '', file_id: work.id, about: '', note: 'From 0:12' },
    ];
    expect(bodyOf(form, kind).evidence).toEqual([
      { kind: 'screenshot', url: 'https://files.example/a.png', about: '2' },
      { kind: 'recording', file_id: work.id, note: 'From 0:12' },
    ]);
  });

  it('says how it went only as far as it is said', () => {
    const form = formOf(work, kind);
    expect(bodyOf(form, kind)).not.toHaveProperty('outcome');
    Object.assign(form, { outcome: 'partly', assistance: 'tool', assistance_note: 'A screen reader', active_minutes: 0 });
    expect(bodyOf(form, kind)).toMatchObject({ outcome: 'partly', assistance: 'tool', assistance_note: 'A screen reader', active_minutes: 0 });
  });

  it('begins with what this browser says of itself, unless the tester has said something', () => {
    expect(beginning({ submission: { ...work, environment: {} }, etag: '' }, kind, null).form.environment.time_zone).not.toBe('');
    expect(beginning({ submission: work, etag: '' }, kind, null).form.environment.time_zone).toBe('');
  });

  it('tells the server of this browser only when the work has begun', () => {
    const untouched = { ...work, environment: {}, summary: '', evidence: [], report: open<'report'>({}) };
    const isNews = (seen: Schema<'Submission'>) => beginning({ submission: seen, etag: '' }, kind, null).isNews;
    expect(isNews(untouched)).toBe(false);
    expect(isNews({ ...untouched, summary: 'Begun' })).toBe(true);
    expect(isNews(work)).toBe(false);
  });

  it('goes on with what was typed before a reload', () => {
    const typed = { ...formOf(work, kind), summary: 'Not saved yet' };
    const start = beginning({ submission: work, etag: '' }, kind, { taken: writtenOf(work, kind), form: typed });
    expect(start).toEqual({ form: typed, isNews: true, isOvertaken: false });
  });

  it('notices that another window saved something else while this one was away', () => {
    const typed = { ...formOf(work, kind), summary: 'Mine' };
    const theirs = { ...work, summary: 'Theirs' };
    expect(beginning({ submission: theirs, etag: '' }, kind, { taken: writtenOf(work, kind), form: typed }).isOvertaken).toBe(true);
    const saved = { ...work, summary: 'Mine' }; // the last save arrived after all
    expect(beginning({ submission: saved, etag: '' }, kind, { taken: writtenOf(work, kind), form: typed }).isOvertaken).toBe(false);
  });

  it('shows what another window saved when nothing was typed here since', () => {
    const theirs = { ...work, summary: 'Theirs' };
    const start = beginning({ submission: theirs, etag: '' }, kind, { taken: written(bodyOf(formOf(work, kind), kind)), form: formOf(work, kind) });
    expect(start.form.summary).toBe('Theirs');
    expect(start.isOvertaken).toBe(false);
  });
});

describe('the environment', () => {
  const capture = (agent: string) => {
    const { os, os_version, browser, browser_version } = captureEnvironment(agent);
    return [os, os_version, browser, browser_version];
  };

  it('is read from the browser, as far as it tells the truth', () => {
    expect(capture('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toEqual(['Linux', '', 'Firefox', '140.0']);
    expect(capture('Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1')).toEqual(['iOS', '17.5', 'Safari', '17.5']);
    expect(capture('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0')).toEqual(['Windows', '', 'Edge', '130.0.0.0']);
    expect(capture('Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36')).toEqual(['Android', '14', 'Chrome', '130.0.0.0']);
  });
});
