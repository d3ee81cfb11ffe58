// SPDX-License-Identifier: Apache-2.0
// What every part of the sandbox shares: settings, memory, clock and the way events leave.

import { Store } from './store.mjs';
import { makeEvent } from './stripe/events.mjs';
import { Webhooks } from './stripe/webhooks.mjs';

export class World {
  /** The Stripe request that is being carried out, named in the events it causes. */
  cause = { id: null, idempotency_key: null };

  constructor(config) {
    this.config = config;
    this.publicUrl = config.publicUrl;
    this.store = new Store(config.stateFile);
    this.webhooks = new Webhooks(this);
  }

  /** Business time in seconds: real time plus what a test has let pass. */
  seconds() {
    return Math.floor(Date.now() / 1000) + this.store.settings.clock_offset_s;
  }

  /** An address on the sandbox, as a browser reaches it. */
  url(path) {
    return this.publicUrl + path;
  }

  /**
   * Records that something happened to a Stripe object and sends it to the webhook.
   * @param extra account: the connected account; previous: the old values of what changed
   */
  emit(type, object, extra = {}) {
    const event = this.store.add('events', makeEvent(this, type, object, extra));
    this.webhooks.enqueue(event);
    return event;
  }
}
