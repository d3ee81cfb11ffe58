// SPDX-License-Identifier: Apache-2.0

/** The administration's pages, in the order of its menu. */
export const places = [
  { group: 'overview', pages: ['dashboard', 'statistics', 'health'] },
  { group: 'people', pages: ['users', 'fraud-signals'] },
  { group: 'work', pages: ['jobs', 'disputes'] },
  { group: 'money', pages: ['payments', 'payouts', 'refunds', 'chargebacks', 'reconciliations', 'tax'] },
  { group: 'running', pages: ['queue', 'schedules', 'audit'] },
  { group: 'setup', pages: ['prices', 'markets'] },
] as const;

export type Place = (typeof places)[number]['pages'][number];

export const pathOf = (place: Place): string => (place === 'dashboard' ? '/admin' : `/admin/${place}`);
