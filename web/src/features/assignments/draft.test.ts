// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import type { Schema } from '@/lib/api';
import { submission } from '@/test/work';

import { captureEnvironment } from './capture-environment';
import { bodyOf, formOf, written, writtenOf } from './draft';
import { beginning } from './use-draft';

const work = { ...submission(1), state: 'draft' as const, steps: [1, 2, 3].map((number) => ({ text: `Step ${number}`, expected: null })) };
// Its form depends on the service type, so the document leaves it open.
const reportOf = (report: unknown) => report as Schema<'Submission'>['report'];

describe('a draft', () => {
  it('names steps by their number, wherever they stand in the report', () => {
    const form = formOf({ ...work, report: reportOf({ steps: [{ number: 3, verdict: 'fail', actual: 'Nothing' }, { number: 1, verdict: 'pass' }] }) });
    expect(form.report.steps).toEqual([
      { verdict: 'pass', actual: '' },
      { verdict: '', actual: '' },
      { verdict: 'fail', actual: 'Nothing' },
    ]);
    expect(bodyOf(form, 'functional_scripted').report).toEqual({ steps: [{ number: 1, verdict: 'pass' }, { number: 3, verdict: 'fail', actual: 'Nothing' }] });
  });

  it('sends no explanation for a step that passed after all', () => {
    const form = formOf(work);
    form.report.steps = [{ verdict: 'pass', actual: 'It was broken' }];
    expect(bodyOf(form, 'functional_scripted').report).toEqual({ steps: [{ number: 1, verdict: 'pass' }], verdict: 'pass' });
  });

  it('sends the moments of a session that are complete, and only shares that were given', () => {
    const form = formOf({ ...work, service_type: 'exploratory', report: reportOf({}) });
    form.report.marks = [{ minute: 4, note: 'Slow' }, { minute: 9, note: ' ' }, { minute: undefined, note: 'When?' }];
    form.report.share_bugs = 0;
    expect(bodyOf(form, 'exploratory').report).toEqual({ areas_covered: [], areas_not_covered: [], notes: '', share_bugs: 0, marks: [{ minute: 4, note: 'Slow' }], debrief: {} });
  });

  it('begins with what this browser says of itself, unless the tester has said something', () => {
    expect(beginning({ submission: { ...work, environment: {} }, etag: '' }, null).form.environment.time_zone).not.toBe('');
    expect(beginning({ submission: work, etag: '' }, null).form.environment.time_zone).toBe('');
  });

  it('goes on with what was typed before a reload', () => {
    const typed = { ...formOf(work), summary: 'Not saved yet' };
    const start = beginning({ submission: work, etag: '' }, { taken: writtenOf(work), form: typed });
    expect(start).toEqual({ form: typed, isOvertaken: false });
  });

  it('notices that another window saved something else while this one was away', () => {
    const typed = { ...formOf(work), summary: 'Mine' };
    const theirs = { ...work, summary: 'Theirs' };
    expect(beginning({ submission: theirs, etag: '' }, { taken: writtenOf(work), form: typed }).isOvertaken).toBe(true);
    const saved = { ...work, summary: 'Mine' }; // the last save arrived after all
    expect(beginning({ submission: saved, etag: '' }, { taken: writtenOf(work), form: typed }).isOvertaken).toBe(false);
  });

  it('shows what another window saved when nothing was typed here since', () => {
    const theirs = { ...work, summary: 'Theirs' };
    const start = beginning({ submission: theirs, etag: '' }, { taken: written(bodyOf(formOf(work), 'functional_scripted')), form: formOf(work) });
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
