import { intlTag, type Locale } from '@rapport/domain/languages';

/** Day before month, as most of the sixty delegations write it. */
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : intlTag(locale));

/** A day like `2026-02-14`, written out; the day is the symposium's own, in no time zone. */
export const longDate = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
