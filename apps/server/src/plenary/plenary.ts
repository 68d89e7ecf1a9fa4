import type { SymposiumId } from '@rapport/domain/ids';
import { REGISTERED } from '@rapport/domain/options';
import { adjustTimer, pauseTimer, startTimer, type Timer } from '@rapport/domain/timer';
import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { ScreenView } from '@rapport/protocol/plenary';
import type { Caller } from '../access/caller.ts';
import { findOpenBallot } from '../ballots/find-ballot.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { countInterest } from '../options/count-answers.ts';
import { refuseSealed } from '../seals/refuse-sealed.ts';
import { readPlenaryRow, writePlenaryRow, type PlenaryRow } from './plenary-row.ts';
import { allowChair } from './role-in-plenary.ts';

/** Opens and closes the plenary, keeps its timer, and says what stands on the screens. */
export class Plenary {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #announcements: Announcements;

  constructor(options: { db: Database; clock: Clock; announcements: Announcements }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#announcements = options.announcements;
  }

  /** `plenary.open` */
  open(caller: Caller, { symposiumId }: CommandParsed<'plenary.open'>): Promise<Outcome<null>> {
    return this.#change(
      caller,
      symposiumId,
      async (tx) => (await refuseSealed(tx, symposiumId)) ?? succeed({ status: 'open' }),
    );
  }

  /** `plenary.close` */
  close(caller: Caller, { symposiumId }: CommandParsed<'plenary.close'>): Promise<Outcome<null>> {
    return this.#change(caller, symposiumId, async (tx) => {
      if ((await findOpenBallot(tx, { symposiumId })) !== null) {
        return fail('ballot-open', 'The plenary is voting. Close its ballot first.');
      }
      // Options of groups that still work are their group's: what it says of them becomes counts when it closes.
      const options = await tx
        .selectFrom('option')
        .leftJoin('group', 'group.id', 'option.group_id')
        .select(['option.id', 'option.interest_kept'])
        .where('option.symposium_id', '=', symposiumId)
        .where((eb) => eb.or([eb('option.group_id', 'is', null), eb('group.status', '=', 'closed')]))
        .execute();
      const count = await countInterest(tx, options);
      if (count > 0) {
        await tx
          .insertInto('purge')
          .values({ symposium_id: symposiumId, what: 'answers', count, at: isoNow(this.#clock) })
          .execute();
        tx.afterCommit(() => this.#db.truncateLog());
      }
      return succeed({ status: 'closed' });
    });
  }

  /** `plenary.timer` */
  timer(caller: Caller, input: CommandParsed<'plenary.timer'>): Promise<Outcome<null>> {
    return this.#change(caller, input.symposiumId, async (tx) => {
      const { timer } = await readPlenaryRow(tx, input.symposiumId);
      return succeed({ timer: this.#next(timer, input) });
    });
  }

  /** `screen.show`: only what there is can be shown; what a screen is then sent goes by its view alone. */
  show(caller: Caller, { symposiumId, view }: CommandParsed<'screen.show'>): Promise<Outcome<null>> {
    return this.#change(caller, symposiumId, async (tx) => {
      const refusal = await refuseView(tx, symposiumId, view);
      return refusal ?? succeed({ view });
    });
  }

  /** `seat.chair` */
  chair(caller: Caller, { symposiumId, seatId, chair }: CommandParsed<'seat.chair'>): Promise<Outcome<null>> {
    if (caller.kind !== 'organiser') {
      return Promise.resolve(fail('role-refused', 'Only an organiser says who chairs the plenary.'));
    }
    return this.#db.transaction(async (tx) => {
      const changed = await tx
        .updateTable('seat')
        .set({ chair: chair ? 1 : 0 })
        .where('id', '=', seatId)
        .where('symposium_id', '=', symposiumId)
        .executeTakeFirst();
      if (Number(changed.numUpdatedRows) === 0) {
        return fail('not-found', 'There is no such seat in this symposium.', 'seatId');
      }
      tx.afterCommit(() => this.#announcements.announce({ to: 'plenary', symposiumId }));
      return succeed(null);
    });
  }

  #next(timer: Timer, input: CommandParsed<'plenary.timer'>): Timer {
    const now = this.#clock.now();
    switch (input.action) {
      case 'start':
        return startTimer(timer, now, input.durationMs);
      case 'pause':
        return pauseTimer(timer, now);
      case 'adjust':
        return adjustTimer(timer, now, input.deltaMs);
      case 'stop':
        return { state: 'stopped', durationMs: timer.durationMs, endsAt: null };
    }
  }

  #change(
    caller: Caller,
    symposiumId: SymposiumId,
    decide: (tx: Transaction) => Promise<Outcome<Partial<PlenaryRow>>>,
  ): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const chair = await allowChair(tx, caller, symposiumId);
      if (!chair.ok) return chair;
      const decided = await decide(tx);
      if (!decided.ok) return decided;
      await writePlenaryRow(tx, symposiumId, decided.value);
      tx.afterCommit(() => this.#announcements.announce({ to: 'plenary', symposiumId }));
      return succeed(null);
    });
  }
}

/** Why this cannot be shown; null when it can. */
const refuseView = async (
  tx: Transaction,
  symposiumId: SymposiumId,
  view: ScreenView,
): Promise<Outcome<never> | null> => {
  switch (view.kind) {
    case 'blank':
    case 'progress':
    case 'register':
    case 'timer':
      return null;
    case 'group': {
      const group = await tx
        .selectFrom('group')
        .select('id')
        .where('id', '=', view.groupId)
        .where('symposium_id', '=', symposiumId)
        .executeTakeFirst();
      return group === undefined ? fail('not-found', 'There is no such group here.', 'view.groupId') : null;
    }
    case 'option': {
      const option = await tx
        .selectFrom('option')
        .select('id')
        .where('id', '=', view.optionId)
        .where('symposium_id', '=', symposiumId)
        .where('state', 'in', REGISTERED)
        .executeTakeFirst();
      return option === undefined ? fail('not-found', 'This option is not in the register.', 'view.optionId') : null;
    }
    case 'ballot':
    case 'results': {
      const ballot = await tx
        .selectFrom('ballot')
        .select('status')
        .where('id', '=', view.ballotId)
        .where('symposium_id', '=', symposiumId)
        .executeTakeFirst();
      if (ballot === undefined) return fail('not-found', 'There is no such ballot of the plenary.', 'view.ballotId');
      return view.kind === 'results' && ballot.status !== 'closed'
        ? fail('ballot-not-closed', 'Results are published when the ballot closes.', 'view.ballotId')
        : null;
    }
  }
};
