// SPDX-License-Identifier: Apache-2.0
// The Express dashboard of a connected account: balance, what came in, what went to the bank.

import { advanceClock } from '../control/clock.mjs';
import { page, redirect } from '../http/reply.mjs';
import { accountFunds, SETTLEMENT_S } from '../stripe/balance.mjs';
import { payOut, payoutOutcomes, payoutsOf } from '../stripe/payouts.mjs';
import { money, time } from './format.mjs';
import { html } from './html.mjs';
import { facts, providerPage, table } from './layout.mjs';
import { notFound } from './not-found.mjs';

function withAccount(run) {
  return (call) => {
    const account = call.world.store.accounts.get(call.params.id);
    return account ? run(call, account) : notFound('There is no such connected account.');
  };
}

function showDashboard({ world }, account) {
  const funds = [...accountFunds(world, account.id)];
  const sums = (side) =>
    funds.map(([currency, sum]) => money(sum[side], currency)).join(', ') || 'nothing';
  const some = (side) => funds.some(([, sum]) => sum[side] > 0);
  return page(providerPage({
    title: 'Express dashboard',
    provider: "Stripe's Express dashboard",
    content: html`${facts([
    ['Account', html`<span class="id">${account.id}</span>`],
    ['Available', sums('available')],
    ['On its way', sums('pending')],
  ])}
<form method="post" class="choices">
${some('available') && html`<button name="action" value="paid">Pay out to the bank</button>
<button name="action" value="failed" class="quiet">Pay out, and let it fail</button>`}
${some('pending') && html`<button name="action" value="wait" class="quiet">Let two days pass</button>`}
</form>
<h2>Received</h2>
${table({
    caption: 'Received', columns: ['Amount', 'When', 'State'], rows: received(world, account),
    empty: 'Nothing received yet.',
  })}
<h2>Paid out</h2>
${table({
    caption: 'Paid out', columns: ['Amount', 'When', 'State'], rows: paidOut(world, account),
    empty: 'Nothing paid out yet.',
  })}`,
  }));
}

function received(world, account) {
  return world.store.newestFirst('transfers')
    .filter((transfer) => transfer.destination === account.id)
    .map((transfer) => [
      money(transfer.amount, transfer.currency),
      time(transfer.created),
      transfer.amount_reversed > 0 ? `${money(transfer.amount_reversed, transfer.currency)} reversed` : 'received',
    ]);
}

function paidOut(world, account) {
  return payoutsOf(world, account).map((payout) =>
    [money(payout.amount, payout.currency), time(payout.created), payout.status]);
}

function act({ world, form }, account) {
  if (form.action === 'wait') advanceClock(world, SETTLEMENT_S);
  if (payoutOutcomes.includes(form.action)) payOut(world, account, form.action);
  return redirect(`/stripe/express/${account.id}`);
}

export const routes = [
  { method: 'GET', path: '/stripe/express/:id', run: withAccount(showDashboard) },
  { method: 'POST', path: '/stripe/express/:id', run: withAccount(act) },
];
