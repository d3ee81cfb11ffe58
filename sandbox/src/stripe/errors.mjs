// SPDX-License-Identifier: Apache-2.0
// Stripe's errors, in the form its API gives them.
// Source: https://docs.stripe.com/api/errors and https://docs.stripe.com/error-codes

export class StripeError extends Error {
  /** @param details type, and where they apply code, decline_code, param, payment_intent, ... */
  constructor(status, message, details) {
    super(message);
    this.status = status;
    this.details = details;
  }

  toJSON() {
    const { code } = this.details;
    return {
      error: {
        ...this.details,
        ...(code && { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
        message: this.message,
      },
    };
  }
}

/** A request that Stripe refuses: 400 unless it says otherwise. */
export function invalidRequest(message, { status = 400, ...details } = {}) {
  return new StripeError(status, message, { type: 'invalid_request_error', ...details });
}

/** What was named is not there: 404 for the object in the path, 400 for one in a parameter. */
export function resourceMissing(noun, id, param = 'id') {
  return invalidRequest(`No such ${noun}: '${id}'`, {
    status: param === 'id' ? 404 : 400,
    code: 'resource_missing',
    param,
  });
}

export function missingParameter(param) {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
}

export function emptyParameter(param) {
  return invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`,
    { code: 'parameter_invalid_empty', param },
  );
}

/** Also what Stripe knows and the sandbox does not: better refused than silently ignored. */
export function unknownParameter(param) {
  return invalidRequest(`Received unknown parameter: ${param}`, {
    code: 'parameter_unknown',
    param,
  });
}

export function idempotencyError(message, { status = 400, ...details } = {}) {
  return new StripeError(status, message, { type: 'idempotency_error', ...details });
}

export function apiError() {
  return new StripeError(
    500,
    'Sorry! There was an error while talking to one of our backends. Support has been notified.',
    { type: 'api_error' },
  );
}

/** The platform's own balance does not cover it now. */
export function balanceInsufficient() {
  return invalidRequest(
    'You have insufficient available funds in your Stripe account. One likely reason you have insufficient funds is that your funds are automatically being paid out; try enabling manual payouts by going to https://dashboard.stripe.com/account/payouts.',
    { code: 'balance_insufficient' },
  );
}

export function rateLimited() {
  return invalidRequest(
    'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
    { status: 429, code: 'rate_limit' },
  );
}
