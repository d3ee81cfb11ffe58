// SPDX-License-Identifier: Apache-2.0
// The Stripe API: from an HTTP request to an answer, for every resource alike.

import Stripe from 'stripe';

import { silence, takeHttpFault } from '../faults.mjs';
import { BadRequest, parseForm } from '../http/body.mjs';
import { json } from '../http/reply.mjs';
import { Router } from '../http/router.mjs';
import { logRequest } from '../requests.mjs';
import * as accountLinks from './account-links.mjs';
import * as accounts from './accounts.mjs';
import * as balance from './balance.mjs';
import * as billingPortal from './billing-portal.mjs';
import * as charges from './charges.mjs';
import * as checkoutSessions from './checkout-sessions.mjs';
import * as customers from './customers.mjs';
import * as disputes from './disputes.mjs';
import { apiError, balanceInsufficient, invalidRequest, rateLimited, StripeError } from './errors.mjs';
import * as events from './events.mjs';
import { IdempotencyKeys } from './idempotency.mjs';
import { list, readParameters, text } from './parameters.mjs';
import * as paymentIntents from './payment-intents.mjs';
import * as payouts from './payouts.mjs';
import * as refunds from './refunds.mjs';
import { expand } from './resources.mjs';
import * as transfers from './transfers.mjs';

const RESOURCES = [
  accountLinks, accounts, balance, billingPortal, charges, checkoutSessions, customers,
  disputes, events, paymentIntents, payouts, refunds, transfers,
];

const FAULT_ERRORS = { 429: rateLimited };

// These are kept under the idempotency key, as what came of the request.
const KEPT_FAULT_ERRORS = { 500: apiError, balance: balanceInsufficient };

export class StripeApi {
  #world;
  #router = new Router(RESOURCES.flatMap((resource) => resource.routes));
  #keys;

  constructor(world) {
    this.#world = world;
    this.#keys = new IdempotencyKeys(world);
  }

  /**
   * @param call method, path (from /v1 on), query, headers, body
   * @return a reply, or null when the connection is to be cut
   */
  async handle(call) {
    const given = call.method === 'POST' ? call.body : call.query;
    const key = call.method === 'POST' ? call.headers['idempotency-key'] : undefined;
    const entry = logRequest(this.#world, {
      service: 'stripe', method: call.method, path: call.path, idempotency_key: key,
      parameters: Object.fromEntries(new URLSearchParams(given)),
    });
    const fault = takeHttpFault(this.#world, call.method, call.path);
    entry.fault = fault?.kind ?? null;
    const request = { ...call, given, key, entry, fault };

    const answer = await this.#answer(request);
    if (!answer) return null;
    entry.status = answer.status;
    entry.replayed = answer.replayed ?? false;
    this.#world.store.touch();
    return json(answer.body, { status: answer.status, headers: headersOf(request, answer) });
  }

  /** @return {status, body, replayed?, request?}, or null to cut the connection */
  async #answer(request) {
    const { fault } = request;
    if (fault && !fault.executes && !KEPT_FAULT_ERRORS[fault.answer]) {
      await silence(fault);
      return fault.answer === 'none' ? null : failure(FAULT_ERRORS[fault.answer]());
    }
    try {
      authenticate(request.headers);
      if (!request.key) return await this.#perform(request);
      return await this.#performOnce(request);
    } catch (error) {
      return failure(error);
    }
  }

  /** One execution for each key; throws what is refused before execution. */
  async #performOnce(request) {
    const { key, method, path, given } = request;
    const stored = this.#keys.begin(key, method, path, given);
    try {
      if (stored) return afterFault(request.fault, { ...stored, replayed: true });
      return await this.#perform(request, (answer) =>
        this.#keys.keep(key, method, path, given, { ...answer, request: request.entry.id }));
    } finally {
      this.#keys.finish(key);
    }
  }

  /**
   * Carries the request out. What its parameters rule out is thrown; from there on every
   * outcome, good or bad, is an answer that keep() is told.
   */
  async #perform(request, keep = () => {}) {
    const { fault } = request;
    const { route, params, input, expansions } = this.#read(request);
    if (fault?.answer === 'normal') await silence(fault);
    const effect = fault?.executes === false ? undefined : this.#run(request, () =>
      expand(this.#world, route.run(this.#world, input, params, contextOf(request)), expansions));
    const told = KEPT_FAULT_ERRORS[fault?.answer];
    const answer = told ? failure(told()) : effect;
    keep({ status: answer.status, body: JSON.parse(JSON.stringify(answer.body)) });
    return afterFault(fault, answer);
  }

  #read({ method, path, given, headers }) {
    const found = this.#router.match(method, path);
    if (!found) {
      throw invalidRequest(`Unrecognized request URL (${method}: ${path}). The sandbox knows no such call.`, {
        status: 404,
      });
    }
    const { route, params } = found;
    if (headers['stripe-account'] && !route.forAccounts) {
      throw invalidRequest('The sandbox does not carry out this call for a connected account (Stripe-Account header).');
    }
    const { expand: expansions, ...input } = readParameters(
      { ...route.input, expand: list(text()) }, parseForm(given));
    return { route, params, input, expansions: expansions ?? undefined };
  }

  /** Runs without a pause, so that no two requests ever see each other's half-done work. */
  #run({ entry, key }, execute) {
    this.#world.cause = { id: entry.id, idempotency_key: key ?? null };
    try {
      return { status: 200, body: execute() };
    } catch (error) {
      return failure(error);
    } finally {
      this.#world.cause = { id: null, idempotency_key: null };
    }
  }
}

function authenticate(headers) {
  const [, key] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (!key) {
    throw invalidRequest(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      { status: 401 },
    );
  }
  if (!key.startsWith('sk_test_')) {
    throw invalidRequest(`Invalid API Key provided: ${key.slice(0, 8)}***`, { status: 401 });
  }
}

function contextOf({ headers }) {
  return { account: headers['stripe-account'] };
}

function failure(error) {
  if (error instanceof StripeError) return { status: error.status, body: error };
  if (error instanceof BadRequest) return failure(invalidRequest(error.message));
  console.error(error);
  return failure(apiError());
}

/** A fault may withhold the answer of a request that had its effect. */
async function afterFault(fault, answer) {
  if (fault?.answer !== 'none') return answer;
  await silence(fault);
  return null;
}

function headersOf({ entry, headers, key }, { replayed, request: original }) {
  return {
    'Request-Id': entry.id,
    'Stripe-Version': headers['stripe-version'] ?? Stripe.API_VERSION,
    ...(key && { 'Idempotency-Key': key }),
    ...(replayed && { 'Idempotent-Replayed': 'true', 'Original-Request': original }),
  };
}
