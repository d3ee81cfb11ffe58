// SPDX-License-Identifier: Apache-2.0
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

import { at, feesAnswer } from './api';

/** The API as the tests want it; each test adds the answers that it needs. The header asks for one on every page, and whatever shows a price for the fees. */
export const server = setupServer(
  http.get(at('/notifications/unread'), () => HttpResponse.json({ unread: 0 })),
  feesAnswer,
);
