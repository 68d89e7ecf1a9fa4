import type { Locale } from '@rapport/domain/languages';

/** Day before month, as most of the sixty delegations write it. */
const REGIONS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };

/** A day like `2026-02-14`, written out; the day is the symposium's own, in no time zone. */
export const longDate = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(REGIONS[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
