// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { revision, role, thread } from '@/test/bids';
import { payment } from '@/test/work';

import { changeOf, isUnchanged } from './job-change';
import { movesOf } from './moves';
import { bestOf, inOrder } from './order';
import { paymentLook } from './payment-look';

describe('the moves', () => {
  it('are those of the side whose turn it is', () => {
    expect(movesOf({ state: 'submitted', counters_left: 6 }, 'builder')).toEqual(['accept', 'counter', 'reject']);
    expect(movesOf({ state: 'submitted', counters_left: 6 }, 'tester')).toEqual(['revise', 'withdraw']);
    expect(movesOf({ state: 'awaiting_payment', counters_left: 6 }, 'tester')).toEqual([]);
  });
  it('have no counter-offer once all are used', () => {
    expect(movesOf({ state: 'countered_by_builder', counters_left: 0 }, 'tester')).toEqual(['accept', 'decline', 'withdraw']);
  });
});

describe('the payment of a bid', () => {
  const before = Date.parse('2026-03-01T12:10:00Z');
  const lookOf = (state: Parameters<typeof paymentLook>[0]['state'], change: Partial<typeof payment> = {}, back: 'returned' | 'cancelled' | null = null, now = before) =>
    paymentLook({ state }, { ...payment, ...change }, back, now);

  it('is told as long as it waits', () => {
    expect(lookOf('awaiting_payment')).toBe('open');
    expect(lookOf('awaiting_payment', { checkout_url: null })).toBe('making');
    expect(lookOf('awaiting_payment', {}, 'cancelled')).toBe('left');
    expect(lookOf('awaiting_payment', { failure_code: 'card_declined' })).toBe('declined');
    expect(lookOf('awaiting_payment', {}, null, Date.parse(payment.expires_at))).toBe('expired');
  });
  it('is decided by the provider, not by the way back', () => {
    expect(lookOf('awaiting_payment', {}, 'returned')).toBe('confirming');
    expect(lookOf('accepted', { state: 'succeeded' }, 'returned')).toBe('paid');
    expect(lookOf('accepted', { state: 'succeeded' })).toBeNull();
  });
  it('that failed leaves the offer as it was, to be accepted again', () => {
    expect(lookOf('submitted', { state: 'failed' })).toBe('ended');
    expect(lookOf('rejected', { state: 'failed' })).toBeNull();
  });
});

describe('bids side by side', () => {
  const bid = (total: number, days: number, turn: 'builder' | 'tester') => thread([revision(1, 'tester', [total, 0], days)], { turn });
  const bids = [bid(3000, 2, 'tester'), bid(2000, 5, 'builder')];
  it('come in the order that is asked for', () => {
    expect(inOrder(bids, 'turn').map(({ total_minor }) => total_minor)).toEqual([2000, 3000]);
    expect(inOrder(bids, 'days').map(({ days }) => days)).toEqual([2, 5]);
  });
  it('have a best only where they differ', () => {
    expect(bestOf([3, null, 2], 'low')).toBe(2);
    expect(bestOf([3, 3], 'high')).toBeNull();
    expect(bestOf([3, null], 'high')).toBeNull();
  });
});

describe('a changed job', () => {
  const bid = thread([revision(1, 'tester', [2000, 2500])]);
  it('leaves a bid standing that names the same items', () => expect(isUnchanged(changeOf(bid, role))).toBe(true));
  it('names what came and what went', () => {
    const [gone, , kept] = role.items;
    const items = [{ ...(gone ?? role.items[0]), id: 'new', title: 'New one', required: true }, kept].flatMap((entry) => (entry ? [entry] : []));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an item of the fixture with another id
    expect(changeOf(bid, { items: items as typeof role.items })).toEqual({ gone: ['Item 1'], added: ['New one'] });
  });
});
