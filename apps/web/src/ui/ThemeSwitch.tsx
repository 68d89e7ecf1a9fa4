import { useT } from '../messages/use-t.ts';
import { IconButton } from './IconButton.tsx';
import { MoonIcon } from './icons/MoonIcon.tsx';
import { SunIcon } from './icons/SunIcon.tsx';
import { toggleTheme, useTheme } from './theme-store.ts';

export const ThemeSwitch = () => {
  const t = useT();
  const isDark = useTheme((store) => store.theme === 'dark');
  return (
    <IconButton
      label={t(isDark ? 'common.theme.light' : 'common.theme.dark')}
      icon={isDark ? <SunIcon /> : <MoonIcon />}
      onPress={toggleTheme}
    />
  );
};
