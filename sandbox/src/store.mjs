// SPDX-License-Identifier: Apache-2.0
// Everything the sandbox remembers: collections of objects by id, and a few settings.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const COLLECTIONS = [
  'accounts', 'account_links', 'balance_transactions', 'carts', 'charges',
  'checkout_sessions', 'customers', 'deliveries', 'disputes', 'events', 'faults',
  'idempotency_keys', 'mails', 'payment_intents', 'payouts', 'portal_sessions',
  'refunds', 'requests', 'transfer_reversals', 'transfers',
];

// Logs are for looking at: the oldest entries go when one grows past this.
const LOG_LIMITS = { deliveries: 2000, mails: 2000, requests: 5000 };

const SAVE_DELAY_MS = 250;

const freshSettings = () => ({
  clock_offset_s: 0,
  webhooks: { mode: 'deliver', copies: 1, delay_ms: 0, shuffle: false },
});

export class Store {
  #file;
  #timer;

  /** @param file where the state is kept; without one it lives in memory only */
  constructor(file) {
    this.#file = file;
    this.reset();
    this.#load();
  }

  reset() {
    for (const name of COLLECTIONS) this[name] = new Map();
    this.settings = freshSettings();
    this.touch();
  }

  /** Adds an object under its id and returns it. Insertion order is age. */
  add(name, object) {
    const collection = this[name];
    collection.set(object.id, object);
    if (collection.size > LOG_LIMITS[name]) {
      collection.delete(collection.keys().next().value);
    }
    this.touch();
    return object;
  }

  newestFirst(name) {
    return [...this[name].values()].reverse();
  }

  toJSON() {
    const collections = COLLECTIONS.map((name) => [name, [...this[name].values()]]);
    return { ...Object.fromEntries(collections), settings: this.settings };
  }

  /** Says that something changed: the state is written soon. */
  touch() {
    if (!this.#file) return;
    this.#timer ??= setTimeout(() => this.#save(), SAVE_DELAY_MS);
  }

  /** A full disk must not end the run: what is in memory still counts. */
  #save() {
    try {
      this.flush();
    } catch (error) {
      console.error(`The state was not saved: ${error.message}`);
    }
  }

  /** Writes the state now; a reader of the file never sees half of it. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#file) return;
    const draft = `${this.#file}.new`;
    writeFileSync(draft, JSON.stringify(this), { mode: 0o600 });
    renameSync(draft, this.#file);
  }

  #load() {
    if (!this.#file) return;
    let saved;
    try {
      saved = JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      if (error.code === 'ENOENT') return;
      throw new Error(`${this.#file} is not a saved state: ${error.message}`);
    }
    for (const name of COLLECTIONS) {
      this[name] = new Map((saved[name] ?? []).map((object) => [object.id, object]));
    }
    this.settings = { ...freshSettings(), ...saved.settings };
  }
}
