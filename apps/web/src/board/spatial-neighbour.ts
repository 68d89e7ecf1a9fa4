import { centre, type Rect } from './geometry.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much a step aside costs beside a step ahead. */
const ASIDE = 2;

/** `inLane`: straight ahead, however far. */
type Way = { id: string; inLane: boolean; cost: number };

/**
 * The thing an arrow key leads to: the nearest in the lane ahead of `from`, else the nearest that is more ahead than
 * aside. Null when there is nothing ahead. Ties go to the smaller id, so that a key always does the same.
 */
export const spatialNeighbour = (
  from: string,
  direction: Direction,
  places: Iterable<readonly [string, Rect]>,
): string | null => {
  const all = [...places];
  const start = all.find(([id]) => id === from)?.[1];
  if (start === undefined) return null;
  let best: Way | null = null;
  for (const [id, rect] of all) {
    const way = id === from ? null : wayTo(id, start, rect, direction);
    if (way !== null && (best === null || shorter(way, best))) best = way;
  }
  return best?.id ?? null;
};

const shorter = (a: Way, b: Way): boolean =>
  a.inLane === b.inLane ? a.cost < b.cost || (a.cost === b.cost && a.id < b.id) : a.inLane;

/** Null when `to` is not ahead. */
const wayTo = (id: string, from: Rect, to: Rect, direction: Direction): Way | null => {
  const [fromX, fromY] = centre(from);
  const [toX, toY] = centre(to);
  const across = direction === 'left' || direction === 'right';
  const ahead = across ? toX - fromX : toY - fromY;
  const forward = direction === 'right' || direction === 'down' ? ahead : -ahead;
  if (forward <= 0) return null;
  const aside = across ? gap(from.y, from.height, to.y, to.height) : gap(from.x, from.width, to.x, to.width);
  const off = Math.abs(across ? toY - fromY : toX - fromX);
  // More aside than ahead: another key leads there.
  if (aside > 0 && off > forward * 2) return null;
  return { id, inLane: aside === 0, cost: forward + aside * ASIDE + off * 0.25 };
};

/** Distance between two spans on one axis; 0 when they overlap. */
const gap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.max(0, b - (a + aLength), a - (b + bLength));

/** Height of a row in reading order, board px: half a card. */
const ROW = 64;

/** Ids from top to bottom, in rows of about half a card's height, from left to right within a row. */
export const readingOrder = (places: Iterable<readonly [string, Rect]>): string[] => {
  const sorted = [...places].toSorted((a, b) => a[1].y - b[1].y || a[1].x - b[1].x || (a[0] < b[0] ? -1 : 1));
  const order: string[] = [];
  let row: (readonly [string, Rect])[] = [];
  const finish = (): void => {
    row.sort((a, b) => a[1].x - b[1].x || a[1].y - b[1].y || (a[0] < b[0] ? -1 : 1));
    order.push(...row.map(([id]) => id));
    row = [];
  };
  for (const place of sorted) {
    if (row[0] !== undefined && place[1].y - row[0][1].y >= ROW) finish();
    row.push(place);
  }
  finish();
  return order;
};
