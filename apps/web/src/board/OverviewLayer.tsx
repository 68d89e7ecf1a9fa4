import { useEffect, useRef } from 'react';
import type { CardId } from '@rapport/domain/ids';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { paintOverview } from './paint-overview.ts';
import { useBoardContent } from './use-board.ts';

/** Far out the board is painted: thousands of cards as one picture, with the clusters' titles large. */
export const OverviewLayer = ({ session, mounted }: { session: BoardSession; mounted: readonly CardId[] }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const content = useBoardContent(session);
  useEffect(() => {
    const paint = (): void => {
      const { camera } = session;
      if (canvas.current === null || camera.size.width === 0) return;
      const { x, y, zoom } = camera.view;
      paintOverview(
        canvas.current,
        session,
        { x, y, scale: zoom, ...camera.size },
        { titles: true, without: new Set(mounted) },
      );
    };
    const stops = [session.camera.onFrame(paint), content.index.onChange(paint), session.ui.subscribe(paint)];
    paint();
    return () => stops.forEach((stop) => stop());
  }, [session, content, mounted]);
  return <canvas ref={canvas} className={styles['overview']} aria-hidden="true" />;
};
