import type { BoardDeed } from '@rapport/board/board-deed';
import { BoardRecords } from '@rapport/board/board-records';
import { newId, type CardId, type ClusterId, type GroupId } from '@rapport/domain/ids';
import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LiveDocument } from '../documents/live-document.ts';
import { BoardIndex } from './board-index.ts';
import { createBoardUi, type BoardUiStore } from './board-ui.ts';
import { Camera } from './camera.ts';
import { createSuggestionStore, type SuggestionStore } from './suggestion-store.ts';
import { UndoStack, type UndoOutcome } from './undo-stack.ts';

/** Origin of board deeds made in this page. */
const DEED = 'board-deed';

/** The document as it is read; another one after a refusal. */
export type BoardContent = { doc: Y.Doc; records: BoardRecords; index: BoardIndex };

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
export const newCardId = (): CardId => newId(randomBytes) as CardId;
export const newClusterId = (): ClusterId => newId(randomBytes) as ClusterId;

/** One group's board open in this page: its document, what is shown of it, and one's own undo. */
export class BoardSession {
  readonly groupId: GroupId;
  readonly live: LiveDocument;
  readonly content: StoreApi<BoardContent>;
  readonly ui: BoardUiStore = createBoardUi();
  /** Clusters the server proposes to this page. */
  readonly suggestions: SuggestionStore = createSuggestionStore();
  readonly camera = new Camera();
  /** Elements of mounted cards and heads of clusters, to be moved by hand while they are dragged. */
  readonly elements = new Map<string, HTMLElement>();
  readonly undoStack: UndoStack;
  private readonly release: () => void;
  private readonly unsubscribe: () => void;

  /** `undoKey` is the name under which one's own undo is kept on this device. */
  constructor({
    groupId,
    live,
    release,
    undoKey,
  }: {
    groupId: GroupId;
    live: LiveDocument;
    release: () => void;
    undoKey: string;
  }) {
    this.groupId = groupId;
    this.live = live;
    this.release = release;
    this.undoStack = new UndoStack(undoKey, sessionStorage);
    this.content = createStore<BoardContent>(() => read(live.store.getState().doc));
    this.unsubscribe = live.store.subscribe(({ doc }) => {
      const before = this.content.getState();
      if (before.doc === doc) return;
      this.content.setState(read(doc), true);
      this.suggestions.setState(null, true);
      this.ui.setState({ selection: new Set(), editing: null, moving: null, dragging: new Set(), dropTarget: null });
      close(before);
    });
  }

  dispose(): void {
    this.unsubscribe();
    close(this.content.getState());
    this.release();
  }

  get doc(): Y.Doc {
    return this.content.getState().doc;
  }

  get records(): BoardRecords {
    return this.content.getState().records;
  }

  get index(): BoardIndex {
    return this.content.getState().index;
  }

  /** Does something that can be undone. False when there was nothing to do. */
  perform(deed: (doc: Y.Doc, origin: unknown) => BoardDeed | null): boolean {
    const inverse = deed(this.doc, DEED);
    if (inverse === null) return false;
    this.undoStack.push(inverse);
    return true;
  }

  /** Undoes the last step, or one that is still kept. */
  undo(one?: BoardDeed): UndoOutcome {
    return this.undoStack.undo(this.doc, DEED, one);
  }

  redo(): UndoOutcome {
    return this.undoStack.redo(this.doc, DEED);
  }
}

const read = (doc: Y.Doc): BoardContent => {
  const records = new BoardRecords(doc);
  return { doc, records, index: new BoardIndex(records) };
};

const close = ({ records, index }: BoardContent): void => {
  index.dispose();
  records.dispose();
};
