// SPDX-License-Identifier: Apache-2.0
// Imports go app -> features -> shared -> components -> lib, and no feature imports another.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const MAY_IMPORT = {
  app: ['app', 'features', 'shared', 'components', 'lib'],
  features: ['features', 'shared', 'components', 'lib'],
  shared: ['shared', 'components', 'lib'], // pieces of the domain that several features show
  components: ['components', 'lib'],
  lib: ['lib', 'locales'],
  locales: ['locales'],
};
const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g;

const layerOf = (path) => (path.includes('/') ? path.split('/')[0] : 'app'); // main.tsx belongs to app

/** What a file of src imports from src, as a path below src; null for a package. */
function target(file, specifier) {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(file), specifier)) : null;
}

function complaint(file, imported) {
  const [from, to] = [layerOf(file), layerOf(imported)];
  if (!imported.includes('/')) return null; // theme.css
  if (!MAY_IMPORT[from]?.includes(to)) return `${from} may not import ${to}`;
  const isForeign = from === 'features' && to === 'features' && file.split('/')[1] !== imported.split('/')[1];
  return isForeign ? 'one feature may not import another' : null;
}

const isChecked = (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && layerOf(file) !== 'test';

const files = (await readdir(SRC, { recursive: true })).filter(isChecked);
const complaints = [];
for (const file of files) {
  const source = await readFile(join(SRC, file), 'utf8');
  for (const [, specifier] of source.matchAll(IMPORT)) {
    const imported = target(file, specifier);
    const wrong = imported && complaint(file, imported);
    if (wrong) complaints.push(`src/${file}: ${wrong} (${specifier})`);
  }
}
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
