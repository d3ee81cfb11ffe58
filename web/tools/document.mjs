// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PLACES = ['../../docs/openapi.json', '../openapi.dev.json'].map(here);

/** The API document that the module makes from its route tables. */
export const apiDocument = JSON.parse(readFileSync(PLACES.find((place) => existsSync(place)), 'utf8'));

/** Its operations, in the document's order. */
export const operations = Object.values(apiDocument.paths).flatMap((item) => Object.values(item));
