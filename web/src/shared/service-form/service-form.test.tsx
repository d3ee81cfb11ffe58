// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { describe, expect, it, vi } from 'vitest';

import { drop } from '@/lib/token';
import { tester } from '@/test/bids';
import { show } from '@/test/render';
import { sampleDetails, sampleType } from '@/test/service-type';
import { signIn } from '@/test/session';
import { tusServer } from '@/test/tus';

import { DetailsForm } from './details-form';
import { EvidenceForm } from './evidence-form';
import { evidenceBody, evidenceValues, type EvidenceRow } from './evidence-rows';
import { answersIn, demandOf, evidenceWanted } from './rules';
import { ServiceForm } from './service-form';
import { ServiceReport } from './service-report';
import { bodyOf, formValues } from './values';

const fill = (field: HTMLElement | undefined, value: string) => field && fireEvent.change(field, { target: { value } });

const answers = answersIn(sampleType, sampleDetails);
const stored = { steps: [{ number: 2, verdict: 'fail', actual: 'Blank' }], reached: false, marks: [{ minute: 0, note: 'Odd' }] };

type Work = { report: Record<string, unknown>; evidence: EvidenceRow[] };

function TesterForm({ onSave, report }: { onSave: (body: unknown) => void; report?: unknown }) {
  const { control, handleSubmit } = useForm<Work>({ defaultValues: { report: formValues(sampleType.report, report, answers), evidence: evidenceValues([]) } });
  return (
    <form noValidate onSubmit={handleSubmit((values) => onSave({ report: bodyOf(sampleType.report, values.report, answers), evidence: evidenceBody(values.evidence) }), (errors) => onSave(errors))}>
      <ServiceForm control={control} name="report" type={sampleType} details={sampleDetails} />
      <EvidenceForm control={control} name="evidence" reportName="report" type={sampleType} />
      <button type="submit">Save</button>
    </form>
  );
}

describe('values', () => {
  it('stand at the place of what they answer, and are sent with its number', () => {
    const values = formValues(sampleType.report, stored, answers);
    expect(values['steps']).toEqual([
      { number: undefined, verdict: '', actual: '' },
      { number: 2, verdict: 'fail', actual: 'Blank' },
    ]);
    expect(bodyOf(sampleType.report, values, answers)).toEqual(stored);
  });

  it('are left out where they say nothing, but no and nought are sent', () => {
    const body = bodyOf(sampleType.report, { reached: false, share_a: 0, drop_off: ' ', short: { q1: undefined }, marks: [{ minute: 3, note: '' }], steps: [] });
    expect(body).toEqual({ reached: false, share_a: 0 });
  });
});

describe('rules', () => {
  const steps = sampleType.report[0]?.fields ?? [];

  it.each([
    ['an answer is needed', 'verdict', {}, true, false],
    ['words wait while it is unknown', 'actual', {}, false, true],
    ['and while all is well', 'actual', { verdict: 'pass' }, false, true],
    ['they are needed for a failure', 'actual', { verdict: 'fail' }, true, false],
    ['and stay once they are there', 'actual', { verdict: 'pass', actual: 'x' }, false, false],
  ])('%s', (_, name, entry, isNeeded, isHidden) => {
    expect(demandOf(sampleType.minimum, `steps/*/${name}`, entry, steps, true)).toMatchObject({ isNeeded, isHidden });
  });

  it('want evidence for each failure that has none', () => {
    const report = { steps: [{ number: 1, verdict: 'fail' }, { number: 2, verdict: 'fail' }] };
    const wanted = evidenceWanted(sampleType, report, [{ kind: 'screenshot', url: 'https://files.example/1', about: 'Step 1' }]);
    expect(wanted).toEqual([{ kinds: ['screenshot', 'recording'], list: 'steps', number: 2 }]);
  });
});

describe('the form of a tester', () => {
  it('asks for each step of the details, and for words where one failed', async () => {
    const save = vi.fn();
    show(<TesterForm onSave={save} report={{ reached: true, cleaned: true }} />);
    const first = screen.getByRole('group', { name: 'Steps 1' });
    const second = screen.getByRole('group', { name: 'Steps 2' });
    expect(second.textContent).toContain('Pay');
    expect(within(second).queryByRole('textbox')).toBeNull();
    fireEvent.click(within(second).getByLabelText('Failed'));
    fill(within(second).getByLabelText(/^What happened/), 'Blank');
    fireEvent.click(within(first).getByLabelText('Passed'));
    await userEvent.click(screen.getByText('Save'));
    const steps = [{ number: 1, verdict: 'pass' }, { number: 2, verdict: 'fail', actual: 'Blank' }];
    expect(save).toHaveBeenCalledWith({ report: { steps, reached: true, cleaned: true }, evidence: [] });
  });

  const failed = { reached: true, cleaned: true, steps: [{ number: 1, verdict: 'pass' }, { number: 2, verdict: 'fail', actual: 'Blank' }] };

  it('asks for evidence of what failed, until there is a link', async () => {
    const save = vi.fn();
    show(<TesterForm onSave={save} report={failed} />);
    await userEvent.click(screen.getByText(/^Steps 2: add a/));
    await userEvent.click(screen.getByText('Add a link'));
    fill(screen.getByLabelText('Link'), 'https://files.example/2.png');
    expect(screen.queryByText(/^Steps 2: add a/)).toBeNull();
    await userEvent.click(screen.getByText('Save'));
    expect(save.mock.lastCall?.[0]).toHaveProperty('evidence', [{ kind: 'screenshot', url: 'https://files.example/2.png', about: '2' }]);
  });

  it('takes a file for what is wanted, as soon as the server has a place for it', async () => {
    const save = vi.fn();
    const tus = tusServer();
    signIn(tester, ...tus.handlers);
    show(<TesterForm onSave={save} report={failed} />);
    await userEvent.click(screen.getByText(/^Steps 2: add a/));
    await userEvent.upload(screen.getByLabelText('Choose files', { selector: 'input' }), new File(['png'], 'blank.png', { type: 'image/png' }));
    await waitFor(() => expect(screen.queryByText(/^Steps 2: add a/)).toBeNull());
    await userEvent.click(screen.getByText('Save'));
    expect(save.mock.lastCall?.[0]).toHaveProperty('evidence', [{ kind: 'screenshot', file_id: [...tus.places.keys()][0], about: '2' }]);
    drop();
  });

  it('asks where it ended when the goal was not reached', () => {
    show(<TesterForm onSave={vi.fn()} />);
    expect(screen.queryByLabelText(/^Where you would have left/)).toBeNull();
    fireEvent.click(screen.getByLabelText('No'));
    expect(screen.getByLabelText('Where you would have left').getAttribute('aria-required')).toBe('true');
  });

  it('takes an answer back', async () => {
    const save = vi.fn();
    show(<TesterForm onSave={save} report={{ ...stored, ease: 3, steps: [{ number: 1, verdict: 'pass' }, { number: 2, verdict: 'pass' }], cleaned: true, reached: true }} />);
    await userEvent.click(screen.getAllByLabelText('3')[0] ?? document.body);
    await userEvent.click(screen.getByText('Save'));
    expect(save.mock.lastCall?.[0]).not.toHaveProperty('report.ease');
  });

  it('shows the part that the details chose, and not the other one', () => {
    show(<TesterForm onSave={vi.fn()} />);
    expect(screen.getByText('Short')).toBeTruthy();
    expect(screen.queryByText('Long')).toBeNull();
  });

  it('adds parts up', async () => {
    show(<TesterForm onSave={vi.fn()} />);
    fill(screen.getByLabelText(/^Share a/), '70');
    expect(screen.getByText('Together 70 % of 100 %')).toBeTruthy();
  });

  it('moves an entry with the arrow keys, and says so', async () => {
    const save = vi.fn();
    const marks = [{ minute: 1, note: 'First' }, { minute: 2, note: 'Second' }];
    show(<TesterForm onSave={save} report={{ ...stored, marks, steps: [{ number: 1, verdict: 'pass' }, { number: 2, verdict: 'pass' }], cleaned: true, reached: true }} />);
    screen.getByRole('button', { name: /^Marks: move entry 2 of 2/ }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(screen.getByText('Number 2 is now number 1.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Marks: move entry 1 of 2/ }));
    await userEvent.click(screen.getByText('Save'));
    expect(save.mock.lastCall?.[0]).toHaveProperty('report.marks', [marks[1], marks[0]]);
  });

  it('grows and shrinks a list', async () => {
    const save = vi.fn();
    show(<TesterForm onSave={save} report={{ ...stored, steps: [{ number: 1, verdict: 'pass' }, { number: 2, verdict: 'pass' }], cleaned: true, reached: true }} />);
    await userEvent.click(screen.getByText('Add an entry'));
    fill(screen.getAllByLabelText(/^Minute/)[1], '7');
    fill(screen.getAllByLabelText(/^Note/)[1], 'Slow');
    await userEvent.click(screen.getByLabelText('Marks: remove entry 1'));
    await userEvent.click(screen.getByText('Save'));
    expect(save.mock.lastCall?.[0]).toHaveProperty('report.marks', [{ minute: 7, note: 'Slow' }]);
  });
});

function BuilderForm({ onSave }: { onSave: (body: unknown) => void }) {
  const { control, handleSubmit } = useForm<{ items: { details: Record<string, unknown> }[] }>({ defaultValues: { items: [{ details: formValues(sampleType.details, {}) }] } });
  return (
    <form noValidate onSubmit={handleSubmit(({ items }) => onSave(bodyOf(sampleType.details, items[0]?.details)))}>
      <DetailsForm control={control} name="items.0.details" type={sampleType} />
      <button type="submit">Save</button>
    </form>
  );
}

describe('the form of a builder', () => {
  it('says what it holds', async () => {
    const save = vi.fn();
    show(<BuilderForm onSave={save} />);
    fill(screen.getByLabelText('Goal'), 'Buy a book');
    await userEvent.click(screen.getByLabelText('Long'));
    await userEvent.click(screen.getByText('Add an entry'));
    fill(screen.getByLabelText(/^Text/), 'Open');
    fill(screen.getByLabelText('Areas, line 1'), 'Cart');
    await userEvent.click(screen.getByText('Save'));
    expect(save).toHaveBeenCalledWith({ goal: 'Buy a book', scale: 'long', steps: [{ text: 'Open' }], areas: ['Cart'] });
  });
});

describe('what was handed in', () => {
  it('stands beside what was asked, with its evidence', () => {
    const evidence = [
      { kind: 'screenshot', url: 'https://files.example/2.png', about: '2' },
      { kind: 'log', url: 'https://files.example/all.log' },
    ];
    show(<ServiceReport type={sampleType} details={sampleDetails} report={stored} evidence={evidence} />);
    const [first, second] = screen.getAllByRole('listitem').filter((item) => /Open the shop|Pay/.test(item.textContent ?? ''));
    expect(first?.textContent).toContain('No answer');
    expect(second?.textContent).toMatch(/Failed.*Blank/);
    expect(second?.querySelector('a')?.href).toBe('https://files.example/2.png');
    expect(screen.getByRole('link', { name: 'https://files.example/all.log' })).toBeTruthy();
    expect(screen.getByText('Goal reached').nextSibling?.textContent).toBe('No');
  });
});
