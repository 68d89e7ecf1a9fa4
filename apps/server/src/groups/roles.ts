import { mayAssign, stepsDownTo } from '@rapport/domain/assign-role';
import type { GroupId, SeatId } from '@rapport/domain/ids';
import type { GroupRole } from '@rapport/domain/roles';
import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { SeatList } from '@rapport/protocol/seat-list';
import type { Caller } from '../access/caller.ts';
import { enterOpenBallots } from '../ballots/entitlement.ts';
import { readBallots } from '../ballots/read-ballots.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';
import type { Presence } from './presence.ts';
import { readMe } from './read-group-state.ts';

/** Gives roles to seats. A role is data: it holds at once, and for who is not connected as well. */
export class Roles {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #presence: Presence;

  constructor(options: { db: Database; announcements: Announcements; presence: Presence }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#presence = options.presence;
  }

  /** `seat.list` */
  list(caller: Caller, { groupId }: CommandParsed<'seat.list'>): Promise<Outcome<SeatList>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'seat.role', caller, groupId);
      if (!allowed.ok) return allowed;
      const seats = await tx
        .selectFrom('group_seat')
        .innerJoin('seat', 'seat.id', 'group_seat.seat_id')
        .select(['seat.id', 'seat.display_name', 'seat.delegation', 'group_seat.role'])
        .where('group_seat.group_id', '=', groupId)
        .orderBy('seat.display_name')
        .orderBy('seat.delegation')
        .execute();
      return succeed({
        groupId,
        seats: seats.map((seat) => ({
          id: seat.id,
          displayName: seat.display_name,
          delegation: seat.delegation,
          role: seat.role,
          present: this.#presence.isPresent(groupId, seat.id),
          self: seat.id === allowed.value.seatId,
        })),
      });
    });
  }

  /** `seat.role` */
  assign(caller: Caller, { groupId, seatId, role }: CommandParsed<'seat.role'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'seat.role', caller, groupId);
      if (!allowed.ok) return allowed;
      const seat = await tx
        .selectFrom('group_seat')
        .select('role')
        .where('group_id', '=', groupId)
        .where('seat_id', '=', seatId)
        .executeTakeFirst();
      if (seat === undefined) return fail('not-found', 'Nobody of this group has that seat.', 'seatId');
      if (seat.role === role) return succeed(null);
      const who = allowed.value;
      if (!mayAssign(who.role, seat.role, role, seatId === who.seatId)) {
        return fail('role-refused', 'Only an organiser may give this role to that seat.');
      }
      const down = stepsDownTo(role);
      if (down !== null) {
        const holders = await tx
          .selectFrom('group_seat')
          .select('seat_id')
          .where('group_id', '=', groupId)
          .where('role', '=', role)
          .execute();
        for (const holder of holders) await this.#set(tx, groupId, holder.seat_id, down);
      }
      await this.#set(tx, groupId, seatId, role);
      return succeed(null);
    });
  }

  async #set(tx: Transaction, groupId: GroupId, seatId: SeatId, role: GroupRole): Promise<void> {
    await tx
      .updateTable('group_seat')
      .set({ role })
      .where('group_id', '=', groupId)
      .where('seat_id', '=', seatId)
      .execute();
    // Whoever votes from now on also votes in what is open, as somebody does who comes in late.
    const entered = this.#presence.isPresent(groupId, seatId) ? await enterOpenBallots(tx, groupId, seatId, role) : 0;
    const me = await readMe(tx, { role, seatId }, groupId);
    const ballots = entered === 0 ? [] : await readBallots(tx, { groupId });
    tx.afterCommit(() => {
      this.#announcements.announce({ to: 'seat', seatId, news: { type: 'role.changed', groupId, me } });
      this.#announcements.announce({ to: 'documents', groupId, seatId });
      for (const { id, progress } of ballots.filter((ballot) => ballot.status === 'open')) {
        this.#announcements.announce({
          to: 'group',
          news: { type: 'ballot.progressed', groupId, ballotId: id, progress },
        });
      }
      this.#presence.changed(groupId);
    });
  }
}
