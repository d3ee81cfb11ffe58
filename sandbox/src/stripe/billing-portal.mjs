// SPDX-License-Identifier: Apache-2.0
// Billing portal sessions: a page where a customer sees past payments.

import { newId } from './ids.mjs';
import { required, text, url } from './parameters.mjs';
import { find } from './resources.mjs';

function createPortalSession(world, input) {
  const customer = find(world, 'customers', 'customer', input.customer, 'customer');
  const id = newId('bps');
  return world.store.add('portal_sessions', {
    id,
    object: 'billing_portal.session',
    configuration: 'bpc_sandbox',
    created: world.seconds(),
    customer: customer.id,
    flow: null,
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: input.return_url ?? null,
    url: world.url(`/stripe/portal/${id}`),
  });
}

export const routes = [
  {
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    input: { customer: required(text()), return_url: url() },
    run: createPortalSession,
  },
];
