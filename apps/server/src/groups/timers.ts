import { adjustTimer, pauseTimer, startTimer, stoppedTimer, Timer } from '@rapport/domain/timer';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { GroupId } from '@rapport/domain/ids';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';

type NextTimer = (timer: Timer, now: number, phaseMinutes: number) => Timer;

/** A group's timer. It cuts nothing off and moves nothing on: clients draw it by the server's clock. */
export class Timers {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #announcements: Announcements;

  constructor(options: { db: Database; clock: Clock; announcements: Announcements }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#announcements = options.announcements;
  }

  /** `timer.start` */
  start(caller: Caller, { groupId, durationMs }: CommandParsed<'timer.start'>): Promise<Outcome<null>> {
    return this.#change(caller, groupId, (timer, now) => startTimer(timer, now, durationMs));
  }

  /** `timer.pause` */
  pause(caller: Caller, { groupId }: CommandParsed<'timer.pause'>): Promise<Outcome<null>> {
    return this.#change(caller, groupId, pauseTimer);
  }

  /** `timer.adjust` */
  adjust(caller: Caller, { groupId, deltaMs }: CommandParsed<'timer.adjust'>): Promise<Outcome<null>> {
    return this.#change(caller, groupId, (timer, now) => adjustTimer(timer, now, deltaMs));
  }

  /** `timer.stop`: back to the minutes of the phase. */
  stop(caller: Caller, { groupId }: CommandParsed<'timer.stop'>): Promise<Outcome<null>> {
    return this.#change(caller, groupId, (_timer, _now, minutes) => stoppedTimer(minutes));
  }

  /** `timer.adjustAll` */
  adjustAll(
    caller: Caller,
    { symposiumId, roundId, deltaMs }: CommandParsed<'timer.adjustAll'>,
  ): Promise<Outcome<CommandValue['timer.adjustAll']>> {
    return this.#db.transaction(async (tx) => {
      if (caller.kind !== 'organiser') return fail('role-refused', 'Only an organiser may change all timers at once.');
      let open = tx
        .selectFrom('group')
        .select('id')
        .where('symposium_id', '=', symposiumId)
        .where('status', '=', 'open');
      if (roundId !== undefined) open = open.where('round_id', '=', roundId);
      const groups = await open.execute();
      if (groups.length === 0) return fail('not-found', 'There is no group there that is open.');
      for (const { id } of groups) await this.#set(tx, id, (timer, now) => adjustTimer(timer, now, deltaMs));
      return succeed({ groups: groups.length });
    });
  }

  #change(caller: Caller, groupId: GroupId, next: NextTimer): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'timer.change', caller, groupId);
      if (!allowed.ok) return allowed;
      await this.#set(tx, groupId, next);
      return succeed(null);
    });
  }

  async #set(tx: Transaction, groupId: GroupId, next: NextTimer): Promise<void> {
    const row = await tx
      .selectFrom('group')
      .innerJoin('phase', 'phase.id', 'group.phase_id')
      .select(['group.timer', 'phase.minutes'])
      .where('group.id', '=', groupId)
      .executeTakeFirstOrThrow();
    const timer = next(Timer.parse(JSON.parse(row.timer)), this.#clock.now(), row.minutes);
    const text = JSON.stringify(timer);
    if (text === row.timer) return;
    await tx.updateTable('group').set({ timer: text }).where('id', '=', groupId).execute();
    tx.afterCommit(() =>
      this.#announcements.announce({ to: 'group', news: { type: 'timer.changed', groupId, timer } }),
    );
  }
}
