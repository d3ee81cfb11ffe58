// SPDX-License-Identifier: Apache-2.0
// Words. Each language is one chunk, loaded when it is chosen; keys are checked by the compiler.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import type { adminWords } from '@/locales/en/admin-words';
import type { words } from '@/locales/en/words';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof words & typeof adminWords;
  }
}

const languages = {
  en: () => import('@/locales/en/words'),
};

/** The administration's words are not everyone's: a chunk of their own. */
const adminLanguages: Record<Language, () => Promise<{ adminWords: typeof adminWords }>> = {
  en: () => import('@/locales/en/admin-words'),
};

export type Language = keyof typeof languages;
export const shippedLanguages: readonly Language[] = ['en'];
const DEFAULT: Language = 'en';

/** The shipped language nearest to a list of tags such as ["de-AT", "en"]. */
export function pickLanguage(tags: readonly string[]): Language {
  const bases = tags.map((tag) => tag.split('-')[0]);
  return shippedLanguages.find((language) => bases.includes(language)) ?? DEFAULT;
}

export async function startWords(language: Language): Promise<void> {
  const { words } = await languages[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: words },
    defaultNS: 'common',
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  speak(language);
}

/** For the administration's pages, before the first of them is shown. */
export async function addAdminWords(): Promise<void> {
  // The router reads the address, and asks for the page there, before the first words have come.
  if (!i18next.isInitialized) await new Promise<void>((resolve) => i18next.on('initialized', () => resolve()));
  const language = pickLanguage([i18next.language]);
  const { adminWords } = await adminLanguages[language]();
  add(language, adminWords);
}

function add(language: Language, words: object): void {
  for (const [namespace, entries] of Object.entries(words)) i18next.addResourceBundle(language, namespace, entries);
}

export async function changeLanguage(language: Language): Promise<void> {
  const { words } = await languages[language]();
  add(language, words);
  if (i18next.hasResourceBundle(i18next.language, 'admin')) add(language, (await adminLanguages[language]()).adminWords);
  await i18next.changeLanguage(language);
  speak(language);
}

function speak(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}
