// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';

import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { budget } from './tools/budget.ts';
import { precompress } from './tools/precompress.ts';
import { preloads } from './tools/preloads.ts';

const server = process.env['PEERTEST_SERVER'] ?? 'http://127.0.0.1:8080';

/** Libraries and own modules that the first paint of any page takes. */
const BASE =
  /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|use-sync-external-store|openapi-[\w-]+)\/|\/src\/(?:app|lib)\/(?!rules|upload\/(?!begun))/;

export default defineConfig({
  plugins: [react(), tailwindcss(), preloads(), precompress(), budget()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    // Browsers with light-dark(), <dialog>, popover and AbortSignal.any.
    target: ['chrome125', 'firefox128', 'safari17.5'],
    sourcemap: false,
    // The CSP has no data: for fonts and styles, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One file for what every page needs: many small ones would each cost a round trip on a slow line.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } } },
  },
  server: { host: '127.0.0.1', proxy: { '/api': server } },
  preview: { host: '127.0.0.1', proxy: { '/api': server } },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:8080/' } },
    setupFiles: ['src/test/setup.ts'],
    // What a browser gets of it; node would be given its own build.
    alias: { 'tus-js-client': fileURLToPath(new URL('node_modules/tus-js-client/lib.esm/browser/index.js', import.meta.url)) },
    server: { deps: { inline: ['tus-js-client'] } },
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    restoreMocks: true,
    coverage: { include: ['src/**/*.{ts,tsx}'], exclude: ['src/**/*.gen.ts', 'src/test/**'] },
  },
});
