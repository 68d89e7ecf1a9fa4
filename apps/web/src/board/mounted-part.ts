import { grow, type Rect } from './geometry.ts';

/** Board px around the window in which things are mounted before they come into view: fewer where many are in view. */
const AHEAD = { near: 256, far: 128 } as const;
/** Zoom from which on it is near. */
const NEAR = 0.5;
/** A part this many times as wide as the window holds too much: one has come closer since. */
const TOO_WIDE = 2.5;

/** The part of the board whose things are mounted while this much of it is seen. */
export const partToMount = (seen: Rect, zoom: number): Rect => grow(seen, zoom < NEAR ? AHEAD.far : AHEAD.near);

/** False once something may be in view that is not mounted, or far too much is. */
export const stillFits = (mounted: Rect, seen: Rect): boolean =>
  mounted.x <= seen.x &&
  mounted.y <= seen.y &&
  mounted.x + mounted.width >= seen.x + seen.width &&
  mounted.y + mounted.height >= seen.y + seen.height &&
  mounted.width <= TOO_WIDE * seen.width + 2 * AHEAD.near;
