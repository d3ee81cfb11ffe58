// SPDX-License-Identifier: Apache-2.0
// For tests: a kind of test that does not exist, with every shape that a form can have.
import type { FormField, ServiceType } from '@/shared/service-form/types-query';

const field = (name: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({ name, type, doc: `About ${name}`, required: false, ...more });
const number = field('number', 'int', { required: true, min: 1, max: 9 });

export const sampleType: ServiceType = {
  key: 'smoke_release',
  title: 'Sample',
  unit: 'case',
  enabled: true,
  details: [
    field('goal', 'text', { max: 300 }),
    field('scale', 'enum', { values: ['short', 'long'] }),
    field('steps', 'array', { item: 'object', max: 9, fields: [field('text', 'text', { required: true }), field('expected', 'text')] }),
    field('areas', 'array', { item: 'text', item_max: 120, max: 5 }),
  ],
  details_minimum: [{ kind: 'needs', field: '/details/goal' }, { kind: 'entries', field: '/details/steps', min: 1 }],
  report: [
    field('steps', 'array', {
      item: 'object',
      max: 9,
      fields: [number, field('verdict', 'enum', { values: ['pass', 'fail'] }), field('actual', 'text', { max: 2000, multiline: true })],
    }),
    field('reached', 'bool'),
    field('drop_off', 'text', { max: 300 }),
    field('ease', 'int', { min: 1, max: 7 }),
    field('share_a', 'int', { min: 0, max: 100 }),
    field('share_b', 'int', { min: 0, max: 100 }),
    field('short', 'object', { fields: [field('q1', 'int', { min: 1, max: 5 })] }),
    field('long', 'object', { fields: [field('q2', 'int', { min: 1, max: 5 })] }),
    field('marks', 'array', { item: 'object', max: 5, fields: [field('minute', 'int', { required: true, min: 0, max: 600 }), field('note', 'text', { required: true, min: 1, max: 500 })] }),
    field('cleaned', 'bool'),
  ],
  minimum: [
    { kind: 'answers', field: '/report/steps', of: '/details/steps', member: 'verdict', min: 1 },
    { kind: 'text', field: '/report/steps/*/actual', min: 1, when: { member: 'verdict', values: ['fail'] } },
    { kind: 'needs', field: '/report/reached' },
    { kind: 'needs', field: '/report/drop_off', when: { member: 'reached', values: ['false'] } },
    { kind: 'sum', field: '/report', members: ['share_a', 'share_b'] },
    { kind: 'either', field: '/report', either: [{ kind: 'entries', field: '/report/marks', min: 3 }, { kind: 'evidence', field: '/report', evidence: ['recording'] }] },
    { kind: 'confirmed', field: '/report/cleaned' },
    { kind: 'evidence', field: '/report/steps/*', evidence: ['screenshot', 'recording'], when: { member: 'verdict', values: ['fail'] } },
  ],
};

export const sampleDetails = { goal: 'Buy a book', scale: 'short', steps: [{ text: 'Open the shop', expected: 'It opens' }, { text: 'Pay' }] };
