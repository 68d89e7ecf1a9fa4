import { LOCALE_NAMES, type Locale } from '@rapport/domain/languages';
import { setLocale, useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { Select } from './Select.tsx';

const LOCALES = Object.keys(LOCALE_NAMES) as Locale[];

/** The languages there are, as a `Select` offers them. */
export const LANGUAGES = LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }));

export const LanguageSwitch = () => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  return (
    <Select
      label={t('common.language')}
      hideLabel
      options={LANGUAGES}
      value={locale}
      onChange={(chosen) => void setLocale(chosen)}
    />
  );
};
