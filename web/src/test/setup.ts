// SPDX-License-Identifier: Apache-2.0
import { cleanup, configure } from '@testing-library/react';
import i18next from 'i18next';
import { afterAll, afterEach, beforeAll } from 'vitest';

import { startWords } from '@/lib/i18n';

import { server } from './server';

/** Outside a browser a request has no page that a relative address could be relative to. */
class PageRequest extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(typeof input === 'string' ? new URL(input, location.href) : input, init);
  }
}

/** jsdom has <dialog> but cannot show it as modal. */
function openAsModal(this: HTMLDialogElement): void {
  this.open = true;
}
function closeModal(this: HTMLDialogElement): void {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
}

// At once: the API client takes hold of Request when it is imported.
globalThis.Request = PageRequest;
HTMLDialogElement.prototype.showModal ??= openAsModal;
HTMLDialogElement.prototype.close ??= closeModal;

/** jsdom lays nothing out, so there is nothing to bring into view. */
Element.prototype.scrollIntoView ??= () => undefined;

// A page comes in chunks; on a machine that does other things besides, the first takes a while.
configure({ asyncUtilTimeout: 30_000 });

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' });
  await startWords('en');
  i18next.options.missingInterpolationHandler = (text: string) => {
    throw new Error(`words lack a value: ${text}`);
  };
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
