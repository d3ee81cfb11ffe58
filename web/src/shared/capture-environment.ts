// SPDX-License-Identifier: Apache-2.0
import type { Schema } from '@/lib/api';

type Environment = Schema<'Environment'>;

/** Names in a browser's user agent, the more special ones first: each also claims to be the next. */
const browsers: readonly [name: string, version: RegExp][] = [
  ['Edge', /\bEdg(?:A|iOS)?\/([\d.]+)/],
  ['Opera', /\bOPR\/([\d.]+)/],
  ['Samsung Internet', /\bSamsungBrowser\/([\d.]+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/([\d.]+)/],
  ['Chrome', /\b(?:Chrome|CriOS)\/([\d.]+)/],
  ['Safari', /\bVersion\/([\d.]+).*\bSafari\//],
];

const systems: readonly [name: string, version: RegExp][] = [
  ['iOS', /\b(?:iPhone )?OS ([\d_]+) like Mac OS X/],
  ['Android', /\bAndroid ([\d.]+)/],
  ['ChromeOS', /\bCrOS \S+ ([\d.]+)/],
  ['Windows', /\bWindows NT ([\d.]+)/],
  ['macOS', /\bMac OS X ([\d_]+)/],
  ['Linux', /\bLinux\b/],
];

/** Versions that browsers froze: they say the same on every newer system. */
const isFrozen = (system: string, version: string): boolean =>
  (system === 'Windows' && version === '10.0') || (system === 'macOS' && version === '10.15.7') || (system === 'Android' && version === '10');

function firstOf(known: readonly [string, RegExp][], agent: string): { name: string; version: string } {
  for (const [name, pattern] of known) {
    const match = pattern.exec(agent);
    if (match) return { name, version: (match[1] ?? '').replaceAll('_', '.') };
  }
  return { name: '', version: '' };
}

/** The environment as this browser gives it away, for the tester to correct. */
export function captureEnvironment(agent: string = navigator.userAgent): Partial<Environment> {
  const browser = firstOf(browsers, agent);
  const system = firstOf(systems, agent);
  return {
    os: system.name,
    os_version: isFrozen(system.name, system.version) ? '' : system.version,
    browser: browser.name,
    browser_version: browser.version,
    viewport: `${window.innerWidth}x${window.innerHeight}`,
    pixel_ratio: String(Math.round(window.devicePixelRatio * 100) / 100),
    locale: navigator.language,
    time_zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
