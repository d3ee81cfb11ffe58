// SPDX-License-Identifier: Apache-2.0
// Makes src/lib/api.gen.ts (types) and src/lib/rules.gen.ts (limits of inputs) from the API document.
// With --check it writes nothing and fails when a file is not what would be written.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import openapiTS, { astToString } from 'openapi-typescript';

import { apiDocument, operations } from './document.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const HEADER = '// SPDX-License-Identifier: Apache-2.0\n// Generated from docs/openapi.json by tools/generate.mjs. Change the route tables instead.\n';

/** The schema itself, behind a reference and behind "or null". */
function resolve(schema) {
  const present = schema.anyOf?.find((choice) => choice.type !== 'null') ?? schema;
  return present.$ref ? apiDocument.components.schemas[present.$ref.split('/').pop()] : present;
}

/** The limits of one schema, under the names that lib/rules.ts reads. */
function ruleOf(schema, isRequired) {
  const resolved = resolve(schema);
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, format } = resolved;
  const options = resolved.enum?.filter((value) => value !== null);
  const limits = { min: minimum, max: maximum, minLength, maxLength, minItems, maxItems, pattern, format, options };
  const rule = Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined));
  if (isRequired) rule.required = true;
  if (resolved.properties) rule.fields = rulesOf(resolved);
  if (resolved.items) rule.items = ruleOf(resolved.items, false);
  return rule;
}

function rulesOf({ properties = {}, required = [] }) {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([name, schema]) => [name, ruleOf(schema, required.includes(name))]));
}

function rulesSource() {
  const rules = {};
  for (const { operationId, requestBody } of operations) {
    const body = requestBody?.content?.['application/json']?.schema;
    const schema = body && resolve(body);
    if (schema?.properties) rules[operationId] = rulesOf(schema);
  }
  return `${HEADER}\nexport const rules = ${JSON.stringify(rules, null, 2)} as const;\n`;
}

/** The client sets the API's headers itself (api-fetch.ts), so callers are not asked for them. */
function withoutHeaders() {
  const copy = structuredClone(apiDocument);
  for (const operation of Object.values(copy.paths).flatMap((item) => Object.values(item))) {
    operation.parameters &&= operation.parameters.filter((parameter) => parameter.in !== 'header');
  }
  return copy;
}

async function typesSource() {
  return `${HEADER}\n${astToString(await openapiTS(withoutHeaders()))}`;
}

const files = {
  '../src/lib/api.gen.ts': await typesSource(),
  '../src/lib/rules.gen.ts': rulesSource(),
};

const stale = [];
for (const [path, source] of Object.entries(files)) {
  const present = await readFile(here(path), 'utf8').catch(() => '');
  if (present === source) continue;
  stale.push(path.slice(3));
  if (!process.argv.includes('--check')) await writeFile(here(path), source);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Stale, run "npm run gen": ${stale.join(', ')}`);
  process.exit(1);
}
