// SPDX-License-Identifier: Apache-2.0

/** Entries with their numbers from 1, for lists whose order is their identity. */
export const numbered = <Item>(items: readonly Item[]): { item: Item; number: number }[] => items.map((item, at) => ({ item, number: at + 1 }));
