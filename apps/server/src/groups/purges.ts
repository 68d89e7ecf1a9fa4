import { Attribution, purgesAtClose } from '@rapport/domain/attribution';
import { boardDocument, draftDocument, reportDocument, type DocumentId } from '@rapport/domain/document-id';
import type { GroupId } from '@rapport/domain/ids';
import { isoNow, type Clock } from '../clock.ts';
import { DamagedDocument } from '../documents/live-document.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { countAnswers } from '../options/count-answers.ts';
import type { DraftCounts } from './draft-counts.ts';

/** What a purge asks of documents. */
export type PurgedDocuments = {
  purge(id: DocumentId): Promise<void>;
  compact(id: DocumentId): Promise<void>;
  forgetClaims(id: DocumentId): Promise<void>;
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

  /** Whose answers at read-back and whose interest it was, in every mode: nothing shows it, only counts are needed. */
  async answersAtClose(tx: Transaction, groupId: GroupId): Promise<void> {
    const count = await countAnswers(tx, groupId);
    if (count === 0) return;
    await tx
      .insertInto('purge')
      .values({ group_id: groupId, what: 'answers', count, at: isoNow(this.#clock) })
      .execute();
    tx.afterCommit(() => this.#db.truncateLog());
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

  /**
   * Ends what `atClose` or `whenSealed` has begun; resolves when nothing is left on disk. A damaged document is left to
   * an operator: everything else goes, the note stays, and the next start tries again.
   */
  async finish(groupId: GroupId): Promise<'whole' | 'damaged'> {
    const note = await this.#db.query
      .selectFrom('setting')
      .select('value')
      .where('name', '=', NOTE + groupId)
      .executeTakeFirst();
    if (note === undefined) return 'whole';
    const reach: Reach = note.value === 'bytes' ? 'bytes' : 'drafts';
    const seats = await this.#db.query
      .selectFrom('group_seat')
      .select('seat_id')
      .where('group_id', '=', groupId)
      .execute();
    let whole = true;
    for (const { seat_id: seatId } of seats) {
      const id = draftDocument(groupId, seatId);
      if (reach === 'drafts') await this.#documents.purge(id);
      else whole = (await this.#compact(id)) && whole;
    }
    if (reach === 'drafts') this.#draftCounts.forget(groupId);
    // Whose content ids they are goes where the links go.
    for (const id of [boardDocument(groupId), reportDocument(groupId)]) await this.#documents.forgetClaims(id);
    whole = (await this.#compact(boardDocument(groupId))) && whole;
    if (!whole) return 'damaged';
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
    return 'whole';
  }

  /** Ends purges that a stop of the server cut off; called at start. */
  async resume(): Promise<void> {
    const notes = await this.#db.query.selectFrom('setting').select('name').where('name', 'like', `${NOTE}%`).execute();
    for (const { name } of notes) await this.finish(name.slice(NOTE.length) as GroupId);
  }

  /** False when the stored document is damaged: what is left of it may be all there is. */
  async #compact(id: DocumentId): Promise<boolean> {
    try {
      await this.#documents.compact(id);
      return true;
    } catch (error) {
      if (error instanceof DamagedDocument) return false;
      throw error;
    }
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
