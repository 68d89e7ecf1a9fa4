import type { Point } from '@rapport/domain/card';
import type { Rect, Size } from './geometry.ts';

/** What part of the board one sees: the board point in the window's top left corner, and screen px per board px. */
export type Viewport = { x: number; y: number; zoom: number };

/** `overview`: below it cards are painted, not mounted. */
export const ZOOM = { min: 0.08, max: 3, overview: 0.4, step: 1.25 } as const;

const clampZoom = (zoom: number): number => Math.min(ZOOM.max, Math.max(ZOOM.min, zoom));

export const toBoard = (view: Viewport, [x, y]: Point): Point => [view.x + x / view.zoom, view.y + y / view.zoom];

export const toScreen = (view: Viewport, [x, y]: Point): Point => [(x - view.x) * view.zoom, (y - view.y) * view.zoom];

/** Moves the board under the window by screen px: positive `dx` brings what lies to the left into view. */
export const panBy = (view: Viewport, dx: number, dy: number): Viewport => ({
  ...view,
  x: view.x - dx / view.zoom,
  y: view.y - dy / view.zoom,
});

/** Zooms so that the board point under `at` (screen px) stays where it is. */
export const zoomTo = (view: Viewport, at: Point, zoom: number): Viewport => {
  const next = clampZoom(zoom);
  const [x, y] = toBoard(view, at);
  return { zoom: next, x: x - at[0] / next, y: y - at[1] / next };
};

export const visibleRect = (view: Viewport, size: Size): Rect => ({
  x: view.x,
  y: view.y,
  width: size.width / view.zoom,
  height: size.height / view.zoom,
});

/** Shows all of `rect` with `padding` screen px around it, centred, never larger than `most`. */
export const fitRect = (rect: Rect, size: Size, padding: number, most = 1): Viewport => {
  const across = Math.max(1, size.width - 2 * padding);
  const down = Math.max(1, size.height - 2 * padding);
  const zoom = clampZoom(Math.min(most, across / Math.max(1, rect.width), down / Math.max(1, rect.height)));
  return {
    zoom,
    x: rect.x + rect.width / 2 - size.width / 2 / zoom,
    y: rect.y + rect.height / 2 - size.height / 2 / zoom,
  };
};

/** The smallest move that brings `rect` into the window with `padding` screen px around it; the same when it is in. */
export const reveal = (view: Viewport, rect: Rect, size: Size, padding: number): Viewport => {
  const room = padding / view.zoom;
  const seen = visibleRect(view, size);
  const shift = (from: number, length: number, start: number, span: number): number => {
    if (from - room < start || length + 2 * room > span) return from - room - start;
    return Math.max(0, from + length + room - (start + span));
  };
  const dx = shift(rect.x, rect.width, seen.x, seen.width);
  const dy = shift(rect.y, rect.height, seen.y, seen.height);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
};
