// SPDX-License-Identifier: Apache-2.0

export type Series = {
  key: string;
  label: string;
  /** One for each day. */
  values: readonly number[];
};

/** Figures by day, as they are drawn and as they are written into a table. */
export type Chart = {
  label: string;
  /** ISO dates, oldest first. */
  days: readonly string[];
  series: readonly Series[];
  write: (value: number) => string;
  writeDay: (day: string) => string;
};
