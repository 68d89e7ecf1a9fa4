import { IntlMessageFormat } from 'intl-messageformat';
import { intlTag, type Locale } from '@rapport/domain/languages';
import { ar } from './messages/ar.ts';
import { en } from './messages/en.ts';
import { fr } from './messages/fr.ts';
import { isolate } from './split-by-direction.ts';

export type MessageKey = keyof typeof en;
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

const catalogues: Record<Locale, Record<MessageKey, string>> = { en, fr, ar };

/** Languages written from right to left. */
export const runsFromTheRight = (language: Locale): boolean => language === 'ar';

/**
 * The report's words in one language. Values are put in as they are (every writer escapes what it is given), but kept
 * to themselves where they run the other way.
 */
export const translateInto = (language: Locale): Translate => {
  const known = translators.get(language);
  if (known !== undefined) return known;
  const made = translator(language);
  translators.set(language, made);
  return made;
};

/** Messages are read once, not once for each of many groups. */
const translators = new Map<Locale, Translate>();

const translator = (language: Locale): Translate => {
  const rightToLeft = runsFromTheRight(language);
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    const format = formats.get(key) ?? new IntlMessageFormat(catalogues[language][key], intlTag(language));
    formats.set(key, format);
    const isolated = Object.entries(values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolate(value, rightToLeft) : value,
    ]);
    return String(format.format(Object.fromEntries(isolated)));
  };
};

/** Says in a report's language that characters stand as a sign because no font can draw them. */
export const undrawnNote = (language: Locale): ((count: number, sign: string) => string) => {
  const t = translateInto(language);
  return (count, sign) => t('method.undrawn', { count, sign });
};
