import { Attribution, purgesAtClose } from '@rapport/domain/attribution';
import { boardDocument, draftDocument, type DocumentId } from '@rapport/domain/document-id';
import type { GroupId } from '@rapport/domain/ids';
import { isoNow, type Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import type { DraftCounts } from './draft-counts.ts';

/** What a purge asks of documents. */
export type PurgedDocuments = {
  purge(id: DocumentId): Promise<void>;
  compact(id: DocumentId): Promise<void>;
};

/** Names the note that a purge has begun: documents cannot be part of a transaction, so a crash must find it. */
const NOTE = 'purge.';

/**
 * `drafts`: private documents go whole. `bytes`: they stay, and what was revealed out of them goes. The note's value.
 */
type Reach = 'drafts' | 'bytes';

const PURGED_AT_CLOSE = Attribution.options.filter(purgesAtClose);

/**
 * Destroys what could still say who wrote what (docs/method.md A3): links, and the private documents the cards came
 * from. Rows go with the deed that asks for it, documents after it, and a stop of the server in between is made up for.
 */
export class Purges {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #announcements: Announcements;
  readonly #documents: PurgedDocuments;
  readonly #draftCounts: Pick<DraftCounts, 'forget'>;

  constructor(options: {
    db: Database;
    clock: Clock;
    announcements: Announcements;
    documents: PurgedDocuments;
    draftCounts: Pick<DraftCounts, 'forget'>;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#announcements = options.announcements;
    this.#documents = options.documents;
    this.#draftCounts = options.draftCounts;
  }

  /** Whether something was written here under a promise that ends with the close, whatever the mode is by now. */
  async isOwedAtClose(tx: Transaction, groupId: GroupId): Promise<boolean> {
    const link = await tx
      .selectFrom('authorship')
      .select('card_id')
      .where('group_id', '=', groupId)
      .where('mode', 'in', PURGED_AT_CLOSE)
      .limit(1)
      .executeTakeFirst();
    if (link !== undefined) return true;
    const promise = await tx
      .selectFrom('draft_promise')
      .select('card_id')
      .where('group_id', '=', groupId)
      .where('mode', 'in', PURGED_AT_CLOSE)
      .limit(1)
      .executeTakeFirst();
    return promise !== undefined;
  }

  /** Rows that name a seat beside a card, as far as they were promised to end with the close. */
  async atClose(tx: Transaction, groupId: GroupId): Promise<void> {
    await this.#links(tx, groupId, PURGED_AT_CLOSE);
    await tx.deleteFrom('draft_promise').where('group_id', '=', groupId).execute();
    await tx.updateTable('group_seat').set({ later_drafts: 0 }).where('group_id', '=', groupId).execute();
    await this.#note(tx, groupId, 'drafts');
  }

  /** Links of revealed cards when a group turns `sealed` after its reveal. */
  async whenSealed(tx: Transaction, groupId: GroupId): Promise<void> {
    const count = await this.#links(tx, groupId, ['sealed']);
    await tx
      .insertInto('purge')
      .values({ group_id: groupId, what: 'drafts', count, at: isoNow(this.#clock) })
      .execute();
    await this.#note(tx, groupId, 'bytes');
  }

  /** True from the rows of a purge until the documents have followed. */
  async isRunning(tx: Transaction, groupId: GroupId): Promise<boolean> {
    const note = await tx
      .selectFrom('setting')
      .select('name')
      .where('name', '=', NOTE + groupId)
      .executeTakeFirst();
    return note !== undefined;
  }

  /** Ends what `atClose` or `whenSealed` has begun; resolves when nothing is left on disk. */
  async finish(groupId: GroupId): Promise<void> {
    const note = await this.#db.query
      .selectFrom('setting')
      .select('value')
      .where('name', '=', NOTE + groupId)
      .executeTakeFirst();
    if (note === undefined) return;
    const reach: Reach = note.value === 'bytes' ? 'bytes' : 'drafts';
    const seats = await this.#db.query
      .selectFrom('group_seat')
      .select('seat_id')
      .where('group_id', '=', groupId)
      .execute();
    for (const { seat_id: seatId } of seats) {
      const id = draftDocument(groupId, seatId);
      await (reach === 'drafts' ? this.#documents.purge(id) : this.#documents.compact(id));
    }
    if (reach === 'drafts') this.#draftCounts.forget(groupId);
    await this.#documents.compact(boardDocument(groupId));
    await this.#db.transaction(async (tx) => {
      // A close may have begun meanwhile: its note stays for its own end.
      const ended = await tx
        .deleteFrom('setting')
        .where('name', '=', NOTE + groupId)
        .where('value', '=', note.value)
        .executeTakeFirst();
      if (Number(ended.numDeletedRows) === 0 || reach === 'bytes') return;
      await tx
        .insertInto('purge')
        .values({ group_id: groupId, what: 'drafts', count: seats.length, at: isoNow(this.#clock) })
        .execute();
    });
    this.#db.truncateLog();
  }

  /** Ends purges that a stop of the server cut off; called at start. */
  async resume(): Promise<void> {
    const notes = await this.#db.query.selectFrom('setting').select('name').where('name', 'like', `${NOTE}%`).execute();
    for (const { name } of notes) await this.finish(name.slice(NOTE.length) as GroupId);
  }

  async #links(tx: Transaction, groupId: GroupId, modes: readonly Attribution[]): Promise<number> {
    const links = await tx
      .deleteFrom('authorship')
      .where('group_id', '=', groupId)
      .where('mode', 'in', modes)
      .executeTakeFirst();
    const count = Number(links.numDeletedRows);
    await tx.deleteFrom('reveal').where('group_id', '=', groupId).execute();
    await tx.deleteFrom('rescued_text').where('group_id', '=', groupId).execute();
    await tx
      .insertInto('purge')
      .values({ group_id: groupId, what: 'authorship', count, at: isoNow(this.#clock) })
      .execute();
    // Signatures have gone with their links.
    tx.afterCommit(() => this.#announcements.announce({ to: 'authors', list: { groupId, authors: null } }));
    return count;
  }

  async #note(tx: Transaction, groupId: GroupId, reach: Reach): Promise<void> {
    await tx
      .insertInto('setting')
      .values({ name: NOTE + groupId, value: reach })
      .onConflict((conflict) =>
        reach === 'drafts'
          ? conflict.column('name').doUpdateSet({ value: reach })
          : conflict.column('name').doNothing(),
      )
      .execute();
  }
}
