// SPDX-License-Identifier: Apache-2.0
// The hosted Checkout page: a form that works without scripts, and the 3-D Secure step.

import { page, redirect } from '../http/reply.mjs';
import { testCards } from '../stripe/cards.mjs';
import { authenticate, awaitsAuthentication, pay } from '../stripe/payment.mjs';
import { money, time } from './format.mjs';
import { html } from './html.mjs';
import { providerPage } from './layout.mjs';
import { notFound } from './not-found.mjs';

const TITLE = 'Sandbox checkout';

/** Finds the session and leaves at once when there is nothing to pay any more. */
function withOpenSession(run) {
  return (call) => {
    const session = call.world.store.checkout_sessions.get(call.params.id);
    if (!session) return notFound('There is no such Checkout Session.');
    if (session.status === 'open') return run(call, session);
    return session.status === 'complete' ? redirect(successUrl(session)) : expiredPage(session);
  };
}

function successUrl(session) {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function showForm({ world, query }, session) {
  const card = testCards.find(({ number }) => number === query.get('card'));
  const values = card ? { number: grouped(card.number), expiry: '12 / 34', cvc: '123' } : {};
  const failed = world.store.payment_intents.get(session.payment_intent)?.last_payment_error;
  const message = query.get('declined') !== null && failed ? failed.message : undefined;
  return page(formPage(world, session, { values, message }));
}

function submit({ world, form }, session) {
  const values = {
    number: form.number ?? '', expiry: form.expiry ?? '', cvc: form.cvc ?? '',
  };
  const errors = check(world, values);
  if (Object.keys(errors).length > 0) {
    return page(formPage(world, session, { values, errors }));
  }
  const result = pay(world, session, digits(values.number));
  if (result.outcome === 'authentication') {
    return redirect(`/stripe/checkout/${session.id}/authenticate`);
  }
  return afterAttempt(session, result);
}

function showAuthentication({ world }, session) {
  if (!awaitsAuthentication(world, session)) return redirect(`/stripe/checkout/${session.id}`);
  return page(providerPage({
    title: '3-D Secure',
    provider: "your bank's page",
    content: html`<p>Your bank wants to know whether it is you who pays <strong>${money(session.amount_total, session.currency)}</strong>.</p>
<form method="post" class="actions">
<button name="answer" value="complete">Complete authentication</button>
<button name="answer" value="fail" class="quiet">Fail authentication</button>
</form>`,
  }));
}

function submitAuthentication({ world, form }, session) {
  if (!awaitsAuthentication(world, session)) return redirect(`/stripe/checkout/${session.id}`);
  return afterAttempt(session, authenticate(world, session, form.answer === 'complete'));
}

function afterAttempt(session, { outcome }) {
  if (outcome === 'paid') return redirect(successUrl(session));
  return redirect(`/stripe/checkout/${session.id}?declined`);
}

const digits = (text) => text.replace(/[\s-]/g, '');
const grouped = (number) => number.replace(/(\d{4})(?=\d)/g, '$1 ');

/** What keeps the card from being tried at all, by field. */
function check(world, { number, expiry, cvc }) {
  const errors = {};
  if (!passesLuhn(digits(number))) errors.number = 'This card number is not complete or mistyped.';
  const [, month, year] = /^(\d{1,2})\s*\/?\s*(?:20)?(\d{2})$/.exec(expiry.trim()) ?? [];
  if (!month || month < 1 || month > 12) {
    errors.expiry = 'Write the expiry as month and year, for example 12 / 34.';
  } else if (Date.UTC(2000 + Number(year), month, 1) / 1000 <= world.seconds()) {
    errors.expiry = 'This date is in the past.';
  }
  if (!/^\d{3,4}$/.test(cvc.trim())) errors.cvc = 'The CVC has three or four digits.';
  return errors;
}

/** The check digit of card numbers, ISO/IEC 7812-1 annex B. */
function passesLuhn(number) {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function formPage(world, session, { values, errors = {}, message }) {
  const total = money(session.amount_total, session.currency);
  return providerPage({
    title: TITLE,
    provider: "Stripe's payment page",
    content: html`${cart(world, session, total)}
${message && html`<p class="problem" role="alert">${message} Try another card.</p>`}
<form method="post" novalidate>
${field({ name: 'number', label: 'Card number', hint: '1234 1234 1234 1234', autocomplete: 'cc-number', values, errors })}
<div class="pair">
${field({ name: 'expiry', label: 'Expiry', hint: 'MM / YY', autocomplete: 'cc-exp', values, errors })}
${field({ name: 'cvc', label: 'CVC', hint: '123', autocomplete: 'cc-csc', values, errors })}
</div>
<div class="actions">
<button>Pay ${total}</button>
${session.cancel_url && html`<a class="button quiet" href="${session.cancel_url}">Back</a>`}
</div>
</form>
${cardHelp(session)}`,
  });
}

function cart(world, session, total) {
  const { lines } = world.store.carts.get(session.id);
  const rows = lines.map((line) => html`<tr>
<td>${line.description}${line.quantity > 1 && html` <span class="soft">${line.quantity} × ${money(line.price.unit_amount, line.currency)}</span>`}</td>
<td class="amount">${money(line.amount_total, line.currency)}</td>
</tr>`);
  return html`<table class="cart">
<caption class="hidden">What you pay for</caption>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">Total</th><td class="amount">${total}</td></tr></tfoot>
</table>
${session.customer_details && html`<p class="soft">Receipt to ${session.customer_details.email}</p>`}`;
}

function field({ name, label, hint, autocomplete, values, errors }) {
  const error = errors[name];
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${values[name]}" placeholder="${hint}" inputmode="numeric" autocomplete="${autocomplete}"${error && html` aria-invalid="true" aria-describedby="${name}-error"`}>
${error && html`<p class="problem" id="${name}-error">${error}</p>`}
</div>`;
}

function cardHelp(session) {
  const rows = testCards.map(({ number, label }) =>
    html`<li><a href="/stripe/checkout/${session.id}?card=${number}">${grouped(number)}</a> <span class="soft">${label}</span></li>`);
  return html`<details>
<summary>Test cards</summary>
<p class="soft">Choose one to fill in the form. Any other number is declined.</p>
<ul class="cards">${rows}</ul>
</details>`;
}

function expiredPage(session) {
  return page(providerPage({
    title: TITLE,
    provider: "Stripe's payment page",
    content: html`<p>This checkout has expired. It was open until ${time(session.expires_at)} or was closed earlier. You have not been charged.</p>
${session.cancel_url && html`<p class="actions"><a class="button" href="${session.cancel_url}">Back</a></p>`}`,
  }));
}

export const routes = [
  { method: 'GET', path: '/stripe/checkout/:id', run: withOpenSession(showForm) },
  { method: 'POST', path: '/stripe/checkout/:id', run: withOpenSession(submit) },
  { method: 'GET', path: '/stripe/checkout/:id/authenticate', run: withOpenSession(showAuthentication) },
  { method: 'POST', path: '/stripe/checkout/:id/authenticate', run: withOpenSession(submitAuthentication) },
];
