import type { BoardDeed } from '@rapport/board/board-deed';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type BoardDialog =
  | { kind: 'move-to-cluster'; cards: CardId[] }
  | { kind: 'merge-cluster'; cluster: ClusterId }
  | { kind: 'sign'; card: CardId }
  | { kind: 'find' }
  | { kind: 'bin' };

/** What this page shows of a board and nobody else needs to know. */
export type BoardUi = {
  selection: ReadonlySet<CardId>;
  /** Card or cluster where the board's one tab stop stands. */
  focused: string | null;
  /** Card open in the editor. `fresh`: it was made for this; how to undo that. It goes again if it stays empty. */
  editing: { card: CardId; fresh: BoardDeed | null; where: 'board' | 'outline' } | null;
  /** Cluster whose title is being written. */
  renaming: { cluster: ClusterId; where: 'board' | 'outline' } | null;
  /** Keyboard: arrows move these cards by board px until Enter or Esc. */
  moving: { cards: CardId[]; dx: number; dy: number } | null;
  /** Pointer: cards under way. */
  dragging: ReadonlySet<string>;
  /** Card or cluster that would take what is being dragged. */
  dropTarget: string | null;
  /** Dragging on empty space selects instead of moving the board. */
  marquee: boolean;
  /** Whole percent, for the toolbar. */
  zoomPercent: number;
  dialog: BoardDialog | null;
};

export type BoardUiStore = StoreApi<BoardUi>;

const NOTHING: ReadonlySet<never> = new Set<never>();

export const createBoardUi = (): BoardUiStore =>
  createStore<BoardUi>(() => ({
    selection: NOTHING,
    focused: null,
    editing: null,
    renaming: null,
    moving: null,
    dragging: NOTHING,
    dropTarget: null,
    marquee: false,
    zoomPercent: 100,
    dialog: null,
  }));

export const select = (ui: BoardUiStore, cards: Iterable<CardId>): void => {
  ui.setState({ selection: new Set(cards) });
};

export const toggleSelected = (ui: BoardUiStore, card: CardId): void => {
  const selection = new Set(ui.getState().selection);
  if (!selection.delete(card)) selection.add(card);
  ui.setState({ selection });
};

export const clearSelection = (ui: BoardUiStore): void => {
  if (ui.getState().selection.size > 0) ui.setState({ selection: NOTHING });
};

/** Cards a command is about: the selection, else the card that has the focus. */
export const commandCards = ({ selection, focused }: BoardUi, isCard: (id: string) => boolean): CardId[] => {
  if (selection.size > 0) return [...selection];
  return focused !== null && isCard(focused) ? [focused as CardId] : [];
};
