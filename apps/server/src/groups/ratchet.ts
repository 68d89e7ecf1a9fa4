import { Attribution, tellsLess } from '@rapport/domain/attribution';
import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';
import { keepPromises } from './draft-promises.ts';
import type { Drafts } from './drafts.ts';
import type { GroupConditions } from './group-conditions.ts';
import type { Notices } from './notices.ts';
import type { Purges } from './purges.ts';

type SeatDraftIds = Awaited<ReturnType<Drafts['idsOf']>>;
type Change = CommandParsed<'group.attribution'>;

/**
 * Changes what may be known about who wrote something in a group (docs/method.md A2). Less holds for everything there
 * is, at once. More holds for what is written from now on: cards and drafts keep the promise they were written under.
 */
export class Ratchet {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #conditions: GroupConditions;
  readonly #drafts: Pick<Drafts, 'idsOf'>;
  readonly #notices: Pick<Notices, 'add'>;
  readonly #purges: Purges;

  constructor(options: {
    db: Database;
    announcements: Announcements;
    conditions: GroupConditions;
    drafts: Pick<Drafts, 'idsOf'>;
    notices: Pick<Notices, 'add'>;
    purges: Purges;
  }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#conditions = options.conditions;
    this.#drafts = options.drafts;
    this.#notices = options.notices;
    this.#purges = options.purges;
  }

  /** `group.attribution`: succeeds once what had to be destroyed is gone. */
  async change(caller: Caller, input: Change): Promise<Outcome<null>> {
    const { groupId } = input;
    const allowed = await allow(this.#db.query, 'group.attribution', caller, groupId);
    if (!allowed.ok) return allowed;
    const drafts = await this.#drafts.idsOf(groupId);
    const changed = await this.#db.transaction((tx) => this.#change(tx, caller, input, drafts));
    if (!changed.ok) return changed;
    const { before } = changed.value;
    if (tellsLess(input.attribution, before)) {
      // What was begun while this ran was begun under the old promise, too.
      const begun = await this.#drafts.idsOf(groupId);
      await this.#db.transaction((tx) => keepPromises(tx, groupId, begun, before));
    }
    await this.#purges.finish(groupId);
    return succeed(null);
  }

  async #change(
    tx: Transaction,
    caller: Caller,
    { groupId, attribution }: Change,
    drafts: SeatDraftIds,
  ): Promise<Outcome<{ before: Attribution }>> {
    const allowed = await allow(tx, 'group.attribution', caller, groupId);
    if (!allowed.ok) return allowed;
    const group = await tx
      .selectFrom('group')
      .select(['attribution', 'revealed', 'reveal_ends_at'])
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    const before = group.attribution;
    if (before === attribution) return succeed({ before });
    const pending = await tx
      .selectFrom('reveal')
      .select('id')
      .where('group_id', '=', groupId)
      .where('status', '=', 'pending')
      .executeTakeFirst();
    if (group.reveal_ends_at !== null || pending !== undefined) {
      return fail('reveal-running', 'A reveal is under way. Change this when it is done.');
    }
    await tx.updateTable('group').set({ attribution }).where('id', '=', groupId).execute();
    const less = tellsLess(before, attribution);
    if (less) {
      const wider = Attribution.options.filter((mode) => tellsLess(mode, attribution));
      const narrowed = { mode: attribution };
      await tx
        .updateTable('authorship')
        .set(narrowed)
        .where('group_id', '=', groupId)
        .where('mode', 'in', wider)
        .execute();
      await tx
        .updateTable('draft_promise')
        .set(narrowed)
        .where('group_id', '=', groupId)
        .where('mode', 'in', wider)
        .execute();
      if (attribution === 'sealed' && group.revealed === 1) await this.#purges.whenSealed(tx, groupId);
    } else await keepPromises(tx, groupId, drafts, before);
    tx.afterCommit(() => {
      this.#conditions.set(groupId, { attribution });
      this.#announcements.announce({ to: 'group', news: { type: 'attribution.changed', groupId, attribution } });
      this.#announcements.announce({ to: 'authors', list: { groupId, authors: null } });
      // Names on cursors come and go with the mode.
      this.#announcements.announce({ to: 'documents', groupId });
    });
    await this.#notices.add(tx, groupId, { kind: 'attribution', attribution, tells: less ? 'less' : 'more' });
    return succeed({ before });
  }
}
