// SPDX-License-Identifier: Apache-2.0
// Customers: who pays.

import { newId } from './ids.mjs';
import { email, mergeMetadata, metadata, text } from './parameters.mjs';
import { find, listRoute, retrieveRoute } from './resources.mjs';

const fields = {
  email: email(),
  name: text(),
  description: text(),
  phone: text(),
  metadata: metadata(),
};

function createCustomer(world, input) {
  return world.store.add('customers', {
    id: newId('cus'),
    object: 'customer',
    address: null,
    balance: 0,
    created: world.seconds(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: input.description ?? null,
    discount: null,
    email: input.email ?? null,
    invoice_prefix: newId('x').slice(2, 10).toUpperCase(),
    invoice_settings: {
      custom_fields: null, default_payment_method: null, footer: null, rendering_options: null,
    },
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    name: input.name ?? null,
    next_invoice_sequence: 1,
    phone: input.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  });
}

function updateCustomer(world, { metadata: changes, ...given }, { id }) {
  const customer = find(world, 'customers', 'customer', id);
  Object.assign(customer, given, { metadata: mergeMetadata(customer.metadata, changes) });
  return customer;
}

export const routes = [
  { method: 'POST', path: '/v1/customers', input: fields, run: createCustomer },
  { method: 'POST', path: '/v1/customers/:id', input: fields, run: updateCustomer },
  retrieveRoute('/v1/customers', 'customers', 'customer'),
  listRoute('/v1/customers', 'customers', { email: text() }),
];
