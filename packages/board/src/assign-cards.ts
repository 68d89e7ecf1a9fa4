import type * as Y from 'yjs';
import type { Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { BoardChange, BoardDeed } from './board-deed.ts';
import { cardMap, clustersOf } from './layout.ts';
import { positionChanges } from './move-cards.ts';
import { performDeed } from './perform-deed.ts';
import { readCard } from './read-board.ts';

/**
 * Puts cards into a cluster, or out of any (null), and moves those for which a position (board px) is given. Returns
 * the inverse; null when nothing changed, as when the cluster has gone.
 */
export const assignCards = (
  doc: Y.Doc,
  cluster: ClusterId | null,
  cards: readonly { id: CardId; position?: Point }[],
  origin: unknown,
): BoardDeed | null => {
  if (cluster !== null && !clustersOf(doc).has(cluster)) return null;
  const changes = [...membershipChanges(doc, cluster, cards), ...positionChanges(doc, cards)];
  return performDeed(doc, { name: 'assign-cards', changes }, origin);
};

/** The changes that bring cards into one cluster or out of any; cards that do not exist are left out. */
export const membershipChanges = (
  doc: Y.Doc,
  cluster: ClusterId | null,
  cards: readonly { id: CardId }[],
): BoardChange[] =>
  cards.flatMap(({ id }) => {
    const card = readCard(cardMap(doc, id), id);
    if (card === null) return [];
    const from = card.cluster !== null && clustersOf(doc).has(card.cluster) ? card.cluster : null;
    return [{ card: id, key: 'cluster' as const, from, to: cluster }];
  });
