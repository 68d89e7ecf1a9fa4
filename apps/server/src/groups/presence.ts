import type { GroupId, SeatId } from '@rapport/domain/ids';
import { Batches } from '../events/batches.ts';
import type { Announcements } from '../events/announcements.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';

/** A seat stays present this long after its last connection ended, ms. */
const PRESENT_FOR_MS = 60_000;
/** Counts are told at most once in this time, ms. */
const COUNTS_EVERY_MS = 1_000;

/** What everybody may know about presence: numbers. */
export type PresenceCounts = { present: number; seats: number; done: number };

type Attendance = { connections: number; /** When the last connection ended, ms. */ leftAt: number };

/**
 * Which seats are in the room: checked in and connected within the last 60 s. Lives in memory and survives nothing; a
 * role is data and is never lost with a connection.
 */
export class Presence implements AsyncDisposable {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #announcements: Announcements;
  readonly #groups = new Map<GroupId, Map<SeatId, Attendance>>();
  readonly #batches: Batches<GroupId>;
  readonly #changeListeners: ((groupId: GroupId) => void)[] = [];

  constructor(options: {
    db: Database;
    clock: Clock;
    announcements: Announcements;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
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
    let group = this.#groups.get(groupId);
    if (group === undefined) this.#groups.set(groupId, (group = new Map()));
    const known = group.get(seatId);
    const attendance = known ?? { connections: 0, leftAt: 0 };
    group.set(seatId, attendance);
    attendance.connections += 1;
    if (known === undefined) this.changed(groupId);
    let entered = true;
    return () => {
      if (!entered) return;
      entered = false;
      this.#leave(groupId, seatId, attendance);
    };
  }

  isPresent(groupId: GroupId, seatId: SeatId): boolean {
    const attendance = this.#groups.get(groupId)?.get(seatId);
    return (
      attendance !== undefined && (attendance.connections > 0 || this.#clock.now() - attendance.leftAt < PRESENT_FOR_MS)
    );
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

  #leave(groupId: GroupId, seatId: SeatId, attendance: Attendance): void {
    attendance.connections -= 1;
    if (attendance.connections > 0) return;
    attendance.leftAt = this.#clock.now();
    this.#clock.after(PRESENT_FOR_MS, () => {
      const group = this.#groups.get(groupId);
      if (group?.get(seatId) !== attendance || this.isPresent(groupId, seatId)) return;
      group.delete(seatId);
      if (group.size === 0) this.#groups.delete(groupId);
      this.changed(groupId);
    });
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
