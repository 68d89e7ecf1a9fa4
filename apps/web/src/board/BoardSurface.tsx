import { useEffect, useRef } from 'react';
import type { Point } from '@rapport/domain/card';
import { useT } from '../messages/use-t.ts';
import { BoardGestures } from './board-gestures.ts';
import { pressKey, stopMoving } from './board-keys.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { CardView } from './CardView.tsx';
import { ClusterTitleOverlay } from './ClusterTitleOverlay.tsx';
import { ClusterView } from './ClusterView.tsx';
import { keepTabStop } from './keep-tab-stop.ts';
import { OverviewLayer } from './OverviewLayer.tsx';
import { OwnPresenceSender } from './own-presence.ts';
import { PresenceLayer } from './presence-layer.ts';
import presenceStyles from './PresenceLayer.module.css';
import { SuggestionLayer } from './SuggestionLayer.tsx';
import { useBoardContent, useBoardDocument, useBoardUi } from './use-board.ts';
import { useVisible } from './use-visible.ts';

/** The canvas: what lies on the board, and everything pointer and keys do there. */
export const BoardSurface = ({
  session,
  rights,
  sharesPresence,
  onWrite,
}: {
  session: BoardSession;
  rights: BoardRights;
  /** False while people write in private: who points where is itself a leak then. */
  sharesPresence: boolean;
  /** A card is wanted: at a board point, or wherever there is room. */
  onWrite: (at: Point | null) => void;
}) => {
  const t = useT();
  const content = useBoardContent(session);
  const awareness = useBoardDocument(session, (state) => state.awareness);
  const isMarquee = useBoardUi(session, (ui) => ui.marquee);
  const { cards, clusters, overview } = useVisible(session, content);
  const surface = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const marquee = useRef<HTMLDivElement>(null);
  const presence = useRef<HTMLDivElement>(null);
  // Gestures outlive renders; they ask for what is true when a pointer moves.
  const now = useRef({ rights, onWrite, sharesPresence });
  useEffect(() => {
    now.current = { rights, onWrite, sharesPresence };
  });

  useEffect(() => {
    const [element, board, box] = [surface.current, world.current, marquee.current];
    if (element === null || board === null || box === null) return undefined;
    const { camera } = session;
    const sender = new OwnPresenceSender(() => session.live.store.getState().awareness);
    const gestures = new BoardGestures({
      surface: element,
      marquee: box,
      session,
      rights: () => now.current.rights,
      write: (at) => now.current.onWrite(at),
      point: (at) => sender.point(now.current.sharesPresence ? at : null),
      dragging: (drag) => sender.dragging(now.current.sharesPresence ? drag : null),
    });
    const resize = new ResizeObserver(() => {
      const first = camera.size.width === 0;
      camera.resize({ width: element.clientWidth, height: element.clientHeight });
      if (first) camera.open(session.index.bounds());
    });
    camera.attach(board);
    resize.observe(element);
    const stopZoom = camera.onFrame(() => {
      const zoomPercent = Math.round(camera.view.zoom * 100);
      if (zoomPercent !== session.ui.getState().zoomPercent) session.ui.setState({ zoomPercent });
    });
    return () => {
      gestures.destroy();
      sender.destroy();
      resize.disconnect();
      stopZoom();
      camera.attach(null);
    };
  }, [session]);

  useEffect(() => {
    if (surface.current === null) return undefined;
    return keepTabStop(session, content.index, surface.current);
  }, [session, content.index]);

  useEffect(() => {
    if (presence.current === null) return undefined;
    const layer = new PresenceLayer(presence.current, { session, index: content.index, awareness });
    return () => layer.destroy();
  }, [session, awareness, content.index]);

  return (
    <>
      <div
        ref={surface}
        role="listbox"
        aria-label={t('board.name')}
        aria-describedby="board-keys"
        aria-multiselectable="true"
        tabIndex={-1}
        dir="ltr"
        className={`${styles['surface']} ${isMarquee ? styles['selecting'] : ''}`}
        onFocus={(event) => {
          // A screen reader may go to any card directly.
          const { cardId, clusterId } = event.target.dataset;
          const id = cardId ?? clusterId;
          if (id !== undefined) session.ui.setState({ focused: id });
        }}
        onKeyDown={(event) => {
          if (event.defaultPrevented || event.nativeEvent.isComposing) return;
          if (
            event.target instanceof Element &&
            event.target.closest('input, textarea, [contenteditable=true]') !== null
          ) {
            return;
          }
          if (pressKey(event, { session, rights, write: () => onWrite(null) })) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) stopMoving(session, rights, true);
        }}
      >
        {overview && <OverviewLayer session={session} mounted={cards} />}
        <div ref={world} role="presentation" className={styles['world']}>
          {clusters.map((id) => (
            <ClusterView key={id} session={session} id={id} />
          ))}
          {cards.map((id) => (
            <CardView key={id} session={session} id={id} />
          ))}
          <SuggestionLayer session={session} />
        </div>
        <div ref={presence} className={presenceStyles['layer']} aria-hidden="true" />
        <div ref={marquee} className={styles['marquee']} hidden aria-hidden="true" />
      </div>
      <ClusterTitleOverlay session={session} rights={rights} />
    </>
  );
};
