// SPDX-License-Identifier: Apache-2.0

/** Where a person lands who did not come from anywhere in particular. */
export const HOME = '/board';

/** The sign-in page's address that leads back to where a person was. */
export const loginPath = (from: string): string => `/login?return_to=${encodeURIComponent(from)}`;

/** A path of our own, or null: a link must not send anyone elsewhere. */
export function ownPath(wanted: string): string | null {
  const isOurs = URL.canParse(wanted, location.origin) && new URL(wanted, location.origin).origin === location.origin;
  return isOurs && wanted.startsWith('/') ? wanted : null;
}

/** Where to go after signing in. */
export const returnPath = (search: URLSearchParams): string => ownPath(search.get('return_to') ?? '') ?? HOME;
