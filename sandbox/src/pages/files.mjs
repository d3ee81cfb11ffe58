// SPDX-License-Identifier: Apache-2.0
// The bucket of the S3 stand-in, to look at.

import { page } from '../http/reply.mjs';
import { time } from './format.mjs';
import { html } from './html.mjs';
import { deskPage, table } from './layout.mjs';

const SHOWN = 200;

function showFiles({ world }) {
  const objects = [...world.bucket.objects.values()].reverse().slice(0, SHOWN);
  return page(deskPage({
    title: 'Files',
    here: '/files',
    content: html`<p>${world.bucket.objects.size} objects and ${world.bucket.uploads.size} unfinished uploads, ${world.bucket.size} bytes in all.</p>
${table({
    caption: 'Objects',
    columns: ['Key', 'Bytes', 'When'],
    rows: objects.map(({ key, bytes, at }) => [html`<code class="long">${key}</code>`, bytes.length, time(at.toISOString())]),
    empty: 'The bucket is empty.',
  })}`,
  }));
}

export const routes = [{ method: 'GET', path: '/files', run: showFiles }];
