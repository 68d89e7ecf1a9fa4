import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { DocumentNotices } from '../documents/DocumentNotices.tsx';
import { useT } from '../messages/use-t.ts';
import { cardsInSight, watchReading } from '../reading/watch-reading.ts';
import { BoardBars } from './BoardBars.tsx';
import { BoardDialogs } from './BoardDialogs.tsx';
import { deniedBesideTools, type BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { BoardToolbar, ZoomButtons } from './BoardToolbar.tsx';
import styles from './BoardView.module.css';
import { CardEditor } from './CardEditor.tsx';
import { ClusterTitleOverlay } from './ClusterTitleOverlay.tsx';
import { Minimap } from './Minimap.tsx';
import { useBoardUi } from './use-board.ts';
import { useClipboard } from './use-clipboard.ts';

const FilterStrip = lazy(async () => ({ default: (await import('./FilterStrip.tsx')).FilterStrip }));
const CardMenu = lazy(async () => ({ default: (await import('./CardMenu.tsx')).CardMenu }));
// Only leaders ask for suggestions, and seldom.
const SuggestionsPanel = lazy(async () => ({ default: (await import('./SuggestionsPanel.tsx')).SuggestionsPanel }));

/**
 * What stands over the board and is not needed to see it: tools, notices, editors, dialogs, the minimap. Loaded after
 * the first cards.
 */
export const BoardExtras = ({
  session,
  rights,
  onWrite,
}: {
  session: BoardSession;
  rights: BoardRights;
  onWrite: () => void;
}) => {
  const t = useT();
  const denied = deniedBesideTools(rights);
  const isFiltered = useBoardUi(session, (ui) => ui.filter !== null);
  useClipboard(session, rights);
  const editing = useBoardUi(session, (ui) => ui.editing);
  const menu = useBoardUi(session, (ui) => ui.menu);
  const hasSuggestions = useStore(session.suggestions, (suggestions) => suggestions !== null);
  useEffect(() => watchReading(session, () => cardsInSight(session)), [session]);
  return (
    <>
      <div className={styles['notices']}>
        <DocumentNotices live={session.live} />
        {isFiltered && (
          <Suspense>
            <FilterStrip session={session} onBoard />
          </Suspense>
        )}
      </div>
      <div data-region="" className={styles['bottom']} data-foot="">
        {denied !== null && (
          <p className={styles['denied']} role="status">
            {t(`board.denied.${denied}`)}
          </p>
        )}
        <BoardBars session={session} rights={rights} />
        <BoardToolbar session={session} rights={rights} onWrite={onWrite} />
      </div>
      <ZoomButtons session={session} />
      <ClusterTitleOverlay session={session} rights={rights} />
      <Minimap session={session} />
      {hasSuggestions && (
        <Suspense>
          <SuggestionsPanel session={session} rights={rights} />
        </Suspense>
      )}
      {editing?.where === 'board' && (
        <CardEditor key={editing.card} session={session} rights={rights} card={editing.card} />
      )}
      {menu !== null && (
        <Suspense>
          <CardMenu key={menu} session={session} rights={rights} card={menu} />
        </Suspense>
      )}
      <BoardDialogs session={session} rights={rights} where="board" />
    </>
  );
};
