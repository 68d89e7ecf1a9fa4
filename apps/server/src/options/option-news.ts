import type { GroupId, SeatId } from '@rapport/domain/ids';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { Batches } from '../events/batches.ts';
import { readMe } from '../groups/read-group-state.ts';
import { readGroupOptions } from './read-group-options.ts';

/** What many say at once (answers, interest, reservations) is told at most this often, ms. */
const TELL_EVERY_MS = 1_000;

/** Tells a group how its options stand, always all of them at once. */
export class OptionNews implements AsyncDisposable {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #batches: Batches<GroupId>;

  constructor(options: {
    db: Database;
    announcements: Announcements;
    clock: Clock;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#batches = new Batches({
      clock: options.clock,
      everyMs: TELL_EVERY_MS,
      work: (groupId) => this.#db.transaction((tx) => this.tell(tx, groupId)),
      onFault: options.onFault,
    });
  }

  /** To everybody in the group, once the transaction is on disk. */
  async tell(tx: Transaction, groupId: GroupId): Promise<void> {
    const options = await readGroupOptions(tx, groupId);
    tx.afterCommit(() =>
      this.#announcements.announce({ to: 'group', news: { type: 'options.changed', groupId, options } }),
    );
  }

  /** To everybody in the group, soon, with all that is said until then. Call it after the commit. */
  tellSoon(groupId: GroupId): void {
    this.#batches.ask(groupId);
  }

  /** To one seat, what it said itself. */
  async tellSeat(tx: Transaction, groupId: GroupId, seatId: SeatId): Promise<void> {
    const seat = await tx
      .selectFrom('group_seat')
      .select('role')
      .where('group_id', '=', groupId)
      .where('seat_id', '=', seatId)
      .executeTakeFirst();
    if (seat === undefined) return;
    const me = await readMe(tx, { role: seat.role, seatId }, groupId);
    tx.afterCommit(() =>
      this.#announcements.announce({ to: 'seat', seatId, news: { type: 'me.changed', groupId, me } }),
    );
  }

  /** What was still to be told is left to the state that is asked for after the restart. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#batches[Symbol.asyncDispose]();
  }
}
