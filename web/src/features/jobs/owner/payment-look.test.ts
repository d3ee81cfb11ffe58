// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { payment, simpleJob as job } from '@/test/work';

import { declineReason, isMoving, paymentLook, returnOf } from './payment-look';
import { spendOf } from './spend';

const before = Date.parse('2026-03-01T12:10:00Z');
const after = Date.parse('2026-03-01T12:31:00Z');
const pending = { ...job, state: 'pending_payment' } as const;
const paid = { ...payment, state: 'succeeded', succeeded_at: payment.created_at } as const;
const declined = { ...payment, failure_code: 'card_declined' };

describe('what is said about a payment', () => {
  it.each([
    ['the page is ready', pending, payment, null, before, 'open'],
    ['the page is being made', pending, { ...payment, checkout_url: null }, null, before, 'making'],
    ['one came back without paying', pending, payment, 'cancelled', before, 'left'],
    ['one came back after paying', pending, payment, 'returned', before, 'confirming'],
    ['one paid at the last moment', pending, payment, 'returned', after, 'confirming'],
    ['the card was declined', pending, declined, 'cancelled', before, 'declined'],
    ['it was declined first, then paid', pending, declined, 'returned', before, 'confirming'],
    ['the window has ended', pending, payment, 'cancelled', after, 'expired'],
    ['the window ended after a decline', pending, declined, null, after, 'expired'],
    ['it is paid but the job does not show it yet', pending, paid, null, before, 'confirming'],
    ['it was closed', job, { ...payment, state: 'cancelled' }, 'cancelled', before, 'ended'],
    ['it failed', job, { ...payment, state: 'failed' }, null, before, 'ended'],
    ['it arrived', { ...job, state: 'open' }, paid, 'returned', before, 'paid'],
    ['it arrived long ago', { ...job, state: 'open' }, paid, null, before, null],
    ['it arrived and the job was cancelled', { ...job, state: 'cancelled' }, paid, 'returned', before, null],
    ['there is none', job, undefined, null, before, null],
  ] as const)('%s', (_when, theJob, thePayment, back, now, look) => {
    expect(paymentLook(theJob, thePayment, back, now)).toBe(look);
  });

  it('is asked for again only while it changes by itself', () => {
    expect(isMoving('confirming')).toBe(true);
    expect(isMoving('open')).toBe(false);
    expect(isMoving(null)).toBe(false);
  });

  it('reads only the ways back that exist, and has words for every code', () => {
    expect(returnOf(new URLSearchParams('payment=paid'))).toBeNull();
    expect(declineReason('insufficient_funds')).toBe('insufficient_funds');
    expect(declineReason('something_new')).toBe('other');
  });
});

describe('the money of a paid job', () => {
  it('adds up to what was paid: one seat approved, one refunded, one held, one free', () => {
    const open = { ...job, state: 'open', seats: 4, seats_left: 1 } as const;
    const seats = [
      { held_minor: 0, released_minor: 2250, fee_minor: 225 },
      { held_minor: 2475, released_minor: 0, fee_minor: 0 },
    ];
    const spend = spendOf(open, { ...paid, amount_minor: 9900, refunded_minor: 2475 }, seats);
    expect(spend).toEqual({ paidMinor: 9900, releasedMinor: 2250, heldMinor: 4950, backMinor: 2475, feeMinor: 225 });
    expect(spend.releasedMinor + spend.heldMinor + spend.backMinor + spend.feeMinor).toBe(spend.paidMinor);
  });

  it('holds nothing for the free seats of a job that has ended', () => {
    const closed = { ...job, state: 'cancelled', seats_left: 2 } as const;
    expect(spendOf(closed, { ...paid, refunded_minor: 4950 }, [])).toMatchObject({ heldMinor: 0, feeMinor: 0 });
  });

  it('that goes back counts as such before the refund has arrived, and never as a fee', () => {
    const running = { ...job, state: 'open' as const, seats: 2, seats_left: 0 };
    const cancelled = { held_minor: 0, released_minor: 750, fee_minor: 75 };
    const underWay = { held_minor: 2475, released_minor: 0, fee_minor: 0 };
    expect(spendOf(running, { ...payment, refunded_minor: 0 }, [cancelled, underWay])).toEqual({ paidMinor: 4950, releasedMinor: 750, heldMinor: 2475, feeMinor: 75, backMinor: 1650 });
  });
});
