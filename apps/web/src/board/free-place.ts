import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, type Point } from '@rapport/domain/card';
import { overlaps, type Rect, type Size } from './geometry.ts';

const STEP_X = CARD_WIDTH + CARD_GAP;
const STEP_Y = CARD_HEIGHT + CARD_GAP;
/** Steps to each side that are tried before something is put on top of something else. */
const REACH = 8;

/** Steps by how far they lead, the way down before the way up. */
const STEPS: readonly Point[] = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, n): Point => {
  const side = 2 * REACH + 1;
  return [(n % side) - REACH, Math.floor(n / side) - REACH];
}).toSorted((a, b) => length(a) - length(b));

function length([x, y]: Point): number {
  return x * x * STEP_X * STEP_X + y * y * STEP_Y * STEP_Y + (y < 0 ? 1 : 0) + (x < 0 ? 0.5 : 0);
}

/** The place for a block of this size nearest to `at` (its top left corner) where nothing lies yet; else `at`. */
export const freePlace = (at: Point, { width, height }: Size, occupied: (rect: Rect) => boolean): Point => {
  for (const [x, y] of STEPS) {
    const place: Point = [at[0] + x * STEP_X, at[1] + y * STEP_Y];
    if (!occupied({ x: place[0], y: place[1], width, height })) return place;
  }
  return at;
};

/** Places for cards that join others: rows below the block they join, as wide as it. */
export const placesBelow = (block: Rect, count: number): Point[] => {
  const columns = Math.max(1, Math.floor((block.width + CARD_GAP) / STEP_X));
  return Array.from({ length: count }, (_, n) => [
    block.x + (n % columns) * STEP_X,
    block.y + block.height + CARD_GAP + Math.floor(n / columns) * STEP_Y,
  ]);
};

/** Whether any of `rects` shares an area with another one. */
export const occupies =
  (rects: Iterable<Rect>): ((rect: Rect) => boolean) =>
  (rect) => {
    for (const one of rects) if (overlaps(one, rect)) return true;
    return false;
  };
