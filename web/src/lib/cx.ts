// SPDX-License-Identifier: Apache-2.0

/** Joins the class names that apply. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
