import { useStore } from 'zustand';
import type { BoardSession } from './board-session.ts';
import { standingCards } from './suggest-clusters.ts';
import styles from './Suggestions.module.css';
import { useBoardCards } from './use-board.ts';

/** Proposed clusters as outlines around their cards, numbered like the list: what would happen, before it does. */
export const SuggestionLayer = ({ session }: { session: BoardSession }) => {
  const suggestions = useStore(session.suggestions);
  return suggestions === null ? null : <Outlines session={session} />;
};

const Outlines = ({ session }: { session: BoardSession }) => {
  const suggestions = useStore(session.suggestions);
  // Drawn anew when a card has moved or gone.
  useBoardCards();
  return suggestions?.open.flatMap((suggestion) =>
    standingCards(session, suggestion).map((id) => {
      const rect = session.index.cards.rectOf(id);
      if (rect === undefined) return null;
      const isShown = suggestions.shown === suggestion.number;
      return (
        <div
          key={id}
          aria-hidden="true"
          className={`${styles['outline']} ${isShown ? styles['shown'] : ''}`}
          style={{ transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.width, height: rect.height }}
        >
          <span>{suggestion.number}</span>
        </div>
      );
    }),
  );
};
