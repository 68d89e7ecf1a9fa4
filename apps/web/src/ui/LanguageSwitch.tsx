import type { Locale } from '@rapport/domain/languages';
import { setLocale, useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { Select } from './Select.tsx';

/** Each language under its own name, whatever the interface speaks now. */
const LANGUAGES: readonly { value: Locale; label: string; lang: string }[] = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'fr', label: 'Français', lang: 'fr' },
];

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
