import type * as Y from 'yjs';
import type { Card, Cluster, Point } from '@rapport/domain/card';
import type { OptionId } from '@rapport/domain/ids';
import { assignCards } from './assign-cards.ts';
import { binCards } from './bin-cards.ts';
import { dissolveCluster } from './dissolve-cluster.ts';
import { groupCards } from './group-cards.ts';
import { linkCards } from './link-cards.ts';
import { clusterMap } from './layout.ts';
import { readBoard } from './read-board.ts';
import type { BoardOption } from './read-options.ts';
import { renameCluster } from './rename-cluster.ts';
import { restoreCards } from './restore-cards.ts';
import { setCardText } from './set-card-text.ts';
import { collapseCluster } from './set-cluster.ts';
import { setOptionText } from './set-option-text.ts';
import { tagCards } from './tag-cards.ts';

/** A board as it once stood. */
export type EarlierBoard = {
  /** Boards kept before there were tags and links have none. */
  cards: readonly (Omit<Card, 'tags' | 'alsoIn'> & Partial<Pick<Card, 'tags' | 'alsoIn'>>)[];
  clusters: readonly (Cluster & { position: Point | null; collapsed?: boolean })[];
  /** Live texts of options; boards kept before there were any have none. */
  options?: readonly BoardOption[];
};

/**
 * Brings a board back to how it once stood, in one transaction, by what anybody could do by hand: texts, places,
 * clusters and the bin. Cards that came later go into the bin; clusters that came later are dissolved. Cards that are
 * not on the board any more have been withdrawn and stay away. Texts of options come back where `mayWrite` says so; no
 * option comes or goes. For the server. Returns how many cards stand as then.
 */
export const restoreBoard = (
  doc: Y.Doc,
  earlier: EarlierBoard,
  origin: unknown,
  mayWrite: (id: OptionId) => boolean = () => true,
): number =>
  doc.transact(() => {
    const now = new Map(readBoard(doc).cards.map((card) => [card.id, card]));
    const wanted = earlier.cards.filter(({ id }) => now.has(id));
    for (const { id, title, colour, position, collapsed = false } of earlier.clusters) {
      const made = groupCards(doc, { id, title, colour, ...(position !== null && { position }), cards: [] }, origin);
      collapseCluster(doc, id, collapsed, origin);
      if (made !== null) continue;
      renameCluster(doc, id, title, origin);
      const map = clusterMap(doc, id);
      if (map?.get('colour') !== colour) map?.set('colour', colour);
      if (position !== null) map?.set('position', position);
    }
    for (const { id, title, body } of wanted) setCardText(doc, { id, title, body }, origin);
    const bin = (binned: boolean): Card['id'][] => wanted.filter((card) => card.binned === binned).map(({ id }) => id);
    restoreCards(doc, bin(false), origin);
    const then = new Set(wanted.map(({ id }) => id));
    binCards(doc, [...bin(true), ...[...now.keys()].filter((id) => !then.has(id))], origin);
    for (const cluster of [null, ...earlier.clusters.map(({ id }) => id)]) {
      assignCards(
        doc,
        cluster,
        wanted.filter((card) => card.cluster === cluster),
        origin,
      );
    }
    for (const card of wanted) restoreMarks(doc, card, now.get(card.id), origin);
    const kept = new Set<string>(earlier.clusters.map(({ id }) => id));
    for (const { id } of readBoard(doc).clusters) if (!kept.has(id)) dissolveCluster(doc, id, origin);
    for (const { id, ...text } of earlier.options ?? []) if (mayWrite(id)) setOptionText(doc, id, text, origin);
    return wanted.length;
  }, origin);

type Marks = Partial<Pick<Card, 'tags' | 'alsoIn'>> & Pick<Card, 'id'>;

const gone = <T>(before: readonly T[] | undefined, wanted: readonly T[] | undefined): T[] =>
  (before ?? []).filter((one) => !(wanted ?? []).includes(one));

/** Gives a card the tags and further clusters it had then; those that came since go first, to make room. */
const restoreMarks = (doc: Y.Doc, then: Marks, now: Marks | undefined, origin: unknown): void => {
  const cards = [then.id];
  for (const tag of gone(now?.tags, then.tags)) tagCards(doc, { cards, tag, tagged: false }, origin);
  for (const tag of then.tags ?? []) tagCards(doc, { cards, tag }, origin);
  for (const cluster of gone(now?.alsoIn, then.alsoIn)) linkCards(doc, { cards, cluster, linked: false }, origin);
  for (const cluster of then.alsoIn ?? []) linkCards(doc, { cards, cluster }, origin);
};
