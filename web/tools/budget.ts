// SPDX-License-Identifier: Apache-2.0
// Fails the build when what every visitor loads first grows beyond what was agreed.
import { gzipSync } from 'node:zlib';

import type { Plugin, Rollup } from 'vite';

const SCRIPTS_KB = 170;
const STYLES_KB = 15;

const kilobytes = (content: string | Uint8Array): number => gzipSync(content).length / 1000;
const sum = (sizes: number[]): number => Math.ceil(sizes.reduce((total, size) => total + size, 0));

/** The entry and all that it imports without waiting for a click. */
function firstChunks(bundle: Rollup.OutputBundle): Rollup.OutputChunk[] {
  const names = new Set(Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry).map((file) => file.fileName));
  for (const name of names) {
    const file = bundle[name];
    if (file?.type === 'chunk') file.imports.forEach((imported) => names.add(imported));
  }
  return [...names].map((name) => bundle[name]).filter((file) => file?.type === 'chunk');
}

export function budget(): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const scripts = sum(firstChunks(bundle).map((chunk) => kilobytes(chunk.code)));
      const sheets = Object.values(bundle).filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
      const styles = sum(sheets.map((file) => (file.type === 'asset' ? kilobytes(file.source) : 0)));
      this.info(`first load: ${scripts} of ${SCRIPTS_KB} kB scripts, ${styles} of ${STYLES_KB} kB styles (gzip)`);
      if (scripts > SCRIPTS_KB || styles > STYLES_KB) this.error('The first load is over its budget.');
    },
  };
}
