import { z } from 'zod';

/** Languages of the interface and of reports. */
export const Locale = z.enum(['en', 'fr', 'ar']);
export type Locale = z.infer<typeof Locale>;

/**
 * What `Intl` is asked with, everywhere. Arabic is written with the digits 0–9, as in the Arabic documents of
 * international organisations: codes, ids of options, ballots and axes show them anyway, and one line must not mix two
 * sets of digits.
 */
const INTL_TAGS: Record<Locale, string> = { en: 'en', fr: 'fr', ar: 'ar-u-nu-latn' };
export const intlTag = (locale: Locale): string => INTL_TAGS[locale];

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr');

/** Each language under its own name, whatever the interface speaks now. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', fr: 'Français', ar: 'العربية' };

/** A text in several languages, keyed by BCP 47 tag. */
export const LocalisedText = z.record(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string());
export type LocalisedText = z.infer<typeof LocalisedText>;

/** The text in the wanted language, else in English, else in any; empty when there is none. */
export const inLanguage = (text: LocalisedText, language: string): string =>
  text[language] ?? text[language.split('-')[0] ?? ''] ?? text['en'] ?? Object.values(text)[0] ?? '';

export const DEFAULT_MARKING: LocalisedText = {
  en: 'UNMARKED – not for classified information',
  fr: 'SANS MARQUAGE – pas d’informations classifiées',
  ar: 'غير مصنّف – لا تُدرج معلومات سرية',
};
