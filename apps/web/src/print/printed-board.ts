import type { Card } from '@rapport/domain/card';
import type { BoardCluster } from '@rapport/board/read-board';
import type { BoardContent } from '../board/board-session.ts';

export type PaperSize = 'a4' | 'a3';

/** A cluster with its cards as they follow each other on paper; null for the cards in none. */
export type PrintedCluster = { cluster: BoardCluster | null; cards: readonly Card[] };

/** What is on the board, cluster by cluster as in the outline. Nothing of it is anybody's but the cards' own words. */
export const readPrinted = ({ records }: BoardContent): readonly PrintedCluster[] =>
  [
    ...records.clusterIds().map((id) => ({ cluster: records.cluster(id), cards: records.membersOf(id) })),
    { cluster: null, cards: records.membersOf(null) },
  ].filter(({ cluster, cards }) => cluster !== null || cards.length > 0);

/** Cut out by eight, in the same order. */
const CUT_OUTS_PER_PAGE = 8;

export const cutOutPages = (clusters: readonly PrintedCluster[]): { card: Card; cluster: BoardCluster | null }[][] => {
  const all = clusters.flatMap(({ cluster, cards }) => cards.map((card) => ({ card, cluster })));
  return Array.from({ length: Math.ceil(all.length / CUT_OUTS_PER_PAGE) }, (_, page) =>
    all.slice(page * CUT_OUTS_PER_PAGE, (page + 1) * CUT_OUTS_PER_PAGE),
  );
};

/** How large a cut-out's title is set: as large as it fits. */
export const titleSize = (title: string): 'large' | 'middle' | 'tight' =>
  title.length <= 45 ? 'large' : title.length <= 100 ? 'middle' : 'tight';
