import type * as Y from 'yjs';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { BoardDeed } from './board-deed.ts';
import { performDeed } from './perform-deed.ts';

/**
 * Says that cards matter to a cluster besides their own ("also relevant to"), or no longer. Returns the inverse; null
 * when nothing changed, as when the cluster has gone.
 */
export const linkCards = (
  doc: Y.Doc,
  { cards, cluster, linked = true }: { cards: readonly CardId[]; cluster: ClusterId; linked?: boolean },
  origin: unknown,
): BoardDeed | null => {
  const changes = cards.map((card) => ({ card, key: 'also' as const, also: cluster, from: !linked, to: linked }));
  return performDeed(doc, { name: 'link-cards', changes }, origin);
};
