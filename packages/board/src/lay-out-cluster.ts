import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, type Point } from '@rapport/domain/card';

/**
 * Places for the cards of a cluster (board px, in the order given): a compact block whose top left card stands at
 * `at`, two or three abreast for a handful, up to six for many.
 */
export const layOutCluster = (count: number, at: Point): Point[] => {
  const columns = Math.min(6, Math.max(1, Math.ceil(Math.sqrt(count))));
  return Array.from({ length: count }, (_, index) => [
    Math.round(at[0]) + (index % columns) * (CARD_WIDTH + CARD_GAP),
    Math.round(at[1]) + Math.floor(index / columns) * (CARD_HEIGHT + CARD_GAP),
  ]);
};
