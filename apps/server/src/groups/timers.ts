import { adjustTimer, pauseTimer, startTimer, stoppedTimer, Timer } from '@rapport/domain/timer';
import type { CommandParsed } from '@rapport/protocol/commands';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { GroupId } from '@rapport/domain/ids';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';

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

  #change(
    caller: Caller,
    groupId: GroupId,
    next: (timer: Timer, now: number, phaseMinutes: number) => Timer,
  ): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'timer.change', caller, groupId);
      if (!allowed.ok) return allowed;
      const row = await tx
        .selectFrom('group')
        .innerJoin('phase', 'phase.id', 'group.phase_id')
        .select(['group.timer', 'phase.minutes'])
        .where('group.id', '=', groupId)
        .executeTakeFirstOrThrow();
      const timer = next(Timer.parse(JSON.parse(row.timer)), this.#clock.now(), row.minutes);
      const text = JSON.stringify(timer);
      if (text === row.timer) return succeed(null);
      await tx.updateTable('group').set({ timer: text }).where('id', '=', groupId).execute();
      tx.afterCommit(() =>
        this.#announcements.announce({ to: 'group', news: { type: 'timer.changed', groupId, timer } }),
      );
      return succeed(null);
    });
  }
}
