import { purgesAtClose } from '@rapport/domain/attribution';
import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import { findOpenBallot } from '../ballots/find-ballot.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { refuseSealed } from '../seals/refuse-sealed.ts';
import { allow } from './allow.ts';
import type { GroupConditions } from './group-conditions.ts';
import type { Purges } from './purges.ts';

/**
 * Ends a group's session and opens it again. With the close of a `non-attributed` or `sealed` session everything goes
 * that could still say who wrote what (docs/method.md A3): the links, and the private documents the cards came from.
 */
export class Closing {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #conditions: GroupConditions;
  readonly #purges: Purges;

  constructor(options: { db: Database; announcements: Announcements; conditions: GroupConditions; purges: Purges }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#conditions = options.conditions;
    this.#purges = options.purges;
  }

  /** `group.close`: succeeds once the purge is done. */
  async close(caller: Caller, { groupId }: CommandParsed<'group.close'>): Promise<Outcome<null>> {
    const closed = await this.#db.transaction(async (tx): Promise<Outcome<{ purges: boolean }>> => {
      const allowed = await allow(tx, 'group.close', caller, groupId);
      if (!allowed.ok) return allowed;
      if ((await findOpenBallot(tx, { groupId })) !== null) {
        return fail('ballot-open', 'A ballot is open. Close it first.');
      }
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
      // What was promised while less was told outlives a change of the mode (A2).
      const purges = purgesAtClose(group.attribution) || (await this.#purges.isOwedAtClose(tx, groupId));
      if (purges) await this.#purges.atClose(tx, groupId);
      await this.#purges.answersAtClose(tx, groupId);
      tx.afterCommit(() => {
        this.#conditions.set(groupId, { status: 'closed' });
        this.#announcements.announce({ to: 'group', news: { type: 'group.closed', groupId } });
        this.#announcements.announce({ to: 'documents', groupId });
        this.#announcements.announce({ to: 'symposium', symposiumId: allowed.value.symposiumId });
      });
      return succeed({ purges });
    });
    if (!closed.ok) return closed;
    if (closed.value.purges && (await this.#purges.finish(groupId)) === 'damaged') {
      return fail(
        'storage-damaged',
        'The session is closed and what linked cards to people is destroyed. But the stored board is damaged: older bytes of it stay until whoever runs the server has mended it. Tell them.',
      );
    }
    return succeed(null);
  }

  /** `group.reopen`: what was purged stays purged. */
  reopen(caller: Caller, { groupId }: CommandParsed<'group.reopen'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'group.reopen', caller, groupId);
      if (!allowed.ok) return allowed;
      const sealed = await refuseSealed(tx, allowed.value.symposiumId);
      if (sealed !== null) return sealed;
      if (await this.#purges.isRunning(tx, groupId)) {
        return fail('conflict', 'The session is still being closed. Try again in a moment.');
      }
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
}
