import { directionOf, Locale } from '@rapport/domain/languages';
import { create } from 'zustand';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';

const STORAGE_KEY = 'rapport.locale';

export const useLocaleStore = create<{ locale: Locale; catalogue: Catalogue }>(() => ({ locale: 'en', catalogue: en }));

const load: Record<Locale, () => Promise<Catalogue>> = {
  en: () => Promise.resolve(en),
  fr: async () => (await import('./fr.ts')).fr,
  ar: async () => (await import('./ar.ts')).ar,
};

/** Switches the interface; `remember` when a person chose it, so that it stays on this device. */
export const setLocale = async (locale: Locale, remember = true): Promise<void> => {
  const catalogue = await load[locale]();
  if (remember) localStorage.setItem(STORAGE_KEY, locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  useLocaleStore.setState({ locale, catalogue });
};

/** The language somebody chose here before; null when nobody did. */
const chosenLocale = (): Locale | null => Locale.safeParse(localStorage.getItem(STORAGE_KEY)).data ?? null;

/** Uses the chosen language, else the first of these (BCP 47) that there is, else English. */
export const guessLocale = (languages: readonly string[]): Promise<void> => {
  const known = languages.map((tag) => Locale.safeParse(tag.split('-')[0]).data).find((one) => one !== undefined);
  return setLocale(chosenLocale() ?? known ?? 'en', false);
};
