import { useEffect, useRef } from 'react';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { around, grow, type Rect } from './geometry.ts';
import { paintOverview, type Frame } from './paint-overview.ts';
import { useBoardContent } from './use-board.ts';

const SIZE = { width: 168, height: 104 } as const;

/** How the minimap shows all of `rect`. */
const frameFor = (rect: Rect): Frame => {
  const scale = Math.min(SIZE.width / rect.width, SIZE.height / rect.height);
  return {
    scale,
    x: rect.x - (SIZE.width / scale - rect.width) / 2,
    y: rect.y - (SIZE.height / scale - rect.height) / 2,
    ...SIZE,
  };
};

/** The whole board small, with the window one looks through; a press goes there. For pointers only: keys have Fit and Find. */
export const Minimap = ({ session }: { session: BoardSession }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const content = useBoardContent(session);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const { camera } = session;
    let frame: Frame | null = null;
    let pending: number | null = null;
    const paint = (): void => {
      pending = null;
      const all = around([content.index.bounds(), camera.seen].filter((rect) => rect !== null));
      if (all === null || all.width === 0 || all.height === 0) return;
      frame = frameFor(grow(all, 60));
      paintOverview(element, session, frame, { titles: false, seen: camera.seen, without: new Set() });
    };
    const plan = (): void => {
      pending ??= requestAnimationFrame(paint);
    };
    const go = (event: PointerEvent): void => {
      if (frame === null || (event.type === 'pointermove' && event.buttons !== 1)) return;
      const { left, top } = element.getBoundingClientRect();
      const { zoom } = camera.view;
      camera.show({
        zoom,
        x: frame.x + (event.clientX - left) / frame.scale - camera.size.width / zoom / 2,
        y: frame.y + (event.clientY - top) / frame.scale - camera.size.height / zoom / 2,
      });
    };
    element.addEventListener('pointerdown', go);
    element.addEventListener('pointermove', go);
    const stops = [camera.onFrame(plan), content.index.onChange(plan), session.ui.subscribe(plan)];
    plan();
    return () => {
      if (pending !== null) cancelAnimationFrame(pending);
      element.removeEventListener('pointerdown', go);
      element.removeEventListener('pointermove', go);
      stops.forEach((stop) => stop());
    };
  }, [session, content]);
  return <canvas ref={canvas} className={styles['minimap']} style={SIZE} aria-hidden="true" />;
};
