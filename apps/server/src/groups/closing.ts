import { purgesAtClose } from '@rapport/domain/attribution';
import { boardDocument, draftDocument, type DocumentId } from '@rapport/domain/document-id';
import type { GroupId } from '@rapport/domain/ids';
import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';
import type { DraftCounts } from './draft-counts.ts';
import type { GroupConditions } from './group-conditions.ts';

/** What closing asks of documents. */
export type PurgedDocuments = {
  purge(id: DocumentId): Promise<void>;
  compact(id: DocumentId): Promise<void>;
};

/** Names the note that a purge has begun: documents cannot be part of a transaction, so a crash must find it. */
const PURGE_NOTE = 'purge.';

/**
 * Ends a group's session and opens it again. With the close of a `non-attributed` or `sealed` session everything goes
 * that could still say who wrote what (docs/method.md A3): the links, and the private documents the cards came from.
 */
export class Closing {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #announcements: Announcements;
  readonly #conditions: GroupConditions;
  readonly #documents: PurgedDocuments;
  readonly #draftCounts: Pick<DraftCounts, 'forget'>;

  constructor(options: {
    db: Database;
    clock: Clock;
    announcements: Announcements;
    conditions: GroupConditions;
    documents: PurgedDocuments;
    draftCounts: Pick<DraftCounts, 'forget'>;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#announcements = options.announcements;
    this.#conditions = options.conditions;
    this.#documents = options.documents;
    this.#draftCounts = options.draftCounts;
  }

  /** `group.close`: succeeds once the purge is done. */
  async close(caller: Caller, { groupId }: CommandParsed<'group.close'>): Promise<Outcome<null>> {
    const closed = await this.#db.transaction(async (tx): Promise<Outcome<{ purges: boolean }>> => {
      const allowed = await allow(tx, 'group.close', caller, groupId);
      if (!allowed.ok) return allowed;
      const open = await tx
        .selectFrom('ballot')
        .select('id')
        .where('group_id', '=', groupId)
        .where('status', '=', 'open')
        .executeTakeFirst();
      if (open !== undefined) return fail('ballot-open', 'A ballot is open. Close it first.');
      const group = await tx
        .selectFrom('group')
        .select(['attribution', 'reveal_ends_at'])
        .where('id', '=', groupId)
        .executeTakeFirstOrThrow();
      const pending = await tx
        .selectFrom('reveal')
        .select('id')
        .where('group_id', '=', groupId)
        .where('status', '=', 'pending')
        .executeTakeFirst();
      if (group.reveal_ends_at !== null || pending !== undefined) {
        return fail('reveal-running', 'A reveal is under way. Close the session when it is done.');
      }
      await tx.updateTable('group').set({ status: 'closed' }).where('id', '=', groupId).execute();
      const purges = purgesAtClose(group.attribution);
      if (purges) await this.#purgeRows(tx, groupId);
      tx.afterCommit(() => {
        this.#conditions.set(groupId, { status: 'closed' });
        this.#announcements.announce({ to: 'group', news: { type: 'group.closed', groupId } });
        this.#announcements.announce({ to: 'documents', groupId });
        this.#announcements.announce({ to: 'symposium', symposiumId: allowed.value.symposiumId });
      });
      return succeed({ purges });
    });
    if (!closed.ok) return closed;
    if (closed.value.purges) await this.#purgeDocuments(groupId);
    return succeed(null);
  }

  /** `group.reopen`: what was purged stays purged. */
  reopen(caller: Caller, { groupId }: CommandParsed<'group.reopen'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'group.reopen', caller, groupId);
      if (!allowed.ok) return allowed;
      const note = await tx
        .selectFrom('setting')
        .select('name')
        .where('name', '=', PURGE_NOTE + groupId)
        .executeTakeFirst();
      if (note !== undefined) return fail('conflict', 'The session is still being closed. Try again in a moment.');
      const reopened = await tx
        .updateTable('group')
        .set((eb) => ({ status: 'open', version: eb('version', '+', 1) }))
        .where('id', '=', groupId)
        .where('status', '=', 'closed')
        .executeTakeFirst();
      if (Number(reopened.numUpdatedRows) === 0) return succeed(null);
      tx.afterCommit(() => {
        this.#conditions.set(groupId, { status: 'open' });
        this.#announcements.announce({ to: 'group', news: { type: 'group.reopened', groupId } });
        this.#announcements.announce({ to: 'documents', groupId });
        this.#announcements.announce({ to: 'symposium', symposiumId: allowed.value.symposiumId });
      });
      return succeed(null);
    });
  }

  /** Ends purges that a stop of the server cut off; called at start. */
  async resumePurges(): Promise<void> {
    const notes = await this.#db.query
      .selectFrom('setting')
      .select('name')
      .where('name', 'like', `${PURGE_NOTE}%`)
      .execute();
    for (const { name } of notes) await this.#purgeDocuments(name.slice(PURGE_NOTE.length) as GroupId);
  }

  /** Rows that name a seat beside a card: links, the fixed sets of reveals, rescued texts. */
  async #purgeRows(tx: Transaction, groupId: GroupId): Promise<void> {
    const links = await tx.deleteFrom('authorship').where('group_id', '=', groupId).executeTakeFirst();
    await tx.deleteFrom('reveal').where('group_id', '=', groupId).execute();
    await tx.deleteFrom('rescued_text').where('group_id', '=', groupId).execute();
    await tx.updateTable('group_seat').set({ later_drafts: 0 }).where('group_id', '=', groupId).execute();
    await tx
      .insertInto('purge')
      .values({ group_id: groupId, what: 'authorship', count: Number(links.numDeletedRows), at: isoNow(this.#clock) })
      .execute();
    await tx
      .insertInto('setting')
      .values({ name: PURGE_NOTE + groupId, value: 'begun' })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  }

  async #purgeDocuments(groupId: GroupId): Promise<void> {
    const seats = await this.#db.query
      .selectFrom('group_seat')
      .select('seat_id')
      .where('group_id', '=', groupId)
      .execute();
    for (const { seat_id: seatId } of seats) await this.#documents.purge(draftDocument(groupId, seatId));
    this.#draftCounts.forget(groupId);
    await this.#documents.compact(boardDocument(groupId));
    await this.#db.transaction(async (tx) => {
      const note = await tx
        .deleteFrom('setting')
        .where('name', '=', PURGE_NOTE + groupId)
        .executeTakeFirst();
      if (Number(note.numDeletedRows) === 0) return;
      await tx
        .insertInto('purge')
        .values({ group_id: groupId, what: 'drafts', count: seats.length, at: isoNow(this.#clock) })
        .execute();
    });
    this.#db.truncateLog();
  }
}
