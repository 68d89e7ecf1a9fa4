import type { BoardRecords } from '@rapport/board/board-records';
import type { CardId, ClusterId } from '@rapport/domain/ids';

/** A line of the outline: the head of a cluster, or a card. */
export type LineId = CardId | ClusterId;

/** Every line from top to bottom: each cluster's head with its cards, then the cards without a cluster. */
export const outlineOrder = (records: BoardRecords): readonly LineId[] => [
  ...records.clusterIds().flatMap((id) => [id, ...records.membersOf(id).map((card) => card.id)]),
  ...records.membersOf(null).map((card) => card.id),
];
