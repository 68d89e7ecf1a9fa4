import type * as Y from 'yjs';
import type { Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { membershipChanges } from './assign-cards.ts';
import type { BoardChange, BoardDeed } from './board-deed.ts';
import { endOfCluster } from './dissolve-cluster.ts';
import { clustersOf } from './layout.ts';
import { positionChanges } from './move-cards.ts';
import { performDeed } from './perform-deed.ts';
import { readBoard } from './read-board.ts';

/**
 * Moves all cards of some clusters into another and ends the emptied ones; `positions` (board px) moves cards as well.
 * Returns the inverse; null when there was nothing to merge.
 */
export const mergeClusters = (
  doc: Y.Doc,
  merge: { from: readonly ClusterId[]; into: ClusterId; positions?: readonly { id: CardId; position: Point }[] },
  origin: unknown,
): BoardDeed | null => {
  const from = merge.from.filter((id) => id !== merge.into && clustersOf(doc).has(id));
  if (from.length === 0 || !clustersOf(doc).has(merge.into)) return null;
  // Binned cards come along: taken out of the bin later, they belong where their cluster went.
  const members = readBoard(doc).cards.filter((card) => card.cluster !== null && from.includes(card.cluster));
  const changes: BoardChange[] = [
    ...membershipChanges(doc, merge.into, members),
    ...positionChanges(doc, merge.positions ?? []),
    ...from.flatMap((id) => endOfCluster(doc, id)),
  ];
  return performDeed(doc, { name: 'merge-clusters', changes }, origin);
};
