import type { BoardDeed } from '@rapport/board/board-deed';
import { performDeed } from '@rapport/board/perform-deed';
import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Steps kept; older ones are forgotten. */
const DEPTH = 60;

type Stacks = { undo: BoardDeed[]; redo: BoardDeed[] };

/** What pressing Undo or Redo came to: done, nothing there, or others have changed what it was about. */
export type UndoOutcome = { kind: 'done'; deed: BoardDeed } | { kind: 'none' } | { kind: 'stale'; deed: BoardDeed };

/**
 * One person's own undo of board deeds, as inverse deeds kept on this device: a reload does not lose them, and they
 * never touch what others have done since.
 */
export class UndoStack {
  readonly store: StoreApi<Stacks>;
  private readonly key: string;
  private readonly storage: Storage;

  constructor(key: string, storage: Storage) {
    this.key = key;
    this.storage = storage;
    this.store = createStore<Stacks>(() => load(storage, key));
  }

  /** Takes the inverse of what was just done. */
  push(inverse: BoardDeed): void {
    this.keep({ undo: [...this.store.getState().undo, inverse].slice(-DEPTH), redo: [] });
  }

  /** Undoes the last step, or one that is still kept. */
  undo(doc: Y.Doc, origin: unknown, one = this.store.getState().undo.at(-1)): UndoOutcome {
    return this.step('undo', 'redo', doc, origin, one);
  }

  redo(doc: Y.Doc, origin: unknown): UndoOutcome {
    return this.step('redo', 'undo', doc, origin, this.store.getState().redo.at(-1));
  }

  private step(
    from: keyof Stacks,
    to: keyof Stacks,
    doc: Y.Doc,
    origin: unknown,
    deed: BoardDeed | undefined,
  ): UndoOutcome {
    const stacks = this.store.getState();
    if (deed === undefined || !stacks[from].includes(deed)) return { kind: 'none' };
    const rest = stacks[from].filter((other) => other !== deed);
    const inverse = performDeed(doc, deed, origin);
    this.keep({ ...stacks, [from]: rest, [to]: inverse === null ? stacks[to] : [...stacks[to], inverse] });
    return inverse === null ? { kind: 'stale', deed } : { kind: 'done', deed };
  }

  private keep(stacks: Stacks): void {
    this.store.setState(stacks, true);
    try {
      this.storage.setItem(this.key, JSON.stringify(stacks));
    } catch {
      // A full storage costs the undo after a reload, nothing else.
    }
  }
}

/** What was kept is this page's own writing, but another version may have written it. */
const load = (storage: Storage, key: string): Stacks => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return { undo: [], redo: [] };
    const { undo, redo } = kept as Partial<Record<keyof Stacks, unknown>>;
    return { undo: deeds(undo), redo: deeds(redo) };
  } catch {
    return { undo: [], redo: [] };
  }
};

const deeds = (value: unknown): BoardDeed[] =>
  Array.isArray(value) && value.every((one) => Array.isArray((one as BoardDeed | null)?.changes))
    ? (value as BoardDeed[])
    : [];
