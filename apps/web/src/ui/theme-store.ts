import { create } from 'zustand';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'rapport.theme';
const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

export const useTheme = create<{ choice: ThemeChoice }>(() => {
  const stored = localStorage.getItem(KEY);
  return { choice: stored === 'light' || stored === 'dark' ? stored : 'system' };
});

const paint = (): void => {
  const { choice } = useTheme.getState();
  const isDark = choice === 'dark' || (choice === 'system' && systemIsDark().matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
};

export const chooseTheme = (choice: ThemeChoice): void => {
  localStorage.setItem(KEY, choice);
  useTheme.setState({ choice });
  paint();
};

/** Paints the page and follows the system from now on. */
export const startTheme = (): void => {
  paint();
  systemIsDark().addEventListener('change', paint);
};
