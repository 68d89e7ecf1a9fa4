import type { GroupId, SeatId } from '@rapport/domain/ids';
import { Attendance } from '../attendance.ts';
import { Batches } from '../events/batches.ts';
import type { Announcements } from '../events/announcements.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';

/** Counts are told at most once in this time, ms. */
const COUNTS_EVERY_MS = 1_000;

/** What everybody may know about presence: numbers. */
export type PresenceCounts = { present: number; seats: number; done: number };

/** Which seats are in the room: checked in and connected within the last 60 s; tells the room how many. */
export class Presence implements AsyncDisposable {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #attendance: Attendance<GroupId>;
  readonly #batches: Batches<GroupId>;
  readonly #changeListeners: ((groupId: GroupId) => void)[] = [];

  constructor(options: {
    db: Database;
    clock: Clock;
    announcements: Announcements;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#attendance = new Attendance({ clock: options.clock, onChange: (groupId) => this.changed(groupId) });
    this.#announcements = options.announcements;
    this.#batches = new Batches({
      clock: options.clock,
      everyMs: COUNTS_EVERY_MS,
      work: (groupId) => this.#tellCounts(groupId),
      onFault: options.onFault,
    });
  }

  /** A connection of a checked-in seat; returns how to end it, once. */
  enter(groupId: GroupId, seatId: SeatId): () => void {
    return this.#attendance.enter(groupId, seatId);
  }

  isPresent(groupId: GroupId, seatId: SeatId): boolean {
    return this.#attendance.isPresent(groupId, seatId);
  }

  /** Numbers of one group, as the rows of `query` have them. */
  async counts(query: Database['query'], groupId: GroupId): Promise<PresenceCounts> {
    const seats = await query
      .selectFrom('group_seat')
      .select(['seat_id', 'done'])
      .where('group_id', '=', groupId)
      .execute();
    const present = seats.filter((seat) => this.isPresent(groupId, seat.seat_id));
    return { present: present.length, seats: seats.length, done: present.filter((seat) => seat.done === 1).length };
  }

  /** Something the counts are made of has changed: they are told in the next batch. */
  changed(groupId: GroupId): void {
    this.#batches.ask(groupId);
    for (const listener of this.#changeListeners) listener(groupId);
  }

  /** Tells when somebody came, went or said to be done. */
  onChange(listener: (groupId: GroupId) => void): void {
    this.#changeListeners.push(listener);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#batches[Symbol.asyncDispose]();
  }

  /** Read in a transaction, so that the numbers are told in their place among all that is announced. */
  #tellCounts(groupId: GroupId): Promise<void> {
    return this.#db.transaction(async (tx) => {
      const counts = await this.counts(tx, groupId);
      tx.afterCommit(() =>
        this.#announcements.announce({ to: 'group', news: { type: 'presence.changed', groupId, ...counts } }),
      );
    });
  }
}
