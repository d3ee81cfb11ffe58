// SPDX-License-Identifier: Apache-2.0
// Names in index.html what the first paint needs but the browser would find late:
// the text face (known only to the CSS) and the words of the default language (a lazy chunk).
import type { Plugin } from 'vite';

const FACE = /bricolage-grotesque-latin-wght-normal-[\w-]+\.woff2$/;
const WORDS = /locales\/en\/words\.ts$/;

export function preloads(): Plugin {
  return {
    name: 'preloads',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.values(bundle ?? {});
        const face = files.find((file) => FACE.test(file.fileName));
        const words = files.find((file) => file.type === 'chunk' && WORDS.test(file.facadeModuleId ?? ''));
        if (!face || !words) throw new Error('preloads: the text face or the default words are not in the bundle');
        return [
          {
            tag: 'link',
            attrs: { rel: 'preload', href: `/${face.fileName}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head-prepend',
          },
          { tag: 'link', attrs: { rel: 'modulepreload', href: `/${words.fileName}`, crossorigin: '' }, injectTo: 'head' },
        ];
      },
    },
  };
}
