import { placeOf } from '../paths.ts';

/** The board and all that belongs to it, which only those fetch who go there. */
export const fetchGroupPage = () => import('../group/GroupPage.tsx');

/** Fetches it ahead of time, where somebody is about to go in. If that fails, going in says so. */
export const warmGroupPage = async (): Promise<void> => {
  try {
    await fetchGroupPage();
  } catch {
    // Nobody has asked for it yet.
  }
};

/** Whether this page was opened at a board's own address. */
export const opensGroup = (): boolean => placeOf(location.pathname).page === 'group';
