// SPDX-License-Identifier: Apache-2.0
// What each parameter of a Stripe request may be. A route lists its parameters as
// {name: type}; readParameters turns the strings of a form into typed values.

import {
  emptyParameter, invalidRequest, missingParameter, unknownParameter,
} from './errors.mjs';

/**
 * @param fields {name: type} as made by the functions below
 * @param given what the client sent, as parseForm left it
 * @return typed values; an absent parameter is undefined, an emptied one null
 */
export function readParameters(fields, given, parent) {
  const nameOf = (name) => (parent ? `${parent}[${name}]` : name);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(fields, name)) throw unknownParameter(nameOf(name));
  }
  const values = {};
  for (const [name, field] of Object.entries(fields)) {
    const param = nameOf(name);
    if (given[name] === undefined) {
      if (field.required) throw missingParameter(param);
    } else if (given[name] === '') {
      if (field.required) throw emptyParameter(param);
      values[name] = null;
    } else {
      values[name] = field.read(given[name], param);
    }
  }
  return values;
}

export const required = (field) => ({ ...field, required: true });

export const text = ({ max = 5000 } = {}) =>
  scalar((value, param) => {
    if (value.length <= max) return value;
    throw invalidRequest(
      `Invalid string: ${value.slice(0, 10)}...; must be at most ${max} characters`,
      { param },
    );
  });

export const integer = ({ min = 0, max = 99_999_999 } = {}) =>
  scalar((value, param) => {
    if (!/^-?\d{1,15}$/.test(value)) {
      throw invalidRequest(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param });
    }
    const number = Number(value);
    if (number < min) {
      throw invalidRequest(
        `This value must be greater than or equal to ${min}.`,
        { code: 'parameter_invalid_integer', param },
      );
    }
    if (number > max) {
      throw invalidRequest(
        `This value must be less than or equal to ${max}.`,
        { code: 'parameter_invalid_integer', param },
      );
    }
    return number;
  });

export const boolean = () =>
  scalar((value, param) => {
    if (value === 'true' || value === 'false') return value === 'true';
    throw invalidRequest(`Invalid boolean: ${value}`, { param });
  });

export const oneOf = (...allowed) =>
  scalar((value, param) => {
    if (allowed.includes(value)) return value;
    throw invalidRequest(`Invalid ${param}: must be one of ${allowed.join(', ')}`, { param });
  });

export const currency = () =>
  scalar((value, param) => {
    if (/^[a-z]{3}$/i.test(value)) return value.toLowerCase();
    throw invalidRequest(`Invalid currency: ${value}.`, { param });
  });

export const email = () =>
  scalar((value, param) => {
    if (/^[^\s@]+@[^\s@]+$/.test(value)) return value;
    throw invalidRequest(`Invalid email address: ${value}`, { code: 'email_invalid', param });
  });

export const url = () =>
  scalar((value, param) => {
    // Checkout puts the session's id in place of a template that is no legal URL text.
    if (/^https?:/i.test(value) && URL.canParse(value.replace('{CHECKOUT_SESSION_ID}', 'id'))) {
      return value;
    }
    throw invalidRequest('Not a valid URL', { code: 'url_invalid', param });
  });

export const list = (field) => ({
  read(value, param) {
    const items = typeof value === 'object' ? Object.entries(value) : [['0', value]];
    if (items.some(([key]) => !/^\d+$/.test(key))) throw invalidRequest('Invalid array', { param });
    items.sort(([a], [b]) => a - b);
    return items.map(([key, item]) => field.read(item, `${param}[${key}]`));
  },
});

export const object = (fields) => ({
  read(value, param) {
    if (typeof value !== 'object') throw invalidRequest('Invalid object', { param });
    return readParameters(fields, value, param);
  },
});

/** Up to 50 keys of 40 characters, values of 500. https://docs.stripe.com/api/metadata */
export const metadata = () => ({
  read(value, param) {
    if (typeof value !== 'object') throw invalidRequest('Invalid object', { param });
    const entries = Object.entries(value);
    if (entries.length > 50) {
      throw invalidRequest('Metadata can have at most 50 keys.', { param });
    }
    for (const [key, entry] of entries) {
      if (key.length > 40 || typeof entry !== 'string' || entry.length > 500) {
        throw invalidRequest(
          'Metadata keys can have up to 40 characters, and values are strings of up to 500.',
          { param: `${param}[${key}]` },
        );
      }
    }
    return Object.fromEntries(entries);
  },
});

/** An instant, or a range: created=5, created[gte]=5 and so on. */
export const instants = () => ({
  read(value, param) {
    const bound = integer({ max: 99_999_999_999 });
    if (typeof value !== 'object') {
      const exact = bound.read(value, param);
      return { gte: exact, lte: exact };
    }
    return readParameters({ gt: bound, gte: bound, lt: bound, lte: bound }, value, param);
  },
});

/** Metadata after an update: given keys win, an empty value removes its key, null removes all. */
export function mergeMetadata(before, given) {
  if (given === undefined) return before;
  if (given === null) return {};
  const merged = { ...before, ...given };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}

function scalar(read) {
  return {
    read(value, param) {
      if (typeof value === 'string') return read(value, param);
      throw invalidRequest(`Invalid value for ${param}: it must not be an object.`, { param });
    },
  };
}
