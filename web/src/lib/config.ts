// SPDX-License-Identifier: Apache-2.0
import { api } from './api';

/** What the operator has set: fees, limits, clocks, test mode. It changes only with a restart. */
export const configQuery = () => ({ ...api.queryOptions('get', '/config'), staleTime: Infinity });
