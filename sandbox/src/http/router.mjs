// SPDX-License-Identifier: Apache-2.0
// Finds the route for a method and a path. "/mail/:id" matches one segment and names it.

export class Router {
  #routes;

  /** @param routes objects with at least method and path; the first match wins */
  constructor(routes) {
    this.#routes = routes.map((route) => ({ route, pattern: compile(route.path) }));
  }

  /** @return {route, params}, or undefined when nothing answers there */
  match(method, path) {
    for (const { route, pattern } of this.#routes) {
      const found = route.method === method && pattern.exec(path);
      if (found) return { route, params: { ...found.groups } };
    }
    return undefined;
  }
}

function compile(path) {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[\\w.@-]+)')}$`);
}
