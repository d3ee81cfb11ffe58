// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Schema } from '@/lib/api';
import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { tester } from '@/test/bids';
import { visit } from '@/test/render';
import { builder, list, signIn } from '@/test/session';
import { assignment, payment, submission } from '@/test/work';

const leaveFor = vi.hoisted(() => vi.fn<(url: string) => void>());
const saveFile = vi.hoisted(() => vi.fn<(name: string, content: Blob, type: string) => void>());
vi.mock('@/lib/leave', () => ({ leaveFor }));
vi.mock('@/lib/save-file', () => ({ saveFile }));

const SLOW = { timeout: 30_000 };
const then = '2026-03-01T12:00:00.000Z';
const paid: Schema<'Payment'> = { ...payment, state: 'succeeded', succeeded_at: then, receipt_path: `/api/v1/payments/${payment.id}/receipt` };
const pdf = new Uint8Array([37, 80, 68, 70, 255, 0, 128]);

beforeEach(() => {
  leaveFor.mockClear();
  saveFile.mockClear();
});
afterEach(drop);

describe('the payments of a builder', () => {
  const open = (rows: readonly Schema<'Payment'>[], ...handlers: Parameters<typeof signIn>[1][]) => {
    signIn(builder, http.get(at('/me/payments'), () => list(rows)), ...handlers);
    return visit('/payments');
  };

  it('have a receipt that is fetched byte by byte', async () => {
    open([paid], http.get(at(`/payments/${payment.id}/receipt`), () => new HttpResponse(pdf, { headers: { 'content-type': 'application/pdf' } })));
    await userEvent.click(await screen.findByRole('button', { name: /^Receipt for/ }, SLOW));
    await waitFor(() => expect(saveFile).toHaveBeenCalledOnce());
    const [name, content] = saveFile.mock.calls[0] ?? [];
    expect(name).toBe('receipt-2026-03-01.pdf');
    expect(content?.size).toBe(pdf.length);
  });

  it('say when a receipt cannot be had', async () => {
    open([paid], http.get(at(`/payments/${payment.id}/receipt`), () => problem(503, 'unavailable')));
    await userEvent.click(await screen.findByRole('button', { name: /^Receipt for/ }, SLOW));
    expect(await screen.findByText(/busy or being updated/)).toBeTruthy();
    expect(saveFile).not.toHaveBeenCalled();
  });

  it('say since when a payment page is in the making', async () => {
    open([{ ...payment, checkout_url: null, waits_since: then }]);
    expect(await screen.findByText('Payment page is being made', {}, SLOW)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Receipt for/ })).toBeNull();
  });

  it('tell of money that stands still after a chargeback', async () => {
    open([{ ...paid, chargeback_state: 'under_review' }]);
    expect(await screen.findByText('Your money stands still', {}, SLOW)).toBeTruthy();
    expect(screen.getByText('Taken back, under review')).toBeTruthy();
  });

  it('stand beside what came back of them', async () => {
    open([paid]);
    await userEvent.click(await screen.findByRole('tab', { name: 'Refunds' }, SLOW));
    expect(await screen.findByText('No refund yet', {}, SLOW)).toBeTruthy();
    await userEvent.click(screen.getByRole('tab', { name: 'Payments' }));
    expect(await screen.findByRole('table', { name: 'Payments' }, SLOW)).toBeTruthy();
  });

  it('lead to the cards at the provider, once its page is made', async () => {
    const urls = [null, 'https://pay.example/portal'];
    open([], http.post(at('/me/billing-portal'), () => HttpResponse.json({ url: urls.shift() })));
    await userEvent.click(await screen.findByRole('button', { name: 'Payment methods' }, SLOW));
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith('https://pay.example/portal'), SLOW);
  });
});

describe('the refunds of a builder', () => {
  const refund = (more: Partial<Schema<'Refund'>>): Schema<'Refund'> => ({
    id: payment.id, payment_id: payment.id, job_id: payment.job_id, job_title: 'Guest check-out', assignment_id: null, amount_minor: 2750, covered_minor: 0, currency: 'usd',
    reason: 'rejected', state: 'completed', failure_code: null, waits_for: null, created_at: then, completed_at: then, ...more,
  });
  const open = (answer: () => Response, as = builder) => {
    signIn(as, http.get(at('/me/refunds'), answer));
    visit('/payments?view=refunded');
  };

  it.each<[string, Partial<Schema<'Refund'>>, RegExp]>([
    ['say why', { reason: 'bonus_unused' }, /Bonus not used/],
    ['say that they wait', { state: 'pending', completed_at: null, waits_for: 'frozen' }, /Waits: your money stands still/],
    ['say what to do when they did not arrive', { state: 'failed', failure_code: 'expired_or_canceled_card' }, /expired_or_canceled_card.*write to us/],
    ['say what the bank had given back', { covered_minor: 700 }, /\$7\.00 of it came back through your bank/],
  ])('%s', async (_name, more, text) => {
    open(() => list([refund(more)]));
    const table = within(await screen.findByRole('table', { name: 'Refunds' }, SLOW));
    expect(table.getByText(text)).toBeTruthy();
    expect(table.getByText('$27.50')).toBeTruthy();
  });

  it('can be asked for once more when they cannot be had', async () => {
    const answers = [() => problem(503, 'unavailable'), () => list([refund({})])];
    open(() => (answers.length > 1 ? answers.shift() : answers[0])?.() ?? list([]));
    await userEvent.click(await screen.findByRole('button', { name: /again/i }, SLOW));
    expect(await screen.findByText('Work rejected', {}, SLOW)).toBeTruthy();
  });
});

describe('a builder whose money stands still', () => {
  it('is told so on every page, with the way to go on', async () => {
    signIn({ ...builder, payments_frozen_at: then });
    visit('/projects');
    const banner = within(await screen.findByRole('complementary', { name: 'Your money' }, SLOW));
    expect(banner.getByText(/stands still for now/)).toBeTruthy();
    expect(banner.getByRole('link', { name: /what you can do/ }).getAttribute('href')).toBe('/payments');
  });

  it.each([
    ['a builder who is not frozen', builder],
    ['a tester', { ...tester, payments_frozen_at: then }],
  ])('and nobody else: %s', async (_name, as) => {
    signIn(as);
    visit('/settings');
    await screen.findByRole('heading', { level: 1 }, SLOW);
    expect(screen.queryByRole('complementary', { name: 'Your money' })).toBeNull();
  });
});

describe('the payouts of a tester', () => {
  const payout = (more: Partial<Schema<'Payout'>>): Schema<'Payout'> => ({
    id: payment.id, submission_id: submission(1).id, assignment_id: assignment(1).id, job_title: 'Guest check-out', item_title: null, amount_minor: 900, currency: 'usd',
    state: 'pending', failure_code: null, reversed_minor: 0, waits_for: null, waits_since: null, threshold_minor: null, created_at: then, completed_at: null, ...more,
  });
  const open = (row: Schema<'Payout'>) => {
    signIn(tester, http.get(at('/me/payouts'), () => list([row])), http.get(at('/me/payout-account'), () => HttpResponse.json({ state: 'active' })), http.get(at('/me/earnings'), () => HttpResponse.json({ from: null, to: null, items: [] })));
    visit('/earnings');
  };

  it.each<[string, Partial<Schema<'Payout'>>, RegExp]>([
    ['adds up below the threshold', { waits_for: 'threshold', threshold_minor: 2500, waits_since: then }, /Adds up until it reaches \$25\.00/],
    ['waits for the account', { waits_for: 'account', waits_since: then }, /Waits for your payout account/],
    ['waits for our balance', { waits_for: 'balance', waits_since: then }, /We try again by ourselves/],
    ['waits for the provider', { waits_for: 'provider', waits_since: then }, /Waits for the payment provider/],
    ['says why it failed', { state: 'failed', failure_code: 'account_invalid' }, /does not know your payout account/],
    ['names a code that nobody knows', { state: 'failed', failure_code: 'moon_phase' }, /moon_phase/],
    ['says what was taken back', { state: 'completed', completed_at: then, reversed_minor: 400 }, /\$4\.00 taken back/],
  ])('%s', async (_name, more, text) => {
    open(payout(more));
    const table = within(await screen.findByRole('table', { name: 'Payouts' }, SLOW));
    expect(table.getByText(text)).toBeTruthy();
  });
});
