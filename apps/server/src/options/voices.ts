import { newId, type GroupId, type RandomBytes, type ReservationId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { findOption } from './find-option.ts';
import type { OptionNews } from './option-news.ts';
import { noteInterest, readSigningSeat, signOption } from './voice-deeds.ts';

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

  /** `option.sponsor` */
  sponsor(caller: Caller, { optionId, version, sponsored }: CommandParsed<'option.sponsor'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const found = await findOption(tx, 'option.sponsor', caller, optionId);
      if (!found.ok) return found;
      const { option, who } = found.value;
      const seat = await readSigningSeat(tx, who.seatId);
      if (!seat.ok) return seat;
      const signed = await signOption(tx, option, seat.value, { version, sponsored });
      if (!signed.ok) return signed;
      await tellSigned(tx, this.#news, option.groupId, seat.value.delegation);
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
      await noteInterest(tx, optionId, who.seatId, interested);
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
}

/** A signature in a group: to everybody how the option stands, to the delegation's seats there that they have signed. */
export const tellSigned = async (
  tx: Transaction,
  news: OptionNews,
  groupId: GroupId,
  delegation: string,
): Promise<void> => {
  await news.tell(tx, groupId);
  const colleagues = await tx
    .selectFrom('group_seat')
    .innerJoin('seat', 'seat.id', 'group_seat.seat_id')
    .select('seat.id')
    .where('group_seat.group_id', '=', groupId)
    .where('seat.delegation', '=', delegation)
    .where('seat.authorised', '=', 1)
    .execute();
  for (const { id } of colleagues) await news.tellSeat(tx, groupId, id);
};
