import type { OptionId, SymposiumId } from '@rapport/domain/ids';
import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { isHandedOver, noSuchOption } from '../options/find-option.ts';
import type { OptionNews } from '../options/option-news.ts';
import { noteInterest, readSigningSeat, signOption } from '../options/voice-deeds.ts';
import { tellSigned } from '../options/voices.ts';
import { readPlenaryRow } from './plenary-row.ts';

type Query = Database['query'];

/**
 * What seats say of options of the register while the plenary is open: signatures on the record, interest. Any seat of
 * the symposium may, whichever group an option came from; a group whose session is closed does not hinder it.
 */
export class PlenaryVoices {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #news: OptionNews;

  constructor(options: { db: Database; announcements: Announcements; news: OptionNews }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#news = options.news;
  }

  /** Whether this option is before an open plenary; all others are their group's affair. */
  async takes(optionId: OptionId): Promise<boolean> {
    const option = await readOption(this.#db.query, optionId);
    if (option === null) return false;
    if (option.groupId === null) return true;
    return isHandedOver(option.state) && (await readPlenaryRow(this.#db.query, option.symposiumId)).status === 'open';
  }

  /** `option.sponsor` */
  sponsor(caller: Caller, { optionId, ...wanted }: CommandParsed<'option.sponsor'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const found = await findBeforePlenary(tx, caller, optionId);
      if (!found.ok) return found;
      const { option, seatId } = found.value;
      const seat = await readSigningSeat(tx, seatId);
      if (!seat.ok) return seat;
      const signed = await signOption(tx, option, seat.value, wanted);
      if (!signed.ok) return signed;
      if (option.groupId !== null) await tellSigned(tx, this.#news, option.groupId, seat.value.delegation);
      this.#tell(tx, option.symposiumId);
      return succeed(null);
    });
  }

  /** `option.interest` */
  interest(caller: Caller, { optionId, interested }: CommandParsed<'option.interest'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const found = await findBeforePlenary(tx, caller, optionId);
      if (!found.ok) return found;
      const { option, seatId } = found.value;
      if (option.state === 'merged') return fail('conflict', 'This option lives on in another one of the plenary.');
      await noteInterest(tx, optionId, seatId, interested);
      const { groupId } = option;
      if (groupId !== null) {
        await this.#news.tellSeat(tx, groupId, seatId);
        tx.afterCommit(() => this.#news.tellSoon(groupId));
      }
      this.#tell(tx, option.symposiumId);
      return succeed(null);
    });
  }

  #tell(tx: Transaction, symposiumId: SymposiumId): void {
    tx.afterCommit(() => this.#announcements.announce({ to: 'plenary', symposiumId }));
  }
}

const readOption = async (query: Query, optionId: OptionId) => {
  const row = await query
    .selectFrom('option')
    .select(['id', 'symposium_id as symposiumId', 'group_id as groupId', 'state', 'frozen', 'version'])
    .where('id', '=', optionId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, frozen: row.frozen === 1 };
};

/** The option with the caller's seat, if the caller has one in the symposium and its plenary is open. */
const findBeforePlenary = async (query: Query, caller: Caller, optionId: OptionId) => {
  const option = await readOption(query, optionId);
  // A stranger must not learn that there is one.
  if (option === null || (caller.kind !== 'organiser' && caller.symposiumId !== option.symposiumId)) {
    return noSuchOption('optionId');
  }
  if (caller.kind !== 'seat') return fail('role-refused', 'Only somebody who has a seat can say this of an option.');
  if ((await readPlenaryRow(query, option.symposiumId)).status !== 'open') {
    // What a closed plenary works on is not shown to seats.
    return noSuchOption('optionId');
  }
  return succeed({ option, seatId: caller.seatId });
};
