// SPDX-License-Identifier: Apache-2.0
// What a tester says of themselves: it decides which work they fit.
import { api, type Schema } from '@/lib/api';

export type Device = Schema<'Device'>;
export type TesterProfile = Schema<'TesterProfile'>;

export const devicesQuery = () => api.queryOptions('get', '/me/devices');
export const testerProfileQuery = () => api.queryOptions('get', '/me/tester-profile');
