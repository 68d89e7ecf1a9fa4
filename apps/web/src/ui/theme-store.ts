import { create } from 'zustand';

type Theme = 'light' | 'dark';

const KEY = 'rapport.theme';

const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** What is painted now. */
export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'light' }));

const paint = (): void => {
  const chosen = localStorage.getItem(KEY);
  const system: Theme = systemIsDark().matches ? 'dark' : 'light';
  const theme = chosen === 'light' || chosen === 'dark' ? chosen : system;
  document.documentElement.dataset['theme'] = theme;
  useTheme.setState({ theme });
};

/** Goes to the other theme; a choice that is what the system says anyway follows the system again. */
export const toggleTheme = (): void => {
  const other: Theme = useTheme.getState().theme === 'dark' ? 'light' : 'dark';
  if ((other === 'dark') === systemIsDark().matches) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, other);
  paint();
};

/** Paints the page and follows the system from now on. */
export const startTheme = (): void => {
  paint();
  systemIsDark().addEventListener('change', paint);
};
