// SPDX-License-Identifier: Apache-2.0
// Does a tester fit a role? The server decides when they bid; this says it before they write an offer.
import type { Schema } from '@/lib/api';
import type { Device, TesterProfile } from '@/shared/tester-queries';

type Requirements = Schema<'Requirements'>;

export type Lacking = 'devices' | 'os' | 'browsers' | 'locales' | 'countries' | 'level' | 'skills';

export type Person = {
  devices: readonly Pick<Device, 'name' | 'kind' | 'os' | 'os_version' | 'browser' | 'browser_version' | 'is_fresh'>[];
  profile: Pick<TesterProfile, 'languages' | 'skills' | 'level'>;
  locale: string;
  country: string | null;
};

type Owned = Person['devices'][number];

const plain = (text: string): string => text.trim().toLowerCase();

/** Any of them will do; none named means that anything will. */
const anyOf = (wanted: readonly string[] | undefined, passes: (one: string) => boolean): boolean => !wanted?.length || wanted.map(plain).some(passes);

const versioned = (name: string | null, version: string | null): string => plain([name, version].filter(Boolean).join(' '));

const deviceChecks = {
  devices: ({ devices }: Requirements, own: Owned) => anyOf(devices, (one) => plain(own.name).includes(one) || own.kind.includes(one)),
  os: ({ os }: Requirements, own: Owned) => anyOf(os, (one) => versioned(own.os, own.os_version).startsWith(one)),
  browsers: ({ browsers }: Requirements, own: Owned) => anyOf(browsers, (one) => versioned(own.browser, own.browser_version).startsWith(one)),
} as const;

const deviceParts = ['devices', 'os', 'browsers'] as const;
const levels = ['newcomer', 'experienced', 'expert'] as const;

/** The parts that no device has; when each is there but not on one device, the device is what lacks. */
function lackingOfDevices(requirements: Requirements, devices: readonly Owned[]): Lacking[] {
  if (deviceParts.every((part) => !requirements[part]?.length)) return [];
  const fresh = devices.filter(({ is_fresh }) => is_fresh);
  if (fresh.some((own) => deviceParts.every((part) => deviceChecks[part](requirements, own)))) return [];
  const alone = deviceParts.filter((part) => requirements[part]?.length && !fresh.some((own) => deviceChecks[part](requirements, own)));
  return alone.length > 0 ? alone : ['devices'];
}

/** Everything that a role asks for and the person does not have. */
export function lackingFor(requirements: Requirements, { devices, profile, locale, country }: Person): Lacking[] {
  const tongues = [...profile.languages, locale].map(plain);
  const { level } = requirements;
  const isLow = level && level !== 'any' && levels.indexOf(profile.level) < levels.indexOf(level);
  const has = profile.skills.map(plain);
  return [
    ...lackingOfDevices(requirements, devices),
    ...(anyOf(requirements.locales, (one) => tongues.some((own) => own === one || own.startsWith(`${one}-`))) ? [] : (['locales'] as const)),
    ...(anyOf(requirements.countries, (one) => plain(country ?? '') === one) ? [] : (['countries'] as const)),
    ...(isLow ? (['level'] as const) : []),
    ...((requirements.skills ?? []).every((one) => has.includes(plain(one))) ? [] : (['skills'] as const)),
  ];
}
