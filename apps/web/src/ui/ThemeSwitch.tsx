import { useT } from '../messages/use-t.ts';
import { Select } from './Select.tsx';
import { chooseTheme, useTheme } from './theme-store.ts';

export const ThemeSwitch = () => {
  const t = useT();
  const choice = useTheme((store) => store.choice);
  return (
    <Select
      label={t('common.theme')}
      hideLabel
      value={choice}
      onChange={chooseTheme}
      options={[
        { value: 'system', label: t('common.theme.system') },
        { value: 'light', label: t('common.theme.light') },
        { value: 'dark', label: t('common.theme.dark') },
      ]}
    />
  );
};
