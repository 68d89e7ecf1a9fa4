import type { CommandParsed } from '@rapport/protocol/commands';
import type { CardAuthors } from '@rapport/protocol/card-authors';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow, noSuchGroup } from './allow.ts';
import { readCardAuthors } from './read-authors.ts';
import { roleOf } from './role-of.ts';

/** What the room may know of who is behind a card, and the author's own word on it. */
export class Authors {
  readonly #db: Database;
  readonly #announcements: Announcements;

  constructor(options: { db: Database; announcements: Announcements }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
  }

  /** `card.authors`. Waits for links that are being stored. */
  list(caller: Caller, { groupId }: CommandParsed<'card.authors'>): Promise<Outcome<CardAuthors>> {
    return this.#db.transaction(async (tx) => {
      if ((await roleOf(tx, caller, groupId)) === null) return noSuchGroup();
      return succeed({ groupId, authors: await readCardAuthors(tx, groupId) });
    });
  }

  /** `card.sign`: one's own card, while it is known whose it is. */
  sign(caller: Caller, { groupId, cardId }: CommandParsed<'card.sign'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'card.sign', caller, groupId);
      if (!allowed.ok) return allowed;
      const { seatId } = allowed.value;
      if (seatId === null) return fail('role-refused', 'Only somebody who sits in the group has cards to sign.');
      const own = await tx
        .selectFrom('authorship')
        .select('signed')
        .where('group_id', '=', groupId)
        .where('card_id', '=', cardId)
        .where('seat_id', '=', seatId)
        .executeTakeFirst();
      if (own === undefined) {
        return fail('not-author', 'Only who wrote a card can sign it, and only while that is known.');
      }
      if (own.signed === 1) return succeed(null);
      await tx
        .updateTable('authorship')
        .set({ signed: 1 })
        .where('group_id', '=', groupId)
        .where('card_id', '=', cardId)
        .execute();
      const authors = await readCardAuthors(tx, groupId, [cardId]);
      tx.afterCommit(() => this.#announcements.announce({ to: 'authors', list: { groupId, authors } }));
      return succeed(null);
    });
  }
}
