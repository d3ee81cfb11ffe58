// SPDX-License-Identifier: Apache-2.0
// The little XML that S3 speaks.

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element; its content is a text, or a list of [name, content] pairs. */
export function xml(name, content) {
  const inner = Array.isArray(content)
    ? content.map((pair) => xml(...pair)).join('')
    : String(content).replace(/[&<>"]/g, (character) => ESCAPES[character]);
  return `<${name}>${inner}</${name}>`;
}

export function xmlReply(element, status = 200) {
  return {
    status,
    headers: { 'Content-Type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${element}`,
  };
}

/** The texts of all elements of a name. */
export function textsOf(text, name) {
  return [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))]
    .map(([, inner]) => inner.replace(/&quot;|&#34;/g, '"').replace(/&amp;/g, '&'));
}
