import { newId, type RandomBytes, type ReservationId, type SeatId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { findOption, refuseUnpursued } from './find-option.ts';
import type { OptionNews } from './option-news.ts';

/** What is said beside an option's text: reservations without an author, signatures on the record, interest. */
export class Voices {
  readonly #db: Database;
  readonly #news: OptionNews;
  readonly #random: RandomBytes;

  constructor(options: { db: Database; news: OptionNews; random: RandomBytes }) {
    this.#db = options.db;
    this.#news = options.news;
    this.#random = options.random;
  }

  /** `reservation.add` */
  reserve(
    caller: Caller,
    { optionId, kind, text }: CommandParsed<'reservation.add'>,
  ): Promise<Outcome<CommandValue['reservation.add']>> {
    return this.#db.transaction(async (tx) => {
      const found = await findOption(tx, 'reservation.add', caller, optionId);
      if (!found.ok) return found;
      const { groupId } = found.value.option;
      const before = await tx.selectFrom('option_reservation').select('id').where('option_id', '=', optionId).execute();
      if (before.length >= LIMITS.reservationsPerOption) {
        return fail('too-large', `An option carries at most ${LIMITS.reservationsPerOption} reservations.`);
      }
      const id = newId(this.#random) as ReservationId;
      await tx.insertInto('option_reservation').values({ option_id: optionId, id, kind, text }).execute();
      tx.afterCommit(() => this.#news.tellSoon(groupId));
      return succeed({ reservationId: id });
    });
  }

  /** `option.sponsor`: for the seat's delegation, so a second seat of it signs or takes back the same signature. */
  sponsor(caller: Caller, { optionId, version, sponsored }: CommandParsed<'option.sponsor'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const found = await findOption(tx, 'option.sponsor', caller, optionId);
      if (!found.ok) return found;
      const { option, who } = found.value;
      const seat = who.seatId === null ? undefined : await this.#readSeat(tx, who.seatId);
      if (seat?.authorised !== 1) {
        return fail('not-authorised', 'Only a seat that the organiser has authorised signs for its delegation.');
      }
      if (!sponsored) {
        await tx
          .deleteFrom('option_sponsor')
          .where('option_id', '=', optionId)
          .where('delegation', '=', seat.delegation)
          .execute();
      } else {
        const unpursued = refuseUnpursued(option.state);
        if (unpursued !== null) return unpursued;
        if (version !== option.version) {
          return fail('old-version', 'The text has changed since. Read the newest version before you sign.');
        }
        if (!option.frozen) return fail('text-not-frozen', 'Only a frozen text can be signed.');
        const signature = { bloc: seat.bloc, seat_id: seat.id, version };
        await tx
          .insertInto('option_sponsor')
          .values({ option_id: optionId, delegation: seat.delegation, ...signature })
          .onConflict((conflict) => conflict.columns(['option_id', 'delegation']).doUpdateSet(signature))
          .execute();
      }
      await this.#news.tell(tx, option.groupId);
      const colleagues = await tx
        .selectFrom('group_seat')
        .innerJoin('seat', 'seat.id', 'group_seat.seat_id')
        .select('seat.id')
        .where('group_seat.group_id', '=', option.groupId)
        .where('seat.delegation', '=', seat.delegation)
        .where('seat.authorised', '=', 1)
        .execute();
      for (const { id } of colleagues) await this.#news.tellSeat(tx, option.groupId, id);
      return succeed(null);
    });
  }

  /** `option.interest` */
  interest(caller: Caller, { optionId, interested }: CommandParsed<'option.interest'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const found = await findOption(tx, 'option.interest', caller, optionId);
      if (!found.ok) return found;
      const { option, who } = found.value;
      if (who.seatId === null) return fail('role-refused', 'Only somebody who sits in the group can show interest.');
      const row = { option_id: optionId, seat_id: who.seatId };
      if (interested) {
        await tx
          .insertInto('option_interest')
          .values(row)
          .onConflict((conflict) => conflict.columns(['option_id', 'seat_id']).doNothing())
          .execute();
      } else {
        await tx
          .deleteFrom('option_interest')
          .where('option_id', '=', row.option_id)
          .where('seat_id', '=', row.seat_id)
          .execute();
      }
      await this.#news.tellSeat(tx, option.groupId, who.seatId);
      tx.afterCommit(() => this.#news.tellSoon(option.groupId));
      return succeed(null);
    });
  }

  /** `seat.authorise`: what was signed stays signed. */
  authorise(
    caller: Caller,
    { symposiumId, seatId, authorised }: CommandParsed<'seat.authorise'>,
  ): Promise<Outcome<null>> {
    if (caller.kind !== 'organiser') {
      return Promise.resolve(fail('role-refused', 'Only an organiser says who may sign for a delegation.'));
    }
    return this.#db.transaction(async (tx) => {
      const changed = await tx
        .updateTable('seat')
        .set({ authorised: authorised ? 1 : 0 })
        .where('id', '=', seatId)
        .where('symposium_id', '=', symposiumId)
        .executeTakeFirst();
      if (Number(changed.numUpdatedRows) === 0) {
        return fail('not-found', 'There is no such seat in this symposium.', 'seatId');
      }
      const groups = await tx.selectFrom('group_seat').select('group_id').where('seat_id', '=', seatId).execute();
      for (const { group_id: groupId } of groups) await this.#news.tellSeat(tx, groupId, seatId);
      return succeed(null);
    });
  }

  #readSeat(tx: Transaction, seatId: SeatId) {
    return tx
      .selectFrom('seat')
      .select(['id', 'delegation', 'bloc', 'authorised'])
      .where('id', '=', seatId)
      .executeTakeFirst();
  }
}
