// SPDX-License-Identifier: Apache-2.0
// Events: what happened to which object, as it stood at that moment.

import Stripe from 'stripe';

import { newId } from './ids.mjs';
import { text } from './parameters.mjs';
import { listRoute, retrieveRoute } from './resources.mjs';

export function makeEvent(world, type, object, { account, previous } = {}) {
  return {
    id: newId('evt'),
    object: 'event',
    ...(account && { account }),
    api_version: Stripe.API_VERSION,
    created: world.seconds(),
    data: {
      object: structuredClone(object),
      ...(previous && { previous_attributes: previous }),
    },
    livemode: false,
    pending_webhooks: 1,
    request: { ...world.cause },
    type,
  };
}

export const routes = [
  retrieveRoute('/v1/events', 'events', 'event'),
  listRoute('/v1/events', 'events', { type: text() }),
];
