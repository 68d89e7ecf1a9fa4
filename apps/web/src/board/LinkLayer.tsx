import { useEffect, useRef } from 'react';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { grow } from './geometry.ts';
import { cellsOf, sameCells, type Cells } from './grid-index.ts';
import { linkLines, type LinkLine } from './link-lines.ts';
import { useBoardContent } from './use-board.ts';

const OVERSCAN = 512;

const pathOf = (lines: readonly LinkLine[]): string =>
  lines.map(({ from, to }) => `M${from.map(Math.round).join(' ')}L${to.map(Math.round).join(' ')}`).join('');

/**
 * "Also relevant to" as quiet lines under the cards: two paths for all of them, of what is in view or near it. Those of
 * what has the focus or is selected stand out; those of what is being dragged wait until it lies again.
 */
export const LinkLayer = ({ session }: { session: BoardSession }) => {
  const quiet = useRef<SVGPathElement>(null);
  const strong = useRef<SVGPathElement>(null);
  const content = useBoardContent(session);
  useEffect(() => {
    const { camera, ui } = session;
    let cells: Cells | null = null;
    const draw = (): void => {
      const { selection, focused, dragging } = ui.getState();
      const lines = linkLines(session, grow(camera.seen, OVERSCAN)).filter(
        ({ card, cluster }) => !dragging.has(card) && !dragging.has(cluster),
      );
      const isStrong = ({ card, cluster }: LinkLine): boolean =>
        selection.has(card) || focused === card || focused === cluster;
      quiet.current?.setAttribute('d', pathOf(lines.filter((line) => !isStrong(line))));
      strong.current?.setAttribute('d', pathOf(lines.filter(isStrong)));
    };
    const stops = [
      camera.onFrame(() => {
        const now = cellsOf(camera.seen);
        if (cells !== null && sameCells(cells, now)) return;
        cells = now;
        draw();
      }),
      content.index.onChange(draw),
      ui.subscribe((now, before) => {
        if (now.selection !== before.selection || now.focused !== before.focused || now.dragging !== before.dragging) {
          draw();
        }
      }),
    ];
    draw();
    return () => stops.forEach((stop) => stop());
  }, [session, content]);
  return (
    <svg className={styles['links']} aria-hidden="true">
      <path ref={quiet} />
      <path ref={strong} className={styles['strong']} />
    </svg>
  );
};
