// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';

import { scriptedReport, sessionReport } from './report';

it('a scripted report is read without what it should not hold', () => {
  const report = {
    steps: [{ number: 1, verdict: 'fail', actual: 'A blank page' }, { number: 2, verdict: 'maybe' }, 'x', { verdict: 'pass' }],
    verdict: 'fail',
    extra: true,
  };
  expect(scriptedReport(report)).toEqual({ steps: [{ number: 1, verdict: 'fail', actual: 'A blank page' }], verdict: 'fail' });
});

it('a session sheet is read with what it lacks', () => {
  expect(sessionReport({ notes: 'n', marks: [{ minute: 3, note: 'slow' }], debrief: { past: 'p', mood: 'x' }, share_bugs: 40 })).toEqual({
    areas_covered: [],
    areas_not_covered: [],
    notes: 'n',
    share_bugs: 40,
    marks: [{ minute: 3, note: 'slow' }],
    debrief: { past: 'p' },
  });
});

it.each([[null], [undefined], ['text'], [[]]])('%j is an empty report', (report) => {
  expect(scriptedReport(report)).toEqual({ steps: [] });
  expect(sessionReport(report)).toMatchObject({ notes: '', marks: [] });
});
