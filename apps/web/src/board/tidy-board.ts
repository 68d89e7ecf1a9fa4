import { clusterLayout, layOutBoard, type Move } from '@rapport/board/lay-out-board';
import { placeInGrid } from '@rapport/board/place-in-grid';
import type { BallotResults } from '@rapport/domain/ballot-results';
import { CARD_GAP, CARD_HEIGHT, type Card, type Point } from '@rapport/domain/card';
import type { ClusterId } from '@rapport/domain/ids';
import { translateNow } from '../messages/use-t.ts';
import { isDenied, offerUndo } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { HEADER } from './cluster-region.ts';
import { settle } from './settle.ts';

/**
 * How a board is tidied: clusters as blocks, the cards in no cluster as a grid, or clusters and cards by their score.
 * `sources`: of which cards and clusters each option grew that the ballot may have been about.
 */
export type Tidying =
  | { kind: 'clusters' }
  | { kind: 'loose' }
  | { kind: 'score'; results: BallotResults; sources?: ReadonlyMap<string, readonly string[]> };

/** Width of an empty cluster with the room beside it, board px. */
const EMPTY_STEP = 240 + 4 * CARD_GAP;

/**
 * The place of each card and cluster in a ballot's result, the best first; what it was not about comes after. What an
 * option grew from stands where the option does, with several options where the best of them does.
 */
const ranksOf = ({ results, sources }: Extract<Tidying, { kind: 'score' }>): ((id: string) => number) => {
  const ranks = new Map<string, number>();
  for (const [index, { subject }] of results.options.entries()) {
    for (const id of subject.kind === 'option' ? (sources?.get(subject.id) ?? []) : [subject.id]) {
      if (!ranks.has(id)) ranks.set(id, index);
    }
  }
  return (id) => ranks.get(id) ?? Number.POSITIVE_INFINITY;
};

/** What is equal keeps its order. */
const byRank =
  <T>(rank: (one: T) => number) =>
  (one: T, other: T): number => {
    const [a, b] = [rank(one), rank(other)];
    return a === b ? 0 : a - b;
  };

type Laid = { cards: Move[]; emptyClusters: { id: ClusterId; position: Point }[] };

/** Where everything on the board would lie. */
export const tidied = ({ records, index }: Pick<BoardSession, 'records' | 'index'>, tidying: Tidying): Laid => {
  const loose = records.membersOf(null);
  if (tidying.kind === 'loose') {
    const others = records.clusterIds().flatMap((id) => records.membersOf(id).map((card) => card.position));
    const regions = [...index.allRegions().values()].map(({ x, y }): Point => [x, y]);
    const spots = placeInGrid(loose.length, [...others, ...regions]);
    return { cards: loose.map(({ id }, n) => ({ id, position: spots[n] ?? [0, 0] })), emptyClusters: [] };
  }
  const rank = tidying.kind === 'score' ? ranksOf(tidying) : () => 0;
  const inOrder = (cards: readonly Card[]): Card[] => cards.toSorted(byRank(({ id }) => rank(id)));
  const order = index.inOrder();
  const clusters = records
    .clusterIds()
    .toSorted(byRank((id) => order.indexOf(id)))
    .map((id) => ({ id, cards: inOrder(records.membersOf(id)) }))
    // A cluster the ballot was not about stands where its best card does.
    .toSorted(byRank(({ id, cards }) => Math.min(rank(id), ...cards.map((card) => rank(card.id)))));
  const filled = clusters.filter(({ cards }) => cards.length > 0);
  const cards = clusterLayout(
    [...filled.map((one) => one.cards), inOrder(loose)].map((block) => block.map(({ id }) => id)),
  );
  const bottom = Math.max(-HEADER, ...cards.map(({ position }) => position[1] + CARD_HEIGHT + 4 * CARD_GAP));
  const emptyClusters = clusters
    .filter((one) => one.cards.length === 0)
    .map(({ id }, n) => ({ id, position: [n * EMPTY_STEP, bottom] as Point }));
  return { cards, emptyClusters };
};

/** Tidies the board for everybody, as one step to undo. */
export const tidy = (session: BoardSession, rights: BoardRights, tidying: Tidying): void => {
  if (isDenied(rights.edit)) return;
  const { cards, emptyClusters } = tidied(session, tidying);
  settle(session);
  if (!session.perform((doc, origin) => layOutBoard(doc, cards, origin, emptyClusters))) return;
  session.camera.fit(session.index.bounds());
  offerUndo(session, translateNow('tidy.said', { count: cards.length }));
};
