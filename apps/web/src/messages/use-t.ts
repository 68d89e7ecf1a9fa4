import { useMemo } from 'react';
import type { Locale } from '@rapport/domain/languages';
import type { Catalogue, MessageKey } from './catalogue.ts';
import { formatMessage, readMessage, type Message, type MessageValues } from './format-message.ts';
import { useLocaleStore } from './locale-store.ts';

/** Gives the text of a message in the interface's language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const messages = new Map<string, Message>();

const translator =
  (locale: Locale, catalogue: Partial<Catalogue>): Translate =>
  (key, values) => {
    // What comes after the first sight is on its way.
    const source = catalogue[key] ?? '';
    // Most messages have neither arguments nor quotes: no need to read them.
    if (!/[{']/.test(source)) return source;
    let message = messages.get(source);
    if (message === undefined) {
      message = readMessage(source);
      messages.set(source, message);
    }
    return formatMessage(message, locale, values);
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
