import * as Y from 'yjs';
import { CopyGone, CopyStore, type FoundCopy, type RowKey, type SetAside, type UnsavedRow } from './copy-store.ts';
import { FOUND, FOUND_UNSAVED } from './found-changes.ts';
import type { StateVector } from './state-vectors.ts';

/** How long changes of others may wait before they are written down, ms. Own ones do not wait. */
const BATCH_MS = 1_000;
/** Written changes after which one row takes the place of all, and the least time between two such, ms. */
const COMPACT_ROWS = 200;
const COMPACT_MS = 60_000;
/** A browser that takes longer to open its storage does without, ms. */
const PATIENCE_MS = 2_000;

export type LocalCopyOptions = {
  /** Name of the database. */
  name: string;
  /** The session of this page. */
  tab: string;
  /** Whether the copy keeps what is written has changed. */
  tell: () => void;
};

/**
 * A document's copy on this device: what was written here survives closing the page and comes along at the next visit.
 * A copy begins once the server has a state of the document on disk; the copy remembers that state, for a server
 * that later has less has dropped the document, and what it has dropped must not come back from here.
 */
export class LocalCopy {
  private readonly store: CopyStore;
  private readonly options: LocalCopyOptions;
  private readonly page = crypto.getRandomValues(new Uint32Array(2)).join('.');
  private doc = new Y.Doc();
  private order = 0;
  /** Rows whose changes are in the document. */
  private rows: RowKey[] = [];
  private unsaved: UnsavedRow[] = [];
  private waiting: [RowKey, Uint8Array][] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private compactedAt = performance.now();
  private untidy = false;
  private unwritten = 0;
  private failed = false;

  private constructor(store: CopyStore, options: LocalCopyOptions) {
    this.store = store;
    this.options = options;
  }

  /** Null where this browser keeps nothing. */
  static async open(options: LocalCopyOptions): Promise<{ copy: LocalCopy; found: FoundCopy } | null> {
    if (typeof indexedDB === 'undefined') return null;
    let copy: LocalCopy | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const opening = CopyStore.open(options.name, () => copy?.fail());
    try {
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), PATIENCE_MS);
      });
      const store = await Promise.race([opening, late]);
      if (store === null) {
        opening.then(
          (one) => one.close(),
          () => undefined,
        );
        return null;
      }
      copy = new LocalCopy(store, options);
      return { copy, found: await store.read() };
    } catch {
      // No storage in this window: its memory has to do, and the page says so.
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** True while what is written here goes to this device. */
  get keeps(): boolean {
    return this.store.begun && !this.failed;
  }

  /** True when everything written here is on this device: the page may be closed. */
  get upToDate(): boolean {
    return this.keeps && this.unwritten === 0;
  }

  /** Goes on with a document into which nothing has been put yet. */
  follow(doc: Y.Doc): void {
    this.doc = doc;
  }

  /** Puts what was found into the document; returns how many changes the server may not have. */
  restore({ rows, unsaved, durable }: FoundCopy): number {
    const own = unsaved.filter((row) => row.tab === this.options.tab || isNewTo(durable, row.update));
    this.order = [...rows, ...unsaved].reduce((last, { key: [order] }) => Math.max(last, order), 0);
    this.rows = rows.map(({ key }) => key);
    this.unsaved = own;
    apply(this.doc, rows, FOUND);
    apply(this.doc, own, FOUND_UNSAVED);
    return own.length;
  }

  /** A change of the document, made here or by somebody else. */
  changed(update: Uint8Array, here: boolean): void {
    if (this.failed) return;
    const key = this.nextKey();
    if (!here) {
      if (!this.store.begun) return;
      this.waiting.push([key, update]);
      this.timer ??= setTimeout(() => this.flush(), BATCH_MS);
      return;
    }
    const row: UnsavedRow = { key, update, tab: this.options.tab };
    this.unsaved.push(row);
    // It may build on what is still waiting.
    if (this.store.begun) this.flush([row]);
  }

  /** To be called when a durable token goes out; what it returns, when it comes back. */
  mark(vector: StateVector): () => void {
    const last = this.unsaved.at(-1);
    return () => {
      const covered = last === undefined ? [] : this.unsaved.splice(0, this.unsaved.indexOf(last) + 1);
      if (this.failed) return;
      if (!this.store.begun) return this.begin(vector);
      this.flush();
      this.rows.push(...covered.map(({ key }) => key));
      this.write(() => this.store.acknowledge(covered, vector));
    };
  }

  /** Everything of the server is here: a good moment to put many rows into one. */
  caughtUp(): void {
    this.untidy = true;
    this.timer ??= setTimeout(() => this.flush(), BATCH_MS);
  }

  /** Throws everything away but the texts to be set aside. */
  discard(setAside: SetAside | null): void {
    this.stop();
    this.waiting = [];
    this.unsaved = [];
    this.rows = [];
    if (!this.failed) this.write(() => this.store.discard(setAside));
  }

  forgetSetAside(): void {
    if (!this.failed) this.write(() => this.store.forgetSetAside());
  }

  close(): void {
    this.flush();
    this.failed = true;
    this.store.close();
  }

  private begin(vector: StateVector): void {
    const key = this.nextKey();
    this.rows = [key];
    this.write(() => this.store.begin(key, Y.encodeStateAsUpdate(this.doc), this.unsaved, vector));
    this.options.tell();
  }

  private flush(own: readonly UnsavedRow[] = []): void {
    this.stop();
    if (this.failed) return;
    const waiting = this.waiting;
    this.waiting = [];
    this.rows.push(...waiting.map(([key]) => key));
    if (waiting.length + own.length > 0) this.write(() => this.store.add(waiting, own));
    const due = this.rows.length > COMPACT_ROWS && performance.now() - this.compactedAt > COMPACT_MS;
    if (due || (this.untidy && own.length === 0)) this.compact();
  }

  private compact(): void {
    this.untidy = false;
    this.compactedAt = performance.now();
    if (!this.store.begun || this.rows.length < 2) return;
    const [key, replaced] = [this.nextKey(), this.rows];
    this.rows = [key];
    this.write(() => this.store.compact(replaced, key, Y.encodeStateAsUpdate(this.doc)));
  }

  private write(work: () => Promise<void>): void {
    this.unwritten += 1;
    work()
      .catch((error: unknown) => {
        // Thrown away by another page: this one begins again when the server has answered for its state.
        if (error instanceof CopyGone) this.options.tell();
        else this.fail();
      })
      .finally(() => (this.unwritten -= 1));
  }

  /** A full or broken storage: from here on this window's memory has to do. */
  private fail(): void {
    if (this.failed) return;
    this.failed = true;
    this.stop();
    this.options.tell();
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private nextKey(): RowKey {
    this.order += 1;
    return [this.order, this.page];
  }
}

const apply = (doc: Y.Doc, rows: readonly { update: Uint8Array }[], origin: symbol): void => {
  Y.transact(
    doc,
    () => {
      for (const { update } of rows) Y.applyUpdate(doc, update, origin);
    },
    origin,
    false,
  );
};

/**
 * Content ids belong to the session that first wrote under them: what another session of the seat began under an id
 * that the server knows is taken from that session only.
 */
const isNewTo = (durable: StateVector, update: Uint8Array): boolean =>
  [...Y.parseUpdateMeta(update).from.keys()].every((client) => !durable.has(client));
