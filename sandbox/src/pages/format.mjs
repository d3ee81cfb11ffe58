// SPDX-License-Identifier: Apache-2.0
// Money and time as people read them.

import { html } from './html.mjs';

export function money(amount, currency) {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency', currency: currency.toUpperCase(),
  });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}

/** @param instant an RFC 3339 text or seconds since 1970 */
export function time(instant) {
  const date = new Date(typeof instant === 'number' ? instant * 1000 : instant);
  const words = date.toISOString().slice(0, 19).replace('T', ' ');
  return html`<time datetime="${date.toISOString()}">${words} UTC</time>`;
}
