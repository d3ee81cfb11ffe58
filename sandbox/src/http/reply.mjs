// SPDX-License-Identifier: Apache-2.0
// The answers a route can give, and the one place that writes them.

const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
};

export function json(value, { status = 200, headers = {} } = {}) {
  const body = `${JSON.stringify(value, null, 2)}\n`;
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

export function page(html, { status = 200, headers = {} } = {}) {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...PAGE_HEADERS, ...headers },
    body: String(html),
  };
}

/** 303: the browser follows with a GET, also after a form was sent. */
export function redirect(location) {
  return { status: 303, headers: { Location: location }, body: '' };
}

export function noContent() {
  return { status: 204, headers: {}, body: undefined };
}

export function send(response, { status, headers, body }) {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
    ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
  });
  response.end(body);
}
