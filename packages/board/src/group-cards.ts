import type * as Y from 'yjs';
import { CLUSTER_COLOURS, type Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { membershipChanges } from './assign-cards.ts';
import type { BoardDeed } from './board-deed.ts';
import { cutText } from './cut-text.ts';
import { clustersOf } from './layout.ts';
import { positionChanges } from './move-cards.ts';
import { performDeed } from './perform-deed.ts';
import { readCluster } from './read-board.ts';
import { wholePoint } from './whole-point.ts';

export type NewCluster = {
  id: ClusterId;
  title?: string;
  /** 1–8; without one, the colour least used so far. */
  colour?: number;
  /** Where it stands while it has no cards, board px. */
  position?: Point;
  /** Its first members, each with a new position if it shall move. */
  cards: readonly { id: CardId; position?: Point }[];
};

const leastUsedColour = (doc: Y.Doc): number => {
  const uses = Array.from({ length: CLUSTER_COLOURS }, () => 0);
  for (const [id, entry] of clustersOf(doc)) {
    const colour = readCluster(entry, id)?.colour;
    if (colour !== undefined) uses[colour - 1] = (uses[colour - 1] ?? 0) + 1;
  }
  return uses.indexOf(Math.min(...uses)) + 1;
};

/** Makes a cluster out of cards, or an empty one. Returns the inverse; null when the id is taken. */
export const groupCards = (doc: Y.Doc, cluster: NewCluster, origin: unknown): BoardDeed | null => {
  if (clustersOf(doc).has(cluster.id)) return null;
  const seed = {
    title: cutText(cluster.title ?? '', LIMITS.clusterTitle),
    colour: cluster.colour ?? leastUsedColour(doc),
    position: cluster.position === undefined ? null : wholePoint(cluster.position),
  };
  return performDeed(
    doc,
    {
      name: 'group-cards',
      changes: [
        { cluster: cluster.id, key: 'exists', from: null, to: seed },
        ...membershipChanges(doc, cluster.id, cluster.cards),
        ...positionChanges(doc, cluster.cards),
      ],
    },
    origin,
  );
};
