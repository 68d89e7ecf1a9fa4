import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';
import type { Presence } from './presence.ts';
import { readMe } from './read-group-state.ts';

/** What a seat says of itself. */
export class Seats {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #presence: Presence;

  constructor(options: { db: Database; announcements: Announcements; presence: Presence }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#presence = options.presence;
  }

  /** `seat.done`: in any phase, until the next move. */
  done(caller: Caller, { groupId, done }: CommandParsed<'seat.done'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'seat.done', caller, groupId);
      if (!allowed.ok) return allowed;
      const { seatId } = allowed.value;
      if (seatId === null) return fail('role-refused', 'Only somebody who sits in the group can be done.');
      await tx
        .updateTable('group_seat')
        .set({ done: done ? 1 : 0 })
        .where('group_id', '=', groupId)
        .where('seat_id', '=', seatId)
        .execute();
      const me = await readMe(tx, allowed.value, groupId);
      tx.afterCommit(() => {
        this.#announcements.announce({ to: 'seat', seatId, news: { type: 'me.changed', groupId, me } });
        this.#presence.changed(groupId);
      });
      return succeed(null);
    });
  }
}
