import type { BoardDeed } from '@rapport/board/board-deed';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A cluster the server proposes, until somebody takes it or leaves it. */
export type Suggestion = {
  /** Its number in the list, for the outlines; it keeps it while others go. */
  number: number;
  title: string;
  /** With the cluster each card was in when the proposal was made. */
  cards: readonly { id: CardId; cluster: ClusterId | null }[];
};

export type Suggestions = {
  open: readonly Suggestion[];
  /** With what takes each back. */
  taken: readonly { suggestion: Suggestion; inverse: BoardDeed }[];
  /** Cards that fit nowhere. */
  left: number;
  /** The one that is being looked at: its outlines are drawn strongly. */
  shown: number | null;
};

/** Null while none are asked for. */
export type SuggestionStore = StoreApi<Suggestions | null>;

export const createSuggestionStore = (): SuggestionStore => createStore<Suggestions | null>(() => null);
