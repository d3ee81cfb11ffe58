// SPDX-License-Identifier: Apache-2.0
// Reading request bodies: whole, bounded, as a form with nested brackets, or as JSON.

const MAX_BODY_BYTES = 1024 * 1024;

/** A request that cannot be understood; message is for its sender. */
export class BadRequest extends Error {
  constructor(message, status = 400) {
    super(message);
    this.status = status;
  }
}

export async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new BadRequest('The request body is too large.', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** An absent body reads as an empty object, so that every control call may omit it. */
export function parseJsonObject(text) {
  if (text.trim() === '') return {};
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadRequest('The request body is not valid JSON.');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new BadRequest('The request body must be a JSON object.');
  }
  return value;
}

/**
 * "a[b][0][c]=x" becomes {a: {b: {0: {c: "x"}}}}: lists stay objects keyed by
 * position until a parameter's type says that it is one.
 */
export function parseForm(text) {
  const form = Object.create(null);
  for (const [key, value] of new URLSearchParams(text)) {
    assign(form, splitKey(key), value);
  }
  return form;
}

function splitKey(key) {
  const parts = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key);
  if (!parts) return [key];
  return [parts[1], ...[...parts[2].matchAll(/\[([^\]]*)\]/g)].map((part) => part[1])];
}

function assign(form, keys, value) {
  let node = form;
  keys.forEach((given, depth) => {
    const key = given === '' ? String(Object.keys(node).length) : given;
    if (depth === keys.length - 1) {
      node[key] = value;
      return;
    }
    node[key] ??= Object.create(null);
    if (typeof node[key] !== 'object') {
      throw new BadRequest(`The parameter ${keys[0]} is given in two different shapes.`);
    }
    node = node[key];
  });
}
