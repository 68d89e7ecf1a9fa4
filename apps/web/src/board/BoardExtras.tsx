import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { cardsInSight, watchReading } from '../reading/watch-reading.ts';
import { BoardDialogs } from './BoardDialogs.tsx';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { CardEditor } from './CardEditor.tsx';
import { ClusterTitleOverlay } from './ClusterTitleOverlay.tsx';
import { Minimap } from './Minimap.tsx';
import { useBoardUi } from './use-board.ts';

// Only leaders ask for suggestions, and seldom.
const SuggestionsPanel = lazy(async () => ({ default: (await import('./SuggestionsPanel.tsx')).SuggestionsPanel }));

/** What stands over the board and is not needed to see it: editors, dialogs, the minimap. Loaded after the first cards. */
export const BoardExtras = ({ session, rights }: { session: BoardSession; rights: BoardRights }) => {
  const editing = useBoardUi(session, (ui) => ui.editing);
  const hasSuggestions = useStore(session.suggestions, (suggestions) => suggestions !== null);
  useEffect(() => watchReading(session, () => cardsInSight(session)), [session]);
  return (
    <>
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
      <BoardDialogs session={session} rights={rights} where="board" />
    </>
  );
};
