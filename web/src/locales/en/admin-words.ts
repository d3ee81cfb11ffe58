// SPDX-License-Identifier: Apache-2.0
// The words of the administration in English: a chunk that only its pages fetch.
import adminMoney from './admin-money.json';
import adminSite from './admin-site.json';
import admin from './admin.json';

export const adminWords = { admin, 'admin-money': adminMoney, 'admin-site': adminSite };
