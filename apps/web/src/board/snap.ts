import { CARD_GAP } from '@rapport/domain/card';
import { centre, type Rect } from './geometry.ts';

/** A line along which what is dragged lies level with something; board px. */
export type Guide = { axis: 'x' | 'y'; at: number; from: number; to: number };

export type Snapped = { dx: number; dy: number; guides: Guide[] };

type Meeting = { shift: number; at: number };

/** How far a span has to go so that it lies level with another one, or as far beside it as cards in a grid do. */
const meetings = (from: number, size: number, other: number, otherSize: number): Meeting[] => {
  const [end, otherEnd] = [from + size, other + otherSize];
  return [
    { shift: other - from, at: other },
    { shift: otherEnd - end, at: otherEnd },
    { shift: otherEnd + CARD_GAP - from, at: otherEnd + CARD_GAP },
    { shift: other - CARD_GAP - end, at: other - CARD_GAP },
  ];
};

type Best = Meeting & { other: Rect; far: number };

/** How far the middles of two rectangles lie apart. */
const apart = (one: Rect, other: Rect): number => {
  const [[ax, ay], [bx, by]] = [centre(one), centre(other)];
  return Math.hypot(ax - bx, ay - by);
};

/** The smallest shift; of equal ones that to the nearest thing. */
const nearer = (best: Best | null, found: readonly Meeting[], other: Rect, far: number, reach: number): Best | null =>
  found.reduce<Best | null>((now, one) => {
    const [size, least] = [Math.abs(one.shift), Math.abs(now?.shift ?? Number.POSITIVE_INFINITY)];
    const isNearer = size < least || (size === least && far < (now?.far ?? 0));
    return size <= reach && isNearer ? { ...one, other, far } : now;
  }, best);

/**
 * The small shift (board px, at most `reach` on each axis) that brings a rectangle level with the things around it, and
 * the lines that show with what. Nothing near, no shift.
 */
export const snap = (moving: Rect, others: Iterable<Rect>, reach: number): Snapped => {
  let [x, y]: [Best | null, Best | null] = [null, null];
  for (const other of others) {
    const far = apart(moving, other);
    x = nearer(x, meetings(moving.x, moving.width, other.x, other.width), other, far, reach);
    y = nearer(y, meetings(moving.y, moving.height, other.y, other.height), other, far, reach);
  }
  const [dx, dy] = [x?.shift ?? 0, y?.shift ?? 0];
  const [left, top] = [moving.x + dx, moving.y + dy];
  const guides: Guide[] = [];
  if (x !== null) {
    const { at, other } = x;
    guides.push({
      axis: 'x',
      at,
      from: Math.min(top, other.y),
      to: Math.max(top + moving.height, other.y + other.height),
    });
  }
  if (y !== null) {
    const { at, other } = y;
    guides.push({
      axis: 'y',
      at,
      from: Math.min(left, other.x),
      to: Math.max(left + moving.width, other.x + other.width),
    });
  }
  return { dx, dy, guides };
};
