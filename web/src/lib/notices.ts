// SPDX-License-Identifier: Apache-2.0
import { api } from './api';

const MINUTE_MS = 60_000;

/** How many notices wait; asked for again each minute while the page is looked at, and on coming back to it. */
export const unreadQuery = () => ({ ...api.queryOptions('get', '/notifications/unread'), refetchInterval: MINUTE_MS });
