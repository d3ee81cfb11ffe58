// SPDX-License-Identifier: Apache-2.0
// Every key that the sources use exists in every language, and every key that exists is used.
// Keys are read through the TypeScript compiler, so t(`state.${state}`) counts for each state that
// its type allows. The problems that the API documents count as used.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

import { operations } from './document.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCALES = join(ROOT, 'src/locales');
const DEFAULT_NAMESPACE = 'common';
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** "namespace:path.to.key" of each leaf; plural forms count as one key. */
function keysIn(value, path) {
  if (typeof value !== 'object') return [path.replace(PLURAL, '')];
  return Object.entries(value).flatMap(([name, child]) => keysIn(child, path.endsWith(':') ? path + name : `${path}.${name}`));
}

function keysOfLanguage(language) {
  const files = readdirSync(join(LOCALES, language)).filter((file) => file.endsWith('.json'));
  const entries = files.flatMap((file) => keysIn(JSON.parse(readFileSync(join(LOCALES, language, file), 'utf8')), `${basename(file, '.json')}:`));
  return new Set(entries);
}

function openProgram() {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  return ts.createProgram(fileNames, options);
}

const program = openProgram();
const checker = program.getTypeChecker();

/** The texts that a type allows; null when it is any text. */
function textsOf(type) {
  const parts = type.isUnion() ? type.types : [type];
  const texts = parts.map((part) => (part.isStringLiteral() || part.isNumberLiteral() ? String(part.value) : null));
  return texts.includes(null) ? null : texts;
}

/** The keys that an argument can be. */
function keysOfArgument(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return textsOf(checker.getTypeAtLocation(node));
  let keys = [node.head.text];
  for (const span of node.templateSpans) {
    const texts = textsOf(checker.getTypeAtLocation(span.expression));
    if (!texts) return null;
    keys = keys.flatMap((key) => texts.map((text) => key + text + span.literal.text));
  }
  return keys;
}

/** The namespace of a t(), from its type TFunction<Namespace>; null when it is no t(). */
function namespaceOf(expression) {
  const type = checker.getTypeAtLocation(expression);
  if (type.symbol?.name !== 'TFunction') return null;
  const [namespace] = checker.getTypeArguments(type);
  const [first] = checker.isTupleType(namespace) ? checker.getTypeArguments(namespace) : [namespace];
  return first?.isStringLiteral() ? first.value : DEFAULT_NAMESPACE;
}

/** The t() and the key of a call or of <Trans t={t} i18nKey="...">. */
function wordIn(node) {
  if (ts.isCallExpression(node) && node.arguments[0]) return { t: node.expression, key: node.arguments[0] };
  if (!ts.isJsxAttribute(node) || node.name.text !== 'i18nKey') return null;
  const sibling = node.parent.properties.find((attribute) => attribute.name?.text === 't');
  return sibling ? { t: sibling.initializer.expression, key: node.initializer } : null;
}

const used = new Set();
const complaints = [];

function visit(node) {
  const word = wordIn(node);
  const namespace = word && namespaceOf(word.t);
  if (namespace) {
    const keys = keysOfArgument(word.key);
    if (keys) keys.forEach((key) => used.add(`${namespace}:${key}`));
    else complaints.push(`${node.getSourceFile().fileName}: a key that can be any text: ${word.key.getText()}`);
  }
  ts.forEachChild(node, visit);
}

const isOurs = (file) => file.fileName.startsWith(join(ROOT, 'src')) && !/\.test\.tsx?$/.test(file.fileName);
program.getSourceFiles().filter(isOurs).forEach(visit);

const responses = operations.flatMap((operation) => Object.values(operation.responses));
responses.flatMap((response) => response['x-problems'] ?? []).forEach((slug) => used.add(`problems:slug.${slug}`));

/** A key that names a group (returnObjects) stands for all below it. */
const isUsed = (key) => used.has(key) || [...used].some((group) => key.startsWith(`${group}.`));

for (const language of readdirSync(LOCALES)) {
  const present = keysOfLanguage(language);
  const isPresent = (key) => present.has(key) || [...present].some((leaf) => leaf.startsWith(`${key}.`));
  for (const key of used) if (!isPresent(key)) complaints.push(`${language}: missing ${key}`);
  for (const key of present) if (!isUsed(key)) complaints.push(`${language}: unused ${key}`);
}
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
