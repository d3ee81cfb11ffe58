// SPDX-License-Identifier: Apache-2.0
// Delivers events to the webhook: signed, retried until they are taken, and on request
// held back, repeated, delayed or out of order.

import { randomInt } from 'node:crypto';

import Stripe from 'stripe';

import { newId } from './ids.mjs';

const { webhooks } = new Stripe('sk_test_unused');

const RETRY_SECONDS = [1, 2, 5, 10, 30, 60, 300, 1800, 3600];
const GIVE_UP_AFTER_MS = 24 * 3600 * 1000;
const ATTEMPT_TIMEOUT_MS = 10_000;
const SHUFFLE_WINDOW_MS = 200;
const ANSWER_EXCERPT = 500;
const OUTSIDE_TOLERANCE_S = 3600;

/** How a delivery is signed; null sends no signature at all. */
const SIGNATURES = {
  good: (secret) => ({ secret }),
  bad: () => ({ secret: 'whsec_this_is_not_the_secret' }),
  stale: (secret) => ({ secret, timestamp: nowSeconds() - OUTSIDE_TOLERANCE_S }),
  future: (secret) => ({ secret, timestamp: nowSeconds() + OUTSIDE_TOLERANCE_S }),
  missing: () => null,
};

export const signatureKinds = Object.keys(SIGNATURES);

export class Webhooks {
  #world;
  #timer;
  /** The round of deliveries under way, as a promise. */
  #round;
  #stopped = false;

  constructor(world) {
    this.#world = world;
  }

  get #settings() {
    return this.#world.store.settings.webhooks;
  }

  /** Starts with what an earlier run left undelivered. */
  start() {
    this.#schedule();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Resolves when nothing is under way: after a reset, nothing old arrives any more. */
  async settled() {
    await this.#round;
  }

  /** Queues an event as the settings say. */
  enqueue(event, signature = 'good') {
    const { copies, mode } = this.#settings;
    const state = mode === 'hold' ? 'held' : 'waiting';
    for (let copy = 0; copy < copies; copy += 1) {
      this.#add(event, { signature, state, due_at: this.#dueTime() });
    }
  }

  /** Sends an event once more, now, whatever the settings are. */
  resend(event) {
    return this.#add(event, { signature: 'good', state: 'waiting', due_at: Date.now() });
  }

  /** Lets go of everything that is held; returns how many deliveries that are. */
  release() {
    const held = this.#all('held');
    const due_at = this.#dueTime();
    for (const delivery of held) Object.assign(delivery, { state: 'waiting', due_at });
    this.#world.store.touch();
    this.#schedule();
    return held.length;
  }

  #add(event, { signature, state, due_at }) {
    const delivery = this.#world.store.add('deliveries', {
      id: newId('dlv'),
      event: event.id,
      type: event.type,
      signature,
      state,
      created_at: new Date().toISOString(),
      due_at,
      attempts: [],
      payload: JSON.stringify(event, null, 2),
    });
    this.#schedule();
    return delivery;
  }

  /** Shuffled deliveries share a moment, so that there is an order to disturb. */
  #dueTime() {
    const { delay_ms, shuffle } = this.#settings;
    const now = Date.now();
    if (!shuffle) return now + delay_ms;
    const open = this.#all('waiting').find(
      (delivery) => delivery.attempts.length === 0 && delivery.due_at > now,
    );
    return open?.due_at ?? now + delay_ms + SHUFFLE_WINDOW_MS;
  }

  #all(state) {
    return [...this.#world.store.deliveries.values()].filter(
      (delivery) => delivery.state === state,
    );
  }

  #schedule() {
    if (this.#stopped || this.#round) return;
    clearTimeout(this.#timer);
    const due = Math.min(...this.#all('waiting').map((delivery) => delivery.due_at));
    if (due === Infinity) return;
    this.#timer = setTimeout(() => this.#startRound(), Math.max(0, due - Date.now()));
  }

  #startRound() {
    this.#round = this.#deliverDue().finally(() => {
      this.#round = undefined;
      this.#schedule();
    });
  }

  async #deliverDue() {
    for (let batch = this.#dueNow(); batch.length > 0 && !this.#stopped; batch = this.#dueNow()) {
      const groups = groupByEvent(batch);
      for (const copies of this.#settings.shuffle ? shuffled(groups) : groups) {
        // Copies of one event leave together: two at once are the hardest case to take.
        await Promise.all(copies.map((delivery) => this.#attempt(delivery)));
      }
    }
  }

  #dueNow() {
    return this.#all('waiting')
      .filter((delivery) => delivery.due_at <= Date.now())
      .sort((a, b) => a.due_at - b.due_at);
  }

  async #attempt(delivery) {
    // A reset may have come between.
    if (this.#stopped || !this.#world.store.deliveries.has(delivery.id)) return;
    const started = Date.now();
    const outcome = await post(this.#world.config, delivery);
    delivery.attempts.push({
      at: new Date(started).toISOString(),
      duration_ms: Date.now() - started,
      ...outcome,
    });
    if (outcome.status >= 200 && outcome.status < 300) {
      delivery.state = 'delivered';
    } else if (isHopeless(delivery)) {
      delivery.state = 'failed';
    } else {
      const pause = RETRY_SECONDS[delivery.attempts.length - 1] ?? RETRY_SECONDS.at(-1);
      delivery.due_at = Date.now() + pause * 1000;
    }
    this.#world.store.touch();
  }
}

/** Stripe tries for a day; whoever sends a forged event does not come back. */
function isHopeless({ signature, created_at }) {
  return signature !== 'good' || Date.now() - Date.parse(created_at) > GIVE_UP_AFTER_MS;
}

async function post({ webhookUrl, webhookSecret }, { payload, signature }) {
  const signing = SIGNATURES[signature](webhookSecret);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
  if (signing) {
    headers['Stripe-Signature'] = webhooks.generateTestHeaderString({ payload, ...signing });
  }
  try {
    const response = await fetch(webhookUrl, {
      method: 'POST',
      headers,
      body: payload,
      redirect: 'manual',
      signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
    });
    return { status: response.status, answer: (await response.text()).slice(0, ANSWER_EXCERPT) };
  } catch (error) {
    return { status: 0, answer: error.cause?.message || error.message };
  }
}

function groupByEvent(deliveries) {
  const groups = new Map();
  for (const delivery of deliveries) {
    groups.set(delivery.event, [...(groups.get(delivery.event) ?? []), delivery]);
  }
  return [...groups.values()];
}

/** Never the given order, if there is another: Sattolo's shuffle leaves nothing in its place. */
function shuffled(groups) {
  const order = [...groups];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = randomInt(last);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function nowSeconds() {
  return Math.floor(Date.now() / 1000);
}
