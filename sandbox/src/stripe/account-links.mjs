// SPDX-License-Identifier: Apache-2.0
// The ways into Stripe's pages for a connected account: onboarding and Express dashboard.

import { invalidRequest } from './errors.mjs';
import { newId } from './ids.mjs';
import { oneOf, required, text, url } from './parameters.mjs';
import { find } from './resources.mjs';

const LINK_LIFE_S = 300;

const linkFields = {
  account: required(text()),
  refresh_url: required(url()),
  return_url: required(url()),
  type: required(oneOf('account_onboarding', 'account_update')),
};

function createLink(world, input) {
  const account = find(world, 'accounts', 'account', input.account, 'account');
  if (input.type === 'account_update') {
    throw invalidRequest('You cannot create `account_update` type Account Links for this account.', { param: 'type' });
  }
  const created = world.seconds();
  const link = world.store.add('account_links', {
    id: newId('link'),
    account: account.id,
    expires_at: created + LINK_LIFE_S,
    refresh_url: input.refresh_url,
    return_url: input.return_url,
    visited: false,
  });
  return {
    object: 'account_link',
    created,
    expires_at: link.expires_at,
    url: world.url(`/stripe/onboarding/${account.id}?link=${link.id}`),
  };
}

function createLoginLink(world, input, { id }) {
  const account = find(world, 'accounts', 'account', id);
  if (!account.details_submitted) {
    throw invalidRequest('Cannot create a login link for an account that has not completed onboarding.');
  }
  return {
    object: 'login_link',
    created: world.seconds(),
    url: world.url(`/stripe/express/${account.id}`),
  };
}

export const routes = [
  { method: 'POST', path: '/v1/account_links', input: linkFields, run: createLink },
  { method: 'POST', path: '/v1/accounts/:id/login_links', input: {}, run: createLoginLink },
];
