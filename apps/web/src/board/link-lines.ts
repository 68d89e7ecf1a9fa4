import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { BoardSession } from './board-session.ts';
import { centre, overlaps, type Rect } from './geometry.ts';

/** A quiet line from the edge of a card, or of the folded cluster it lies in, to a cluster it also matters to; board px. */
export type LinkLine = {
  card: CardId;
  cluster: ClusterId;
  from: readonly [number, number];
  to: readonly [number, number];
};

/** Where the line from the middle of a rectangle to a point leaves it. */
const edge = (rect: Rect, [x, y]: readonly [number, number]): [number, number] => {
  const [cx, cy] = centre(rect);
  const [dx, dy] = [x - cx, y - cy];
  const reach = Math.max(Math.abs(dx) / (rect.width / 2), Math.abs(dy) / (rect.height / 2));
  return reach <= 1 ? [cx, cy] : [cx + dx / reach, cy + dy / reach];
};

/** The lines of which something may be seen in a part of the board (board px); all of them without one. */
export const linkLines = ({ index, records }: Pick<BoardSession, 'index' | 'records'>, seen?: Rect): LinkLine[] => {
  const lines: LinkLine[] = [];
  for (const card of index.linked) {
    const start = index.placeOf(index.standIn(card));
    if (start === null) continue;
    for (const cluster of records.card(card)?.alsoIn ?? []) {
      const region = index.region(cluster);
      if (region === null || index.standIn(card) === cluster) continue;
      const from = edge(start, centre(region));
      const to = edge(region, centre(start));
      if (seen !== undefined && !overlaps(box(from, to), seen)) continue;
      lines.push({ card, cluster, from, to });
    }
  }
  return lines;
};

/** Around a line; never without area, or nothing would overlap it. */
const box = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): Rect => ({
  x: Math.min(ax, bx) - 1,
  y: Math.min(ay, by) - 1,
  width: Math.abs(ax - bx) + 2,
  height: Math.abs(ay - by) + 2,
});
