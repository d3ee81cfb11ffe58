// SPDX-License-Identifier: Apache-2.0
// Money, instants and spans in words, from minor units and ISO strings. The reader's language and
// time zone are set once, when they are known.

type Reader = { locale: string; timeZone: string };

const system = new Intl.DateTimeFormat().resolvedOptions();
let reader: Reader = { locale: system.locale, timeZone: system.timeZone };

/** Whose eyes this is for; absent or unknown values leave the browser's own. */
export function setReader({ locale, timeZone }: { locale?: string | null; timeZone?: string | null }): void {
  reader = {
    locale: locale && isLocale(locale) ? locale : system.locale,
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : system.timeZone,
  };
}

export const readerTimeZone = (): string => reader.timeZone;

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
    return true;
  } catch {
    return false;
  }
}

/** How many minor units make one major: 100 for usd, 1 for jpy. */
export function minorPerMajor(currency: string): number {
  return 10 ** minorDigits(currency);
}

/** Digits after the point: 2 for usd, 0 for jpy. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The exact decimal writing of an amount: 4950, usd -> "49.50". No floats on the way. */
export function decimal(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const figures = Math.abs(minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + figures : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}

export function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat(reader.locale, { style: 'currency', currency: currency.toUpperCase() });
  // A decimal string is formatted exactly; the type of the library does not know it yet.
  return format.format(decimal(minor, currency) as unknown as number);
}

export const number = (value: number): string => new Intl.NumberFormat(reader.locale).format(value);

/** "a, b or c" */
export const anyOf = (texts: readonly string[]): string => new Intl.ListFormat(reader.locale, { type: 'disjunction' }).format(texts);

/** From basis points: 1000 -> "10%". */
export function percent(basisPoints: number): string {
  const format = new Intl.NumberFormat(reader.locale, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / 10_000);
}

export const date = (iso: string): string =>
  new Intl.DateTimeFormat(reader.locale, { dateStyle: 'medium', timeZone: reader.timeZone }).format(new Date(iso));

/** A calendar day ("2026-03-01") in a few letters: "1 Mar". It is a day, not an instant, so no zone moves it. */
export const dayOf = (day: string): string =>
  new Intl.DateTimeFormat(reader.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));

/** The exact instant in the reader's zone, with the zone's name. */
export const instant = (iso: string): string =>
  new Intl.DateTimeFormat(reader.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: reader.timeZone,
    timeZoneName: 'short',
  }).format(new Date(iso));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const steps = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

/** "3 days ago", "in 2 hours"; under a minute "now". */
export function relative(iso: string, now: number): string {
  const distance = Date.parse(iso) - now;
  const format = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  const step = steps.find(([, size]) => Math.abs(distance) >= size);
  return step ? format.format(Math.trunc(distance / step[1]), step[0]) : format.format(0, 'second');
}

function unit(value: number, name: 'day' | 'hour' | 'minute'): string {
  const unitDisplay = name === 'day' ? 'long' : 'short';
  return new Intl.NumberFormat(reader.locale, { style: 'unit', unit: name, unitDisplay }).format(value);
}

/** A span in its two largest parts: "3 days 4 hr", "5 hr 20 min", "12 min". Less than a minute counts as one. */
export function span(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days >= 1) return hours === 0 ? unit(days, 'day') : `${unit(days, 'day')} ${unit(hours, 'hour')}`;
  if (hours >= 1) return minutes === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`;
  return unit(Math.max(1, minutes), 'minute');
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in its fitting unit: "12 bytes", "3.4 MB". */
export function bytes(size: number): string {
  const step = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(1, size)) / 3));
  const unitDisplay = step === 0 ? 'long' : 'short';
  const maximumFractionDigits = step > 1 ? 1 : 0;
  return new Intl.NumberFormat(reader.locale, { style: 'unit', unit: sizes[step] ?? 'byte', unitDisplay, maximumFractionDigits }).format(size / 1000 ** step);
}

/** A place in a recording: "0:07", "1:02:09". */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** A language's or country's name in the reader's language: "de" -> "German", "DE" -> "Germany". */
export function nameOf(type: 'language' | 'region', code: string): string {
  return new Intl.DisplayNames(reader.locale, { type }).of(code) ?? code;
}

/** What a person typed as an amount: "12.5" or "12,50", usd -> 1250. Null for anything else. */
export function parseMinor(text: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const match = /^(\d{1,10})(?:[.,](\d*))?$/.exec(text.trim());
  const [, whole = '', part = ''] = match ?? [];
  if (!match || part.length > digits) return null;
  return Number(whole + part.padEnd(digits, '0'));
}
