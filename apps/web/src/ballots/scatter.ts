import type { RatingResults } from '@rapport/domain/ballot-results';
import { marksOf } from './result-marks.ts';

/** Size of the drawing and the square in it that holds ratings 1 to 5, in its own units. */
export const SCATTER = { width: 400, height: 392, left: 48, top: 12, side: 340 } as const;
/** Ratings may lie on the edge: the square shows a little more than 1 to 5. */
const ROOM = 0.3;

/** The place of a rating along an axis. */
export const across = (rating: number): number => SCATTER.left + (SCATTER.side * (rating - 1 + ROOM)) / (4 + 2 * ROOM);
export const upwards = (rating: number): number => SCATTER.top + SCATTER.side - (across(rating) - SCATTER.left);

export type ScatterPoint = {
  id: string;
  mark: string;
  title: string;
  /** Where the dot stands: at the medians, or beside them where several options have the same. */
  x: number;
  y: number;
  box: { x: number; y: number; width: number; height: number };
  /** Of the first axis (upwards) and of the second (across). */
  medians: readonly [number, number];
};

/** Board px between dots that would cover each other. */
const APART = 22;

/** Medians with quartile boxes: the first axis upwards, the second across. Options without both are left out. */
export const scatterOf = (results: RatingResults): { points: ScatterPoint[]; left: number } => {
  const marks = marksOf(results.options);
  const placed = results.options.flatMap((line, index) => {
    const [up, along] = [line.axes[0].spread, line.axes[1].spread];
    if (up === null || along === null) return [];
    const [left, right] = along.quartiles.map(across);
    const [bottom, top] = up.quartiles.map(upwards);
    if (left === undefined || right === undefined || bottom === undefined || top === undefined) return [];
    return [
      {
        id: line.id,
        mark: marks[index] ?? '',
        title: line.title,
        x: across(along.median),
        y: upwards(up.median),
        box: { x: left, y: top, width: right - left, height: bottom - top },
        medians: [up.median, along.median] as const,
      },
    ];
  });
  const same = Map.groupBy(placed, ({ x, y }) => `${x} ${y}`);
  const points = placed.map((point) => {
    const together = same.get(`${point.x} ${point.y}`) ?? [point];
    const shift = (together.indexOf(point) - (together.length - 1) / 2) * APART;
    return { ...point, x: point.x + shift };
  });
  return { points, left: results.options.length - points.length };
};
