// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Schema } from '@/lib/api';
import * as files from '@/lib/save-file';
import { drop } from '@/lib/token';
import { payout, signInAdmin } from '@/test/admin';
import { at, problem } from '@/test/api';
import { visit } from '@/test/render';
import { list, recorded } from '@/test/session';

afterEach(drop);

const wait = { timeout: 30_000 };
const giveReason = (dialog: ReturnType<typeof within>) => userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'As agreed');

describe('payouts', () => {
  it('that failed are sent again', async () => {
    const retried = recorded(() => HttpResponse.json({ ...payout, state: 'pending' }));
    signInAdmin(['finance'], http.get(at('/admin/payouts'), () => list([{ ...payout, state: 'failed', failure_code: 'balance_insufficient', completed_at: null }])), http.post(at(`/admin/payouts/${payout.id}/retry`), retried.take));
    visit('/admin/payouts');
    expect(await screen.findByText('balance_insufficient', {}, wait)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Send $12.50 again' }));
    await giveReason(dialog);
    await userEvent.click(dialog.getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(retried.sent).toEqual([{ reason: 'As agreed' }]));
  });

  it('are taken back to the cent, and never more than is left', async () => {
    const reversed = recorded(() => HttpResponse.json(payout));
    const earlier: Schema<'PayoutReversal'> = { id: payout.id, payout_id: payout.id, amount_minor: 250, currency: 'usd', to: 'platform', reason: 'x', state: 'completed', failure_code: null, created_at: payout.created_at, completed_at: payout.created_at };
    signInAdmin(['finance'], http.get(at('/admin/payouts'), () => list([{ ...payout, reversals: [earlier], reversed_minor: 250 }])), http.post(at(`/admin/payouts/${payout.id}/reverse`), reversed.take));
    visit('/admin/payouts');
    await userEvent.click(await screen.findByRole('button', { name: 'Reverse' }, wait));
    const dialog = within(screen.getByRole('dialog', { name: 'Take a payout back from Tess' }));
    const amount = dialog.getByRole('textbox', { name: 'Amount' });
    expect(amount).toHaveProperty('value', '10.00');
    await userEvent.clear(amount);
    await userEvent.type(amount, '10.01');
    await giveReason(dialog);
    await userEvent.click(dialog.getByRole('button', { name: 'Take it back' }));
    expect(await dialog.findByText('At most $10.00, please.')).toBeTruthy();
    expect(reversed.sent).toEqual([]);
    await userEvent.clear(amount);
    await userEvent.type(amount, '9,99');
    await userEvent.click(dialog.getByRole('radio', { name: /To the platform/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Take it back' }));
    await waitFor(() => expect(reversed.sent).toEqual([{ reason: 'As agreed', to: 'platform', amount_minor: 999 }]));
  });

  it('may be looked at without the right to change them', async () => {
    signInAdmin(['support'], http.get(at('/admin/payouts'), () => list([payout])));
    visit('/admin/payouts');
    expect(await screen.findByText(/needs the right "Finance", which/, {}, wait)).toBeTruthy();
    expect((await screen.findByRole('button', { name: 'Reverse' })).getAttribute('aria-disabled')).toBe('true');
  });
});

it('a refusal of the server stays in the dialog, with its words', async () => {
  signInAdmin(['finance'], http.post(at('/admin/submissions/:id/refund'), () => problem(409, 'too-much')));
  visit('/admin/refunds');
  await userEvent.click(await screen.findByRole('button', { name: 'Refund held money' }, wait));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Id of the submission' }), payout.submission_id);
  await userEvent.type(dialog.getByRole('textbox', { name: 'Amount of the reward' }), '99');
  await giveReason(dialog);
  await userEvent.click(dialog.getByRole('button', { name: 'Refund it' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('That is more than there is left.');
});

it('a part of what is held in a dispute is refunded from its row, without an id to type', async () => {
  const refund = recorded(() => HttpResponse.json({}));
  const dispute = { id: '0190a000-0000-7000-8000-000000000091', submission_id: payout.submission_id, currency: 'usd', job_title: 'Checkout', kind: 'scope', state: 'answered', builder_name: 'Ana', tester_name: 'Tim', due_at: null, closed_at: null, opened_at: payout.created_at, at_stake_minor: 3000 };
  signInAdmin(['finance'], http.get(at('/admin/disputes'), () => list([dispute])), http.post(at(`/admin/submissions/${payout.submission_id}/refund`), refund.take));
  visit('/admin/disputes');
  await userEvent.click(await screen.findByRole('button', { name: 'Refund a part' }, wait));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.queryByRole('textbox', { name: 'Id of the submission' })).toBeNull();
  await userEvent.type(dialog.getByRole('textbox', { name: 'Amount of the reward' }), '10');
  await giveReason(dialog);
  await userEvent.click(dialog.getByRole('button', { name: 'Refund it' }));
  await waitFor(() => expect(refund.sent).toEqual([expect.objectContaining({ amount_minor: 1000 })]));
});

it('a market is closed to testers, and its threshold goes in minor units of its currency', async () => {
  const set = recorded(() => HttpResponse.json({}));
  const market: Schema<'Market'> = { country: 'JP', name: 'Japan', currency: 'jpy', builders: true, testers: true, payout_min_minor: null, updated_at: payout.created_at };
  signInAdmin(['finance'], http.get(at('/markets'), () => list([market, { ...market, country: 'PT', name: 'Portugal', currency: 'eur' }])), http.put(at('/admin/markets/JP'), set.take));
  visit('/admin/markets');
  await userEvent.type(await screen.findByRole('searchbox', {}, wait), 'jap');
  await waitFor(() => expect(screen.queryByText(/Portugal/)).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: 'Change' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Change: Japan' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Testers can set up payouts' }));
  await userEvent.type(dialog.getByRole('textbox', { name: /^Payout from/ }), '1500');
  await giveReason(dialog);
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(set.sent).toEqual([{ reason: 'As agreed', name: 'Japan', currency: 'jpy', builders: true, testers: false, payout_min_minor: 1500 }]));
});

it('a chargeback shows its deadline and the texts that the bank will read', async () => {
  const chargeback: Schema<'Chargeback'> = {
    id: '0190a000-0000-7000-8000-000000000061', provider_id: 'dp_1', payment_id: payout.id, job_id: payout.job_id, job_title: 'The basket', builder_id: payout.builder_id, builder_name: 'Bea', builder_is_frozen: true,
    amount_minor: 9900, currency: 'usd', reason: 'product_not_received', state: 'needs_response', lost_minor: 9900, covered_minor: 0, provider_fee_minor: 1500, provider_fee_currency: 'usd',
    // Which texts there are depends on the reason, so the document leaves it open.
    evidence: { service_documentation: 'Three testers handed in.' } as unknown as Schema<'Chargeback'>['evidence'],
    evidence_due_at: '2126-03-04T12:00:00.000Z', evidence_sent_at: null, submitted_at: null, opened_at: payout.created_at, closed_at: null,
  };
  const submitted = recorded(() => HttpResponse.json(chargeback));
  signInAdmin(['finance'], http.get(at(`/admin/chargebacks/${chargeback.id}`), () => HttpResponse.json(chargeback)), http.post(at(`/admin/chargebacks/${chargeback.id}/submit`), submitted.take));
  visit(`/admin/chargebacks/${chargeback.id}`);
  expect(await screen.findByText('Three testers handed in.', {}, wait)).toBeTruthy();
  expect(screen.getByText('$99.00', { selector: 'span' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Send the evidence' }));
  const dialog = within(screen.getByRole('dialog'));
  await giveReason(dialog);
  await userEvent.click(dialog.getByRole('button', { name: 'Send it' }));
  await waitFor(() => expect(submitted.sent).toEqual([{ reason: 'As agreed' }]));
});

it('the tax report arrives as a file, as the server wrote it', async () => {
  const save = vi.spyOn(files, 'saveFile').mockReturnValue();
  signInAdmin(['finance'], http.post(at('/admin/tax-report'), () => new HttpResponse('account,country\r\n', { headers: { 'content-type': 'text/csv' } })));
  visit('/admin/tax');
  await userEvent.click(await screen.findByRole('button', { name: 'Make the file' }, wait));
  const dialog = within(screen.getByRole('dialog'));
  await giveReason(dialog);
  await userEvent.click(dialog.getByRole('button', { name: 'Download' }));
  await waitFor(() => expect(save).toHaveBeenCalledWith(`peertest-tax-${new Date().getUTCFullYear() - 1}.csv`, 'account,country\r\n', 'text/csv'));
});
