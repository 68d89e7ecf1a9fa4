import { IntlMessageFormat } from 'intl-messageformat';
import { useMemo } from 'react';
import type { Locale } from '@rapport/domain/languages';
import type { Catalogue, MessageKey } from './catalogue.ts';
import { useLocaleStore } from './locale-store.ts';

export type MessageValues = Readonly<Record<string, string | number | Date>>;
/** Gives the text of a message in the interface's language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const formats = new Map<string, IntlMessageFormat>();

const translator =
  (locale: Locale, catalogue: Catalogue): Translate =>
  (key, values) => {
    const message = catalogue[key];
    // Most messages have neither arguments nor quotes: no need to parse them.
    if (!/[{'<]/.test(message)) return message;
    const id = `${locale} ${key}`;
    let format = formats.get(id);
    if (format === undefined) {
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      formats.set(id, format);
    }
    return String(format.format(values));
  };

/** Outside React: in announcements and stores. */
export const translateNow: Translate = (key, values) => {
  const { locale, catalogue } = useLocaleStore.getState();
  return translator(locale, catalogue)(key, values);
};

export const useT = (): Translate => {
  const locale = useLocaleStore((state) => state.locale);
  const catalogue = useLocaleStore((state) => state.catalogue);
  return useMemo(() => translator(locale, catalogue), [locale, catalogue]);
};
