// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { drop } from '@/lib/token';
import { at } from '@/test/api';
import { tester } from '@/test/bids';
import { finding, findingRow, scalesAnswer } from '@/test/findings';
import { show } from '@/test/render';
import { recorded, signIn } from '@/test/session';
import { submission } from '@/test/work';

import { FindingDialog } from './finding-dialog';
import { bodyOf, valuesOf, type FindingValues } from './finding-values';

const TITLE = 'The voucher is taken off twice at the second try';

beforeEach(() => sessionStorage.clear());
afterEach(drop);

type Sent = Record<string, unknown>;

function open(change: typeof finding | null = null) {
  const added = recorded<Sent>(() => HttpResponse.json(finding, { status: 201 }));
  const changed = recorded<Sent>(() => HttpResponse.json(finding));
  const asked: string[] = [];
  signIn(
    tester,
    scalesAnswer,
    http.post(at(`/submissions/${submission(1).id}/findings`), added.take),
    http.patch(at(`/findings/${finding.id}`), changed.take),
    http.get(at(`/submissions/${submission(1).id}/similar-findings`), ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('text') ?? '');
      return HttpResponse.json({ items: [{ kind: 'finding', id: findingRow(1).id, title: 'Vouchers count twice', state: 'valid', severity: 'major', created_at: finding.created_at, similarity: 60 }], next: null });
    }),
  );
  const onClose = vi.fn();
  show(<FindingDialog submission={submission(1)} finding={change} isOpen onClose={onClose} onSaved={() => Promise.resolve()} />);
  return { added: added.sent, changed: changed.sent, asked, onClose };
}

const box = (name: RegExp | string) => screen.getByRole('textbox', { name });

async function fillWhatIsNeeded() {
  await userEvent.type(box(/^Title/), TITLE);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'functional');
  await userEvent.type(box('Step 1'), 'Type the voucher');
  await userEvent.type(box(/What should happen/), 'It counts once');
  await userEvent.type(box(/What happens/), 'It counts twice');
  await userEvent.click(screen.getByRole('radio', { name: /^Major/ }));
  await userEvent.click(screen.getByRole('radio', { name: 'Happens always' }));
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save finding' }));

describe('a finding', () => {
  it('needs seven things, and sends none of the rest that is empty', async () => {
    const { added, onClose } = open();
    await fillWhatIsNeeded();
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(added).toEqual([
      {
        title: TITLE, kind: 'functional', severity: 'major', steps: ['Type the voucher'], expected: 'It counts once', actual: 'It counts twice', reproducibility: 'always',
        url: '', preconditions: '', workaround: '', console_excerpt: '', failing_request: '', first_seen_build: '', works_in_build: '', severity_reason: '',
        tries_seen: 0, tries_total: 0, scale: {}, environment: {}, attachment_ids: [],
      },
    ]);
  });

  it('shows what reads alike while it is typed, and never stands in the way', async () => {
    const { asked } = open();
    await userEvent.type(box(/^Title/), 'Too short');
    expect(asked).toEqual([]);
    await userEvent.clear(box(/^Title/));
    await userEvent.type(box(/^Title/), TITLE);
    const alike = await screen.findByText('Vouchers count twice');
    expect(within(alike.closest('li') ?? alike).getByText('Valid')).toBeTruthy();
    expect(asked).toEqual([TITLE]);
  });

  it('takes the step that another scale proposes, and asks why when it is changed', async () => {
    const { added, onClose } = open();
    await fillWhatIsNeeded();
    await userEvent.click(screen.getByText('Rate it on a scale that you know'));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /^Scale/ }), 'nielsen');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Nielsen (usability)' }), '2');
    expect(await screen.findByText('Here that is: Moderate.')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Moderate/ }).checked).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: /^Major/ }));
    await save();
    await waitFor(() => expect(box('Why not Moderate?').getAttribute('aria-invalid')).toBe('true'));
    expect(added).toEqual([]);
    await userEvent.type(box('Why not Moderate?'), 'It is money.');
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(added[0]).toMatchObject({ severity: 'major', severity_reason: 'It is money.', scale: { name: 'nielsen', value: '2' } });
  });

  it('takes the value that frequency, impact and persistence suggest, and asks why for another', async () => {
    open();
    await userEvent.click(screen.getByText('Rate it on a scale that you know'));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /^Scale/ }), 'nielsen');
    await userEvent.click(screen.getByRole('radio', { name: 'Often' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Hard' }));
    expect(screen.queryByText(/These three suggest/)).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Only once' }));
    expect(await screen.findByText('These three suggest 3.')).toBeTruthy();
    expect(await screen.findByText('Here that is: Major.')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Why not 3?' })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Nielsen (usability)' }), '2');
    expect(await screen.findByRole('textbox', { name: 'Why not 3?' })).toBeTruthy();
  });

  it('sends what the value is a combination of, all of it or nothing', () => {
    const values = valuesOf({ ...finding, scale: { name: 'nielsen', value: '3', frequency: 'common', impact: 'hard', persistence: 'once' } }, {});
    const sent = (scale: Partial<FindingValues['scale']>) => bodyOf({ ...values, scale: { ...values.scale, ...scale } } as FindingValues).scale; // an opened form has all of them
    expect(sent({})).toEqual({ name: 'nielsen', value: '3', frequency: 'common', impact: 'hard', persistence: 'once' });
    expect(sent({ impact: '' })).toEqual({ name: 'nielsen', value: '3' });
    expect(sent({ name: 'mqm', value: 'major' })).toEqual({ name: 'mqm', value: 'major' });
  });

  it('reads the score out of a CVSS vector', async () => {
    open();
    await userEvent.click(screen.getByText('Rate it on a scale that you know'));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /^Scale/ }), 'cvss');
    await userEvent.type(box('CVSS 3.1 vector'), 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
    expect(await screen.findByText('Here that is: Critical.')).toBeTruthy();
  });

  it('keeps what is optional out of sight until it is asked for, and says where it was seen', async () => {
    const { added, onClose } = open();
    await fillWhatIsNeeded();
    await userEvent.click(screen.getByText('Another device or browser'));
    expect(screen.queryByRole('textbox', { name: /^Browser version/ })).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: /somewhere else/ }));
    const system = box(/^System(?! version)/);
    await userEvent.clear(system);
    await userEvent.type(system, 'Android');
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(added[0]).toMatchObject({ environment: { os: 'Android', browser: 'Firefox' } });
  });

  it('opens with what was filled in, and takes away what is emptied', async () => {
    const { changed, onClose } = open({ ...finding, preconditions: 'Signed in', tries_seen: 3, tries_total: 5, attachment_ids: [] });
    const filled = box(/What has to be true first/);
    expect(filled.closest('details')?.open).toBe(true);
    await userEvent.clear(filled);
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(changed[0]).toMatchObject({ preconditions: '', tries_seen: 3, tries_total: 5 });
  });
});
