import type { GroupId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { HelpRequest } from '@rapport/protocol/group-state';
import type { Caller } from '../access/caller.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';

type Query = Database['query'];

/** Open calls of a group in their order; who called is stored nowhere. */
export const readHelp = async (query: Query, groupId: GroupId): Promise<HelpRequest[]> => {
  const rows = await query
    .selectFrom('help_request')
    .select(['text', 'asked_at'])
    .where('group_id', '=', groupId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ text: row.text, askedAt: row.asked_at }));
};

/** Calls for an organiser, from anybody who works in a group. */
export class HelpRequests {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #announcements: Announcements;

  constructor(options: { db: Database; clock: Clock; announcements: Announcements }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#announcements = options.announcements;
  }

  /** `help.ask` */
  ask(caller: Caller, { groupId, text }: CommandParsed<'help.ask'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'help.ask', caller, groupId);
      if (!allowed.ok) return allowed;
      const last = await tx
        .selectFrom('help_request')
        .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.max('number').as('number')])
        .where('group_id', '=', groupId)
        .executeTakeFirstOrThrow();
      if (Number(last.count) >= LIMITS.helpRequests) {
        return fail('conflict', 'The organisers have been called already. They will come as soon as they can.');
      }
      await tx
        .insertInto('help_request')
        .values({ group_id: groupId, number: (last.number ?? 0) + 1, text, asked_at: isoNow(this.#clock) })
        .execute();
      await this.#tell(tx, groupId);
      return succeed(null);
    });
  }

  /** `help.answer` */
  answer(caller: Caller, { groupId }: CommandParsed<'help.answer'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'help.answer', caller, groupId);
      if (!allowed.ok) return allowed;
      const answered = await tx.deleteFrom('help_request').where('group_id', '=', groupId).executeTakeFirst();
      if (Number(answered.numDeletedRows) > 0) await this.#tell(tx, groupId);
      return succeed(null);
    });
  }

  async #tell(tx: Transaction, groupId: GroupId): Promise<void> {
    const help = await readHelp(tx, groupId);
    tx.afterCommit(() =>
      this.#announcements.announce({ to: 'leaders', news: { type: 'help.changed', groupId, help } }),
    );
  }
}
