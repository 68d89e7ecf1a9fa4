import type { BoardDeed } from '@rapport/board/board-deed';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardFilter } from './board-filter.ts';
import type { Pasted } from './pasted-cards.ts';

export type BoardDialog =
  | { kind: 'move-to-cluster'; cards: CardId[] }
  | { kind: 'merge-cluster'; cluster: ClusterId }
  | { kind: 'tags'; cards: CardId[] }
  | { kind: 'links'; cards: CardId[] }
  | { kind: 'tint'; cluster: ClusterId }
  | { kind: 'split'; cluster: ClusterId }
  | { kind: 'sign'; card: CardId }
  | { kind: 'paste'; pasted: Pasted | null }
  | { kind: 'tidy' }
  | { kind: 'card-texts'; card: CardId }
  | { kind: 'filter' }
  | { kind: 'find' }
  | { kind: 'print' }
  | { kind: 'bin' };

/** What this page shows of a board and nobody else needs to know. */
export type BoardUi = {
  selection: ReadonlySet<CardId>;
  /** Card or cluster where the board's one tab stop stands. */
  focused: string | null;
  /** Cluster whose commands are shown: the one that last had the focus. */
  cluster: ClusterId | null;
  /** Card open in the editor. `fresh`: it was made for this; how to undo that. It goes again if it stays empty. */
  editing: { card: CardId; fresh: BoardDeed | null; where: 'board' | 'outline' } | null;
  /** Cluster whose title is being written. */
  renaming: { cluster: ClusterId; where: 'board' | 'outline' } | null;
  /** Without dragging: arrows move these cards, or the whole cluster, by board px until they are placed or put back. */
  moving: { cards: CardId[]; cluster: ClusterId | null; dx: number; dy: number } | null;
  /** Pointer: cards under way. */
  dragging: ReadonlySet<string>;
  /** Card or cluster that would take what is being dragged. */
  dropTarget: string | null;
  /** Dragging on empty space selects instead of moving the board. */
  marquee: boolean;
  filter: BoardFilter | null;
  /** Cards the filter lets through; the others step back. Null while none is set. */
  shown: ReadonlySet<CardId> | null;
  /** Whole percent, for the toolbar. */
  zoomPercent: number;
  dialog: BoardDialog | null;
  /** Card whose menu is open. */
  menu: CardId | null;
  /** What is said of cards that others write on, where names are shown. */
  writers: ReadonlyMap<string, string>;
};

export type BoardUiStore = StoreApi<BoardUi>;

const NOTHING: ReadonlySet<never> = new Set<never>();

export const createBoardUi = (): BoardUiStore =>
  createStore<BoardUi>(() => ({
    selection: NOTHING,
    focused: null,
    cluster: null,
    editing: null,
    renaming: null,
    moving: null,
    dragging: NOTHING,
    dropTarget: null,
    marquee: false,
    filter: null,
    shown: null,
    zoomPercent: 100,
    dialog: null,
    menu: null,
    writers: new Map(),
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
  const { selection, cluster } = ui.getState();
  if (selection.size > 0 || cluster !== null) ui.setState({ selection: NOTHING, cluster: null });
};

/** Cards a command is about: the selection, else the card that has the focus. */
export const commandCards = ({ selection, focused }: BoardUi, isCard: (id: string) => boolean): CardId[] => {
  if (selection.size > 0) return [...selection];
  return focused !== null && isCard(focused) ? [focused as CardId] : [];
};
