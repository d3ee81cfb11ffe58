// SPDX-License-Identifier: Apache-2.0
// What all resources have in common: finding one, listing them in pages, expanding ids.

import { invalidRequest, resourceMissing } from './errors.mjs';
import { lookUp } from './ids.mjs';
import { instants, integer, text } from './parameters.mjs';

export const pageFields = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: text(),
  ending_before: text(),
};

/** @param param the parameter that named the object; "id" for one named in the path */
export function find(world, collection, noun, id, param = 'id') {
  const object = world.store[collection].get(id);
  if (!object) throw resourceMissing(noun, id, param);
  return object;
}

/** A route that answers with one object: GET /v1/<path>/:id. */
export function retrieveRoute(path, collection, noun) {
  return {
    method: 'GET',
    path: `${path}/:id`,
    input: {},
    run: (world, input, { id }) => find(world, collection, noun, id),
  };
}

/** A route that lists a collection; each filter is a member that must equal the parameter. */
export function listRoute(path, collection, filters) {
  const input = { ...pageFields, created: instants(), ...filters };
  return {
    method: 'GET',
    path,
    input,
    run(world, given) {
      const objects = world.store.newestFirst(collection).filter((object) =>
        isWithin(object.created, given.created) &&
        Object.keys(filters).every((name) => [undefined, object[name]].includes(given[name])));
      return pageOf(path, objects, given);
    },
  };
}

/** One page of a list of objects, newest first, as Stripe cuts them. */
export function pageOf(url, objects, { limit = 10, starting_after, ending_before } = {}) {
  let rest = objects;
  if (starting_after) {
    rest = objects.slice(positionOf(objects, starting_after, 'starting_after') + 1);
  } else if (ending_before) {
    rest = objects.slice(0, positionOf(objects, ending_before, 'ending_before')).slice(-limit);
  }
  const hasMore = ending_before
    ? positionOf(objects, ending_before, 'ending_before') > limit
    : rest.length > limit;
  return { object: 'list', data: rest.slice(0, limit), has_more: hasMore, url };
}

/** Members that are left out of an object unless the client asks to expand them. */
const includable = {
  'checkout.session': {
    line_items: (world, session) =>
      pageOf(`/v1/checkout/sessions/${session.id}/line_items`, world.store.carts.get(session.id).lines),
  },
  charge: {
    refunds: (world, charge) =>
      pageOf(`/v1/charges/${charge.id}/refunds`,
        world.store.newestFirst('refunds').filter((refund) => refund.charge === charge.id)),
  },
};

/** A copy of the answer in which the named ids are replaced by their objects. */
export function expand(world, answer, paths = []) {
  const copy = structuredClone(answer);
  for (const path of paths) expandPath(world, copy, path.split('.'), path);
  return copy;
}

function expandPath(world, object, [name, ...rest], path) {
  if (Array.isArray(object)) {
    for (const item of object) expandPath(world, item, [name, ...rest], path);
    return;
  }
  const include = includable[object.object]?.[name];
  if (include) object[name] = structuredClone(include(world, object));
  if (object[name] === undefined) {
    throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
  }
  if (typeof object[name] === 'string') {
    object[name] = structuredClone(lookUp(world.store, object[name]) ?? object[name]);
  }
  if (rest.length > 0 && object[name] !== null) expandPath(world, object[name], rest, path);
}

function isWithin(instant, { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = {}) {
  return instant > gt && instant >= gte && instant < lt && instant <= lte;
}

function positionOf(objects, id, param) {
  const position = objects.findIndex((object) => object.id === id);
  if (position < 0) throw resourceMissing('object', id, param);
  return position;
}
