import type { CommandParsed } from '@rapport/protocol/commands';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';
import type { GroupConditions } from './group-conditions.ts';

/** Locks the board for all but those who lead the group, or only what belongs together. */
export class Locks {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #conditions: GroupConditions;

  constructor(options: { db: Database; announcements: Announcements; conditions: GroupConditions }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#conditions = options.conditions;
  }

  /** `board.lock` */
  lock(caller: Caller, input: CommandParsed<'board.lock'>): Promise<Outcome<null>> {
    return this.#set(caller, input, true);
  }

  /** `board.unlock` */
  unlock(caller: Caller, input: CommandParsed<'board.unlock'>): Promise<Outcome<null>> {
    return this.#set(caller, input, false);
  }

  #set(caller: Caller, { groupId, what }: CommandParsed<'board.lock'>, locked: boolean): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'board.lock', caller, groupId);
      if (!allowed.ok) return allowed;
      const before = await tx
        .selectFrom('group')
        .select(['board_locked', 'clusters_locked'])
        .where('id', '=', groupId)
        .executeTakeFirstOrThrow();
      const boardLocked = what === 'board' ? locked : before.board_locked === 1;
      const clustersLocked = what === 'clusters' ? locked : before.clusters_locked === 1;
      const after = { board_locked: boardLocked ? 1 : 0, clusters_locked: clustersLocked ? 1 : 0 };
      if (after.board_locked === before.board_locked && after.clusters_locked === before.clusters_locked) {
        return succeed(null);
      }
      await tx.updateTable('group').set(after).where('id', '=', groupId).execute();
      tx.afterCommit(() => {
        this.#conditions.set(groupId, { boardLocked, clustersLocked });
        this.#announcements.announce({
          to: 'group',
          news: { type: 'board.locked', groupId, boardLocked, clustersLocked },
        });
        this.#announcements.announce({ to: 'documents', groupId });
      });
      return succeed(null);
    });
  }
}
