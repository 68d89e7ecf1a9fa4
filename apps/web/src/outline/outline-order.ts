import type { BoardRecords } from '@rapport/board/board-records';
import type { CardId, ClusterId } from '@rapport/domain/ids';

/** A line of the outline: the head of a cluster, or a card. */
export type LineId = CardId | ClusterId;

/** Cards a filter lets through; null while none is set. */
export type ShownCards = ReadonlySet<CardId> | null;

export const isShown = (shown: ShownCards, card: CardId): boolean => shown === null || shown.has(card);

/**
 * Every line from top to bottom: each cluster's head with its cards, then the cards without a cluster. While a filter is
 * set, only cards it lets through and clusters that have some.
 */
export const outlineOrder = (records: BoardRecords, shown: ShownCards): readonly LineId[] => [
  ...records.clusterIds().flatMap((id) => {
    const cards = linesOf(records, id, shown);
    return shown !== null && cards.length === 0 ? [] : [id, ...cards];
  }),
  ...linesOf(records, null, shown),
];

const linesOf = (records: BoardRecords, cluster: ClusterId | null, shown: ShownCards): CardId[] =>
  records
    .membersOf(cluster)
    .map((card) => card.id)
    .filter((id) => isShown(shown, id));
