// SPDX-License-Identifier: Apache-2.0
// The page that an account link leads to: onboarding of a connected account.

import { page, redirect } from '../http/reply.mjs';
import { completeOnboarding, onboardingOutcomes } from '../stripe/accounts.mjs';
import { facts, providerPage } from './layout.mjs';
import { html } from './html.mjs';
import { notFound } from './not-found.mjs';

/** A link opens the page once, within its time; later it leads to the refresh address. */
function showOnboarding({ world, params, query }) {
  const link = linkOf(world, params.id, query.get('link'));
  if (!link) return notFound('This page opens with an account link only. Start onboarding from the application.');
  if (link.visited || link.expires_at <= world.seconds()) return redirect(link.refresh_url);
  link.visited = true;
  world.store.touch();
  return page(onboardingPage(world.store.accounts.get(link.account), link));
}

function submitOnboarding({ world, params, form }) {
  const link = linkOf(world, params.id, form.link);
  if (!link) return notFound('This account link is not known.');
  if (onboardingOutcomes.includes(form.outcome)) {
    completeOnboarding(world, world.store.accounts.get(link.account), form.outcome);
  }
  return redirect(link.return_url);
}

function linkOf(world, accountId, linkId) {
  const link = world.store.account_links.get(linkId);
  return link?.account === accountId ? link : undefined;
}

function onboardingPage(account, link) {
  return providerPage({
    title: 'Sandbox onboarding',
    provider: "Stripe's onboarding of payees",
    content: html`<p>Stripe would now ask for your name, date of birth and bank account. Here the answers are given for you.</p>
${facts([
    ['Account', html`<span class="id">${account.id}</span>`],
    ['E-mail', account.email ?? 'not given'],
    ['Country', account.country],
    ['Bank account', 'Stripe Test Bank, ending in 6789'],
  ])}
<form method="post" action="/stripe/onboarding/${account.id}" class="choices">
<input type="hidden" name="link" value="${link.id}">
<button name="outcome" value="active">Complete onboarding</button>
<button name="outcome" value="restricted" class="quiet">Submit, but leave a document unreadable</button>
<button name="outcome" value="rejected" class="quiet">Submit, and be rejected</button>
<button name="outcome" value="later" class="quiet">Save for later</button>
</form>`,
  });
}

export const routes = [
  { method: 'GET', path: '/stripe/onboarding/:id', run: showOnboarding },
  { method: 'POST', path: '/stripe/onboarding/:id', run: submitOnboarding },
];
