import { z } from 'zod';

/** Languages of the interface and of reports. */
export const Locale = z.enum(['en', 'fr']);
export type Locale = z.infer<typeof Locale>;

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
