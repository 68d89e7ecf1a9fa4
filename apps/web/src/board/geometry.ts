import { CARD_HEIGHT, CARD_WIDTH, type Point } from '@rapport/domain/card';

/** A rectangle; in board px unless a name says otherwise. */
export type Rect = { x: number; y: number; width: number; height: number };
/** Size of the board's window on the screen, CSS px. */
export type Size = { width: number; height: number };

/** Where a card lies. */
export const cardRect = ([x, y]: Point): Rect => ({ x, y, width: CARD_WIDTH, height: CARD_HEIGHT });

export const rectBetween = ([ax, ay]: Point, [bx, by]: Point): Rect => ({
  x: Math.min(ax, bx),
  y: Math.min(ay, by),
  width: Math.abs(ax - bx),
  height: Math.abs(ay - by),
});

/** True when the two share an area; touching edges do not count. */
export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const contains = (rect: Rect, [x, y]: Point): boolean =>
  x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;

export const grow = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

/** The smallest rectangle around all; null for none. */
export const around = (rects: Iterable<Rect>): Rect | null => {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
};

export const centre = (rect: Rect): Point => [rect.x + rect.width / 2, rect.y + rect.height / 2];

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
