import type { BoardContent } from '../board/board-session.ts';
import { cardTitle } from '../board/card-title.ts';
import { useT } from '../messages/use-t.ts';
import styles from './Print.module.css';

/** Below this many board px across, the page is wide enough for cards in their own size. */
const LEAST = { width: 900, height: 560 };

/** The board as it lies, on one page: places and titles; the words follow. Drawn in board px and scaled by the page. */
export const BoardMap = ({ content: { records, index } }: { content: BoardContent }) => {
  const t = useT();
  const bounds = index.bounds();
  if (bounds === null) return null;
  const box = {
    x: bounds.x - 16,
    y: bounds.y - 16,
    width: Math.max(LEAST.width, bounds.width + 32),
    height: Math.max(LEAST.height, bounds.height + 32),
  };
  return (
    <figure className={styles['map']} dir="ltr">
      <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} preserveAspectRatio="xMidYMid meet">
        {[...index.allRegions()].map(([id, { x, y, width, height }]) => {
          const cluster = records.cluster(id);
          return (
            <g key={id} className={styles[`colour${cluster?.colour ?? 1}`]}>
              <rect x={x} y={y} width={width} height={height} rx={16} className={styles['region']} />
              <foreignObject x={x + 8} y={y + 4} width={width - 16} height={34}>
                <p className={styles['regionTitle']} dir="auto">
                  {cluster?.title.trim() || t('board.cluster.untitled')}
                </p>
              </foreignObject>
            </g>
          );
        })}
        {[...index.cards.entries()].map(([id, { x, y, width, height }]) => {
          const card = records.card(id as Parameters<typeof records.card>[0]);
          return (
            card !== null && (
              <g key={id}>
                <rect x={x} y={y} width={width} height={height} rx={8} className={styles['place']} />
                <foreignObject x={x} y={y} width={width} height={height}>
                  <p className={styles['placeTitle']} dir="auto">
                    {cardTitle(t, card)}
                  </p>
                </foreignObject>
              </g>
            )
          );
        })}
      </svg>
    </figure>
  );
};
