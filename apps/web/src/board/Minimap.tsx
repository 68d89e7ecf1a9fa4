import { useEffect, useRef } from 'react';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { around, grow, type Rect } from './geometry.ts';
import { paintOverview, paintParts, paintWindow, type Frame } from './paint-overview.ts';
import { useBoardContent } from './use-board.ts';

const SIZE = { width: 168, height: 104 } as const;
/** What others change is seen here a little later, ms. */
const RENEW_MS = 200;
/** More are painted with all the rest. */
const MOST_PARTS = 400;

const WHOLE = { titles: false, without: new Set<string>() } as const;

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

const sameFrame = (one: Frame, other: Frame): boolean =>
  one.scale === other.scale && one.x === other.x && one.y === other.y;

/** The whole board small, with the window one looks through; a press goes there. For pointers only: keys have Fit and Find. */
export const Minimap = ({ session }: { session: BoardSession }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const content = useBoardContent(session);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const { camera } = session;
    // The board changes less often than the window moves over it: its picture is kept.
    const picture = document.createElement('canvas');
    let frame: Frame | null = null;
    /** What of it has changed since it was painted; null is all of it. */
    let stale: Rect[] | null = null;
    let pending: number | null = null;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const paint = (): void => {
      pending = null;
      const all = around([content.index.bounds(), camera.seen].filter((rect) => rect !== null));
      const context = element.getContext('2d');
      if (context === null || all === null || all.width === 0 || all.height === 0) return;
      const now = frameFor(grow(all, 60));
      if (stale === null || frame === null || !sameFrame(frame, now)) {
        frame = now;
        paintOverview(picture, session, frame, WHOLE);
      } else if (stale.length > 0) paintParts(picture, session, frame, WHOLE, stale);
      stale = [];
      if (element.width !== picture.width || element.height !== picture.height) {
        element.width = picture.width;
        element.height = picture.height;
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      context.drawImage(picture, 0, 0);
      context.scale(picture.width / SIZE.width, picture.height / SIZE.height);
      paintWindow(context, frame, camera.seen);
    };
    const plan = (): void => {
      pending ??= requestAnimationFrame(paint);
    };
    const renew = (parts: readonly Rect[] | null): void => {
      if (parts === null || stale === null || stale.length > MOST_PARTS) stale = null;
      else stale.push(...parts);
      waiting ??= setTimeout(() => {
        waiting = null;
        plan();
      }, RENEW_MS);
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
    const stops = [
      camera.onFrame(plan),
      content.index.onChange(({ parts }) => renew(parts)),
      session.ui.subscribe((ui, before) => {
        if (ui.selection !== before.selection || ui.shown !== before.shown) renew(null);
      }),
    ];
    plan();
    return () => {
      if (pending !== null) cancelAnimationFrame(pending);
      if (waiting !== null) clearTimeout(waiting);
      element.removeEventListener('pointerdown', go);
      element.removeEventListener('pointermove', go);
      stops.forEach((stop) => stop());
    };
  }, [session, content]);
  return <canvas ref={canvas} className={styles['minimap']} style={SIZE} aria-hidden="true" />;
};
