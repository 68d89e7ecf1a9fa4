import { lazy, Suspense, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Point } from '@rapport/domain/card';
import type { ClusterId } from '@rapport/domain/ids';
import { useStore } from 'zustand';
import { announceFirstSight, firstSight } from '../connection/first-sight.ts';
import { useT } from '../messages/use-t.ts';
import { BoardGestures } from './board-gestures.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { CardView } from './CardView.tsx';
import { ClusterView } from './ClusterView.tsx';
import { keepTabStop } from './keep-tab-stop.ts';
import { pressKey, stopMoving } from './later-keys.ts';
import type { OwnPresenceSender } from './own-presence.ts';
import presenceStyles from './PresenceLayer.module.css';
import { useBoardContent, useBoardDocument, useBoardUi } from './use-board.ts';
import { useVisible } from './use-visible.ts';

const fetchOverview = () => import('./OverviewLayer.tsx');
const OverviewLayer = lazy(async () => ({ default: (await fetchOverview()).OverviewLayer }));
const LinkLayer = lazy(async () => ({ default: (await import('./LinkLayer.tsx')).LinkLayer }));
const SuggestionLayer = lazy(async () => ({ default: (await import('./SuggestionLayer.tsx')).SuggestionLayer }));

/** The canvas: what lies on the board, and everything pointer and keys do there. */
export const BoardSurface = ({
  session,
  rights,
  sharesPresence,
  namesWriters = false,
  onWrite,
}: {
  session: BoardSession;
  rights: BoardRights;
  /** False while people write in private: who points where is itself a leak then. */
  sharesPresence: boolean;
  /** Others may see on which card one writes. */
  namesWriters?: boolean;
  /** A card is wanted: at a board point, or wherever there is room. */
  onWrite: (at: Point | null) => void;
}) => {
  const t = useT();
  const content = useBoardContent(session);
  const awareness = useBoardDocument(session, (state) => state.awareness);
  const hasSuggestions = useStore(session.suggestions, (suggestions) => suggestions !== null);
  const hasLinks = useSyncExternalStore(
    useCallback((listener: () => void) => content.index.onChange(listener), [content]),
    () => content.index.linked.size > 0,
  );
  const isMarquee = useBoardUi(session, (ui) => ui.marquee);
  const { cards, clusters, overview } = useVisible(session, content);
  const surface = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const marquee = useRef<HTMLDivElement>(null);
  const presence = useRef<HTMLDivElement>(null);
  // Gestures outlive renders; they ask for what is true when a pointer moves.
  const now = useRef({ rights, onWrite, sharesPresence, namesWriters });
  useEffect(() => {
    now.current = { rights, onWrite, sharesPresence, namesWriters };
  });

  useEffect(() => {
    const [element, board, box] = [surface.current, world.current, marquee.current];
    if (element === null || board === null || box === null) return undefined;
    const { camera } = session;
    let sender: OwnPresenceSender | null = null;
    let gone = false;
    const tellWriting = (): void => {
      const { editing } = session.ui.getState();
      sender?.writing(now.current.sharesPresence && now.current.namesWriters ? (editing?.card ?? null) : null);
    };
    // What one does is told after the first cards; whoever writes by then is told of, too.
    const tell = async (): Promise<void> => {
      await firstSight;
      const { OwnPresenceSender: Sender } = await import('./own-presence.ts');
      if (gone) return;
      sender = new Sender(() => session.live.store.getState().awareness);
      tellWriting();
    };
    void tell();
    const gestures = new BoardGestures({
      surface: element,
      marquee: box,
      session,
      rights: () => now.current.rights,
      write: (at) => now.current.onWrite(at),
      point: (at) => sender?.point(now.current.sharesPresence ? at : null),
      dragging: (drag) => sender?.dragging(now.current.sharesPresence ? drag : null),
    });
    const stopWriting = session.ui.subscribe(tellWriting);
    const resize = new ResizeObserver(() => {
      const first = camera.size.width === 0;
      camera.resize({ width: element.clientWidth, height: element.clientHeight });
      if (first) camera.open(session.index.bounds());
    });
    camera.attach(board, grid.current);
    resize.observe(element);
    const stopZoom = camera.onFrame(() => {
      const zoomPercent = Math.round(camera.view.zoom * 100);
      if (zoomPercent !== session.ui.getState().zoomPercent) session.ui.setState({ zoomPercent });
    });
    return () => {
      stopWriting();
      gestures.destroy();
      gone = true;
      sender?.destroy();
      resize.disconnect();
      stopZoom();
      camera.attach(null);
    };
  }, [session]);

  const isSeen = cards.length > 0 || overview || content.records.cardIds().length === 0;
  useEffect(() => {
    if (!isSeen) return undefined;
    // What is rendered now is on the screen two frames later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(announceFirstSight);
    });
    return () => cancelAnimationFrame(frame);
  }, [isSeen]);

  useEffect(() => {
    if (surface.current === null) return undefined;
    return keepTabStop(session, content.index, surface.current);
  }, [session, content.index]);

  useEffect(() => {
    if (presence.current === null) return undefined;
    const element = presence.current;
    let layer: { destroy: () => void } | null = null;
    let gone = false;
    // Who else is here comes after the cards.
    const show = async (): Promise<void> => {
      await firstSight;
      const [{ PresenceLayer }] = await Promise.all([import('./presence-layer.ts'), fetchOverview()]);
      if (!gone) layer = new PresenceLayer(element, { session, index: content.index, awareness });
    };
    void show();
    return () => {
      gone = true;
      layer?.destroy();
    };
  }, [session, awareness, content.index]);

  return (
    <>
      <div
        ref={surface}
        role="listbox"
        data-region=""
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
          if (id !== undefined) {
            session.ui.setState({ focused: id, cluster: (clusterId ?? null) as ClusterId | null });
          }
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
          const to = event.relatedTarget;
          if (event.currentTarget.contains(to)) return;
          // The buttons that move carry on.
          if (to instanceof Element && to.closest('[data-moves]') !== null) return;
          stopMoving(session, rights, true);
        }}
      >
        <div ref={grid} className={styles['grid']} aria-hidden="true" />
        {overview && (
          <Suspense>
            <OverviewLayer session={session} mounted={cards} />
          </Suspense>
        )}
        <div ref={world} role="presentation" className={styles['world']}>
          {clusters.map((id) => (
            <ClusterView key={id} session={session} id={id} />
          ))}
          {hasLinks && !overview && (
            <Suspense>
              <LinkLayer session={session} />
            </Suspense>
          )}
          {cards.map((id) => (
            <CardView key={id} session={session} id={id} />
          ))}
          {hasSuggestions && (
            <Suspense>
              <SuggestionLayer session={session} />
            </Suspense>
          )}
        </div>
        <div ref={presence} className={presenceStyles['layer']} aria-hidden="true" />
        <div ref={marquee} className={styles['marquee']} hidden aria-hidden="true" />
      </div>
    </>
  );
};
