import type { GroupId } from '@rapport/domain/ids';
import { openBoardAhead } from '../board/use-board.ts';
import { useGroup, watchGroupAhead } from '../connection/group-store.ts';

/** How long drawing the page waits for what this device has of the board, ms. */
const PATIENCE_MS = 200;

/**
 * Follows a group before its page is drawn, and asks for its board if the server lets us know the group: the board
 * comes while the page is drawn. Drawing first would hold up each step of looking into this device's store.
 * Resolves when the page can be drawn, also if it is not known how the group stands.
 */
export const openGroupAhead = async (groupId: GroupId): Promise<void> => {
  await watchGroupAhead(groupId);
  if (useGroup.getState().state === null) return;
  await Promise.race([openBoardAhead(groupId), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
};
