// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';

/** The API document that the module makes from its route tables. */
export const apiDocument = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));

/** Its operations, in the document's order. */
export const operations = Object.values(apiDocument.paths).flatMap((item) => Object.values(item));
