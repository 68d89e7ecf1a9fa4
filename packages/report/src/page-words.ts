import type { Locale } from '@rapport/domain/languages';
import type { Report } from './report-blocks.ts';
import type { Translate } from './translate.ts';

/** Long date without a weekday, in the report's language. A date has no time zone. */
export const longDate = (date: string, language: Locale): string => {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    at,
  );
};

/** The words around page numbers; figures that no text holds mark their places. */
export const pageOf = (t: Translate): Report['pageOf'] =>
  t('report.page', { page: '\uE000', pages: '\uE001' })
    .split(/([\uE000\uE001])/)
    .map((part) => (part === '\uE000' ? 'page' : part === '\uE001' ? 'pages' : { text: part }));
