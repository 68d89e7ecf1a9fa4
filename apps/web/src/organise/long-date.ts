/** A day like `2026-02-14`, written out; the day is the symposium's own, in no time zone. */
export const longDate = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
