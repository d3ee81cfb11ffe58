// SPDX-License-Identifier: Apache-2.0
// Connected Express accounts: who is paid, and how their onboarding stands.

import { fingerprintOf } from './cards.mjs';
import { newId } from './ids.mjs';
import {
  boolean, currency, email, mergeMetadata, metadata, object, oneOf, required, text, url,
} from './parameters.mjs';
import { find, listRoute, retrieveRoute } from './resources.mjs';

const capability = object({ requested: required(boolean()) });

const changeable = {
  business_profile: object({
    mcc: text(), name: text(), product_description: text(), url: url(),
  }),
  business_type: oneOf('company', 'government_entity', 'individual', 'non_profit'),
  capabilities: object({ card_payments: capability, transfers: capability }),
  default_currency: currency(),
  email: email(),
  metadata: metadata(),
};

const createFields = {
  ...changeable,
  country: text({ max: 2 }),
  type: required(oneOf('express')),
};

const DETAILS_DUE = [
  'external_account', 'individual.dob.day', 'individual.dob.month', 'individual.dob.year',
  'individual.first_name', 'individual.last_name', 'tos_acceptance.date', 'tos_acceptance.ip',
];

const requirements = (due, disabled_reason, errors = []) => ({
  alternatives: [],
  current_deadline: null,
  currently_due: due,
  disabled_reason,
  errors,
  eventually_due: due,
  past_due: due,
  pending_verification: [],
});

/** How onboarding can end, and what the account then says of itself. */
const OUTCOMES = {
  active: { enabled: true, requirements: () => requirements([], null) },
  restricted: {
    enabled: false,
    requirements: () =>
      requirements(['individual.verification.document'], 'requirements.past_due', [{
        code: 'verification_document_not_readable',
        reason: 'The image supplied is not readable.',
        requirement: 'individual.verification.document',
      }]),
  },
  rejected: { enabled: false, requirements: () => requirements([], 'rejected.fraud') },
};

export const onboardingOutcomes = Object.keys(OUTCOMES);

function createAccount(world, input) {
  const country = (input.country ?? 'US').toUpperCase();
  const requested = Object.entries(input.capabilities ?? { transfers: { requested: true } });
  return world.store.add('accounts', {
    id: newId('acct'),
    object: 'account',
    business_profile: input.business_profile ?? null,
    business_type: input.business_type ?? null,
    capabilities: Object.fromEntries(
      requested.filter(([, wish]) => wish.requested).map(([name]) => [name, 'inactive']),
    ),
    charges_enabled: false,
    controller: {
      fees: { payer: 'application_express' },
      is_controller: true,
      losses: { payments: 'application' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'express' },
      type: 'application',
    },
    country,
    created: world.seconds(),
    default_currency: input.default_currency ?? (country === 'US' ? 'usd' : 'eur'),
    details_submitted: false,
    email: input.email ?? null,
    external_accounts: {
      object: 'list', data: [], has_more: false, total_count: 0, url: '/v1/accounts/external_accounts',
    },
    future_requirements: requirements([], null),
    metadata: mergeMetadata({}, input.metadata),
    payouts_enabled: false,
    requirements: requirements(DETAILS_DUE, 'requirements.past_due'),
    settings: {
      payouts: {
        debit_negative_balances: true,
        schedule: { delay_days: 2, interval: 'daily' },
        statement_descriptor: null,
      },
    },
    tos_acceptance: { date: null },
    type: 'express',
  });
}

function updateAccount(world, { capabilities = {}, metadata: changes, ...given }, { id }) {
  const account = find(world, 'accounts', 'account', id);
  for (const [name, { requested }] of Object.entries(capabilities)) {
    if (requested) account.capabilities[name] ??= statusOfCapabilities(account);
  }
  Object.assign(account, given, { metadata: mergeMetadata(account.metadata, changes) });
  world.emit('account.updated', account, { account: id });
  return account;
}

function statusOfCapabilities(account) {
  return account.payouts_enabled ? 'active' : 'inactive';
}

/** Ends onboarding, or a later review of the account, in one of onboardingOutcomes. */
export function completeOnboarding(world, account, outcome) {
  const { enabled, requirements: makeRequirements } = OUTCOMES[outcome];
  const { charges_enabled, details_submitted, payouts_enabled } = account;
  Object.assign(account, {
    business_type: account.business_type ?? 'individual',
    charges_enabled: enabled,
    details_submitted: true,
    payouts_enabled: enabled,
    requirements: makeRequirements(),
    tos_acceptance: { date: account.tos_acceptance.date ?? world.seconds() },
  });
  for (const name of Object.keys(account.capabilities)) {
    account.capabilities[name] = statusOfCapabilities(account);
  }
  if (account.external_accounts.data.length === 0) addBank(account);
  world.emit('account.updated', account, {
    account: account.id,
    previous: { charges_enabled, details_submitted, payouts_enabled },
  });
  return account;
}

function addBank(account) {
  Object.assign(account.external_accounts, {
    data: [{
      id: newId('ba'),
      object: 'bank_account',
      account: account.id,
      bank_name: 'STRIPE TEST BANK',
      country: account.country,
      currency: account.default_currency,
      // Everybody has a bank account of their own, unless the address says otherwise.
      fingerprint: fingerprintOf(account.email?.replace(/^[^+@]*\+/, '') ?? account.id),
      last4: '6789',
      status: 'new',
    }],
    total_count: 1,
  });
}

const path = '/v1/accounts';

export const routes = [
  { method: 'POST', path, input: createFields, run: createAccount },
  { method: 'POST', path: `${path}/:id`, input: changeable, run: updateAccount },
  retrieveRoute(path, 'accounts', 'account'),
  listRoute(path, 'accounts', {}),
];
