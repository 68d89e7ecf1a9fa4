import type { Point } from '@rapport/domain/card';
import { around, type Rect } from './geometry.ts';

/** Board px around the members, and above them for title and count. */
export const PADDING = 16;
export const HEADER = 44;
const EMPTY: { width: number; height: number } = { width: 240, height: 132 };

/** The tinted region around a cluster's members; a cluster without any stands at its own place, else nowhere. */
export const clusterRegion = (members: readonly Rect[], place: Point | null): Rect | null => {
  const inner = around(members);
  if (inner !== null) {
    return {
      x: inner.x - PADDING,
      y: inner.y - HEADER,
      width: inner.width + 2 * PADDING,
      height: inner.height + HEADER + PADDING,
    };
  }
  return place === null ? null : { x: place[0], y: place[1], ...EMPTY };
};

const FOLDED: { width: number; height: number } = { width: 320, height: HEADER - 4 };

/** A folded cluster stands where its cards begin, and is no higher than its title. */
export const foldedRegion = ({ x, y }: Rect): Rect => ({ x, y, ...FOLDED });

/** The part of a region that holds its title: what one grasps, and what keys move to. */
export const headerOf = (region: Rect): Rect => ({ ...region, height: HEADER - 4 });
