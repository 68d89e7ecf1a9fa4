import { directionOf, type Locale } from '@rapport/domain/languages';
import { create } from 'zustand';
import type { Catalogue } from './catalogue.ts';

const STORAGE_KEY = 'rapport.locale';

type Messages = Partial<Catalogue>;

export const useLocaleStore = create<{ locale: Locale; catalogue: Messages }>(() => ({ locale: 'en', catalogue: {} }));

/** What a page says at first sight, and everything there is to say. */
const load: Record<Locale, { first: () => Promise<Messages>; all: () => Promise<Catalogue> }> = {
  en: { first: async () => (await import('./en/first.ts')).first, all: async () => (await import('./en.ts')).en },
  fr: { first: async () => (await import('./fr/first.ts')).first, all: async () => (await import('./fr.ts')).fr },
  ar: { first: async () => (await import('./ar/first.ts')).first, all: async () => (await import('./ar.ts')).ar },
};

let wantsAll = false;

/** Switches the interface; `remember` when a person chose it, so that it stays on this device. */
export const setLocale = async (locale: Locale, remember = true): Promise<void> => {
  const catalogue = await (wantsAll ? load[locale].all() : load[locale].first());
  if (remember) localStorage.setItem(STORAGE_KEY, locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  useLocaleStore.setState({ locale, catalogue });
};

/** From now on languages are loaded whole. */
export const wantAllMessages = (): void => {
  wantsAll = true;
};

/** Brings the messages of every part of the page, not only of its first sight. */
export const loadAllMessages = async (): Promise<void> => {
  wantAllMessages();
  const { locale } = useLocaleStore.getState();
  const catalogue = await load[locale].all();
  if (useLocaleStore.getState().locale === locale) useLocaleStore.setState({ catalogue });
};

const known = (language: string): Locale | null => (Object.hasOwn(load, language) ? (language as Locale) : null);

/** The language somebody chose here before; null when nobody did. */
const chosenLocale = (): Locale | null => known(localStorage.getItem(STORAGE_KEY) ?? '');

/** Uses the chosen language, else the first of these (BCP 47) that there is, else English. */
export const guessLocale = (languages: readonly string[]): Promise<void> => {
  const spoken = languages.map((tag) => known(tag.split('-')[0] ?? '')).find((one) => one !== null);
  return setLocale(chosenLocale() ?? spoken ?? 'en', false);
};
