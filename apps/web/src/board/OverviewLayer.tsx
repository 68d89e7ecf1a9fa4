import { useEffect, useRef } from 'react';
import type { CardId } from '@rapport/domain/ids';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { OverviewPicture } from './overview-picture.ts';
import { useBoardContent } from './use-board.ts';

/** Far out the board is painted: thousands of cards as one picture, with the clusters' titles large. */
export const OverviewLayer = ({ session, mounted }: { session: BoardSession; mounted: readonly CardId[] }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const content = useBoardContent(session);
  useEffect(() => {
    if (canvas.current === null) return undefined;
    const picture = new OverviewPicture(canvas.current, session, new Set(mounted));
    const stops = [
      session.camera.onFrame(() => picture.look()),
      content.index.onChange(({ parts }) => picture.renew(parts)),
      session.ui.subscribe((ui, before) => {
        if (ui.selection !== before.selection || ui.shown !== before.shown) picture.renew(null);
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      picture.destroy();
    };
  }, [session, content, mounted]);
  return <canvas ref={canvas} className={styles['overview']} aria-hidden="true" />;
};
