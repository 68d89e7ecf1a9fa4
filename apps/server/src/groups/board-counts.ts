import type * as Y from 'yjs';
import { readBoard } from '@rapport/board/read-board';
import { boardDocument, type DocumentId } from '@rapport/domain/document-id';
import type { GroupId } from '@rapport/domain/ids';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { Batches } from '../events/batches.ts';

/** Boards are counted at most once in this time, ms. */
const COUNT_EVERY_MS = 1_000;

/** How many cards lie on each board, for the cockpit: answered from memory, counted some time after a change. */
export class BoardCounts implements AsyncDisposable {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #read: <T>(id: DocumentId, look: (doc: Y.Doc) => T) => Promise<T>;
  readonly #known = new Map<GroupId, number>();
  readonly #batches: Batches<GroupId>;

  constructor(options: {
    db: Database;
    clock: Clock;
    announcements: Announcements;
    /** `Documents.read` */
    read: <T>(id: DocumentId, look: (doc: Y.Doc) => T) => Promise<T>;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#read = options.read;
    this.#batches = new Batches({
      clock: options.clock,
      everyMs: COUNT_EVERY_MS,
      work: (groupId) => this.#count(groupId),
      onFault: options.onFault,
    });
  }

  /** What was counted last; an unknown board is counted soon, and its cockpit told. */
  onBoard(groupId: GroupId): number {
    const known = this.#known.get(groupId);
    if (known === undefined) this.#batches.ask(groupId);
    return known ?? 0;
  }

  /** The board has changed. */
  changed(groupId: GroupId): void {
    if (this.#known.has(groupId)) this.#batches.ask(groupId);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#batches[Symbol.asyncDispose]();
  }

  async #count(groupId: GroupId): Promise<void> {
    const group = await this.#db.query
      .selectFrom('group')
      .select('symposium_id')
      .where('id', '=', groupId)
      .executeTakeFirst();
    if (group === undefined) return;
    const count = await this.#read(
      boardDocument(groupId),
      (doc) => readBoard(doc).cards.filter((card) => !card.binned).length,
    );
    if (this.#known.get(groupId) === count) return;
    this.#known.set(groupId, count);
    this.#announcements.announce({ to: 'symposium', symposiumId: group.symposium_id });
  }
}
