// SPDX-License-Identifier: Apache-2.0
// What a browser gets where nothing is.

import { page } from '../http/reply.mjs';
import { html } from './html.mjs';
import { deskPage } from './layout.mjs';

export function notFound(reason = 'Nothing lives at this address.') {
  return page(deskPage({
    title: 'Not here',
    content: html`<p>${reason}</p><p><a href="/">Back to the overview</a></p>`,
  }), { status: 404 });
}
