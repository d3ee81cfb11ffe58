// SPDX-License-Identifier: Apache-2.0
// The two frames of the sandbox's pages: its own desk, and the sheet that stands in for a
// page of a provider.

import { html } from './html.mjs';

const SECTIONS = [
  ['/', 'Overview'],
  ['/mail', 'Mail'],
  ['/stripe', 'Stripe'],
  ['/deliveries', 'Webhooks'],
  ['/files', 'Files'],
  ['/requests', 'Requests'],
];

function documentOf(title, body) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
${body}
</html>
`;
}

/** A page for whoever looks into the sandbox. */
export function deskPage({ title, here, content }) {
  const links = SECTIONS.map(([path, name]) =>
    html`<a href="${path}"${path === here && html` aria-current="page"`}>${name}</a>`);
  return documentOf(`${title} · Sandbox`, html`<body class="desk">
<header class="bar">
<p class="mark">Sandbox</p>
<nav aria-label="Sections">${links}</nav>
</header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>`);
}

/** A page that plays a provider's part; it says so at the top. */
export function providerPage({ title, provider, content }) {
  return documentOf(title, html`<body class="sheet">
<p class="notice"><strong>Test mode.</strong> This page stands in for ${provider}. No real money moves.</p>
<main>
<h1>${title}</h1>
${content}
</main>
</body>`);
}

/** A list of rows, or a sentence that says what belongs there. */
export function table({ caption, columns, rows, empty }) {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  const cells = (row) => row.map((cell, at) =>
    html`<td data-label="${columns[at]}">${cell}</td>`);
  return html`<table>
<caption class="hidden">${caption}</caption>
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody>
</table>`;
}

/** Pairs of a name and what it is. */
export function facts(pairs) {
  return html`<dl>${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
