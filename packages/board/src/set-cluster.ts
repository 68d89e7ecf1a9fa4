import type * as Y from 'yjs';
import { CLUSTER_COLOURS, type Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { BoardChange, BoardDeed } from './board-deed.ts';
import { clustersOf } from './layout.ts';
import { positionChanges } from './move-cards.ts';
import { performDeed } from './perform-deed.ts';
import { readCluster } from './read-board.ts';
import { wholePoint } from './whole-point.ts';

/**
 * Folds a cluster to its title, or opens it again; a folded one stands where its cards are. With `moves` (board px) its
 * cards lie elsewhere from then on. Returns the inverse; null when it has gone or is so already.
 */
export const collapseCluster = (
  doc: Y.Doc,
  id: ClusterId,
  collapsed: boolean,
  origin: unknown,
  moves: readonly { id: CardId; position: Point }[] = [],
): BoardDeed | null => {
  const now = readCluster(clustersOf(doc).get(id), id);
  if (now === null || now.collapsed === collapsed) return null;
  const changes: BoardChange[] = [
    { cluster: id, key: 'collapsed', from: !collapsed, to: collapsed },
    ...positionChanges(doc, moves),
  ];
  return performDeed(doc, { name: 'collapse-cluster', changes }, origin);
};

/** Gives a cluster another tint, 1–8, and with it another pattern. Returns the inverse; null when nothing changed. */
export const colourCluster = (doc: Y.Doc, id: ClusterId, colour: number, origin: unknown): BoardDeed | null => {
  const now = readCluster(clustersOf(doc).get(id), id);
  if (now === null || !Number.isInteger(colour) || colour < 1 || colour > CLUSTER_COLOURS) return null;
  const changes: BoardChange[] = [{ cluster: id, key: 'colour', from: now.colour, to: colour }];
  return performDeed(doc, { name: 'colour-cluster', changes }, origin);
};

/** Moves a cluster that has no cards to `at` (board px). Returns the inverse; null when nothing moved. */
export const moveCluster = (doc: Y.Doc, id: ClusterId, at: Point, origin: unknown): BoardDeed | null => {
  const now = readCluster(clustersOf(doc).get(id), id);
  if (now === null) return null;
  const changes: BoardChange[] = [{ cluster: id, key: 'position', from: now.position, to: wholePoint(at) }];
  return performDeed(doc, { name: 'move-cluster', changes }, origin);
};
