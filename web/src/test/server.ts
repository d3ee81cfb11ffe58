// SPDX-License-Identifier: Apache-2.0
import { setupServer } from 'msw/node';

/** The API as the tests want it; each test adds the answers that it needs. */
export const server = setupServer();
