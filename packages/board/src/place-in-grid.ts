import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, type Point } from '@rapport/domain/card';

const STEP_X = CARD_WIDTH + CARD_GAP;
const STEP_Y = CARD_HEIGHT + CARD_GAP;
/** A block of cards beside others stands this many px away from them. */
const APART = 4 * CARD_GAP;
/** Width to height of a screen, which a board at rest should fill. */
const SCREEN = 16 / 10;

const columnsFor = (count: number): number =>
  Math.max(1, Math.min(count, Math.round(Math.sqrt((count * SCREEN * STEP_Y) / STEP_X))));

/**
 * Free spots for `count` cards (board px, top left corners) in a grid, row by row: at the origin of an empty board,
 * else to the right of what is there or below it, whichever keeps the board nearer to the shape of a screen. Knows
 * only places, so the same board always gives the same grid.
 */
export const placeInGrid = (count: number, occupied: readonly Point[]): Point[] => {
  const columns = columnsFor(count);
  const [startX, startY] = startOf(columns, Math.ceil(count / columns), occupied);
  return Array.from({ length: count }, (_, index) => [
    startX + (index % columns) * STEP_X,
    startY + Math.floor(index / columns) * STEP_Y,
  ]);
};

/** How far a rectangle is from the shape of a screen. */
const shape = (width: number, height: number): number => Math.abs(Math.log(width / height / SCREEN));

const startOf = (columns: number, rows: number, occupied: readonly Point[]): Point => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of occupied) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + CARD_WIDTH);
    bottom = Math.max(bottom, y + CARD_HEIGHT);
  }
  if (occupied.length === 0) return [0, 0];
  const [width, height] = [columns * STEP_X - CARD_GAP, rows * STEP_Y - CARD_GAP];
  const beside = shape(right - left + APART + width, Math.max(bottom - top, height));
  const below = shape(Math.max(right - left, width), bottom - top + APART + height);
  return beside < below ? [Math.round(right + APART), Math.round(top)] : [Math.round(left), Math.round(bottom + APART)];
};
