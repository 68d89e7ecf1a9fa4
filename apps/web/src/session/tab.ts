/** Which session this tab belongs to: the name of its cookie, never the secret itself. Outlives a reload, not the tab. */
const TAB_KEY = 'rapport.tab';

export const readTab = (): string | null => sessionStorage.getItem(TAB_KEY);

export const writeTab = (tab: string | null): void => {
  if (tab === null) sessionStorage.removeItem(TAB_KEY);
  else sessionStorage.setItem(TAB_KEY, tab);
};
