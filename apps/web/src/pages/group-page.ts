import { ID_PATTERN, type GroupId } from '@rapport/domain/ids';
import { placeOf } from '../paths.ts';
import { askAhead } from '../session/asked-ahead.ts';
import { restoreSession, useSession } from '../session/session-store.ts';
import { readTab } from '../session/tab.ts';
import { onArrival } from './on-arrival.tsx';

const fetchGroupPage = () => import('../group/GroupPage.tsx');

/** A group's own address and who is let in there. */
export const groupGate = onArrival(async () => (await import('./GroupGate.tsx')).GroupGate);

/** The board and all that belongs to it, which only those fetch who go there. */
export const groupPage = onArrival(async () => (await fetchGroupPage()).GroupPage);

/** Fetches them ahead of time, where somebody is about to go in. If that fails, going in says so. */
export const warmGroupPage = async (): Promise<void> => {
  await Promise.all([groupGate.arrive(), groupPage.arrive()]);
};

/** The group at whose board this page was opened; null anywhere else. */
export const openedGroup = (): GroupId | null => {
  const { page, name } = placeOf(location.pathname);
  return page === 'group' && ID_PATTERN.test(name) ? (name as GroupId) : null;
};

/**
 * Asks at once for everything a board's own address needs: its code, who sits here, how the group stands. Each after
 * the other would be a way to the server each. Resolves when the page can be shown, which says what failed.
 */
export const openGroup = async (groupId: GroupId): Promise<void> => {
  const session = restoreSession(`group ${groupId}`);
  // Which tab this is, is known without the server, if it is at all.
  if (readTab() !== null) askAhead(`/api/groups/${groupId}`);
  await Promise.all([warmGroupPage(), session]);
  if (useSession.getState().status !== 'in') return;
  try {
    const { openGroupAhead } = await fetchGroupPage();
    await openGroupAhead(groupId);
  } catch {
    // Its code did not come.
  }
};
