import { newId, type RandomBytes } from '@rapport/domain/ids';
import type { CommandParsed } from '@rapport/protocol/commands';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { Spotlight } from '@rapport/protocol/group-state';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';

/** "Look here": an offer to everybody in the room, which anybody may decline. Whether the place exists is the board's. */
export class Spotlights {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #random: RandomBytes;

  constructor(options: { db: Database; announcements: Announcements; random: RandomBytes }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#random = options.random;
  }

  /** `spotlight.set` */
  set(caller: Caller, { groupId, subject }: CommandParsed<'spotlight.set'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'spotlight.set', caller, groupId);
      if (!allowed.ok) return allowed;
      const spotlight: Spotlight | null = subject === null ? null : { id: newId(this.#random), subject };
      await tx
        .updateTable('group')
        .set({ spotlight: spotlight === null ? null : JSON.stringify(spotlight) })
        .where('id', '=', groupId)
        .execute();
      tx.afterCommit(() =>
        this.#announcements.announce({ to: 'group', news: { type: 'spotlight.changed', groupId, spotlight } }),
      );
      return succeed(null);
    });
  }
}
