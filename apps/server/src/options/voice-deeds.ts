import type { BlocId } from '@rapport/domain/blocs';
import type { OptionId, SeatId } from '@rapport/domain/ids';
import type { OptionState } from '@rapport/domain/options';
import type { CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Transaction } from '../db/database.ts';
import { refuseUnpursued } from './find-option.ts';

/** What of an option decides whether its text can be signed. */
export type SignedOption = { id: OptionId; state: OptionState; frozen: boolean; version: number | null };

export type SigningSeat = { id: SeatId; delegation: string; bloc: BlocId };

/** The seat, if the organiser has authorised it to sign for its delegation. */
export const readSigningSeat = async (tx: Transaction, seatId: SeatId | null): Promise<Outcome<SigningSeat>> => {
  const seat =
    seatId === null
      ? undefined
      : await tx
          .selectFrom('seat')
          .select(['id', 'delegation', 'bloc', 'authorised'])
          .where('id', '=', seatId)
          .executeTakeFirst();
  return seat?.authorised === 1
    ? succeed({ id: seat.id, delegation: seat.delegation, bloc: seat.bloc })
    : fail('not-authorised', 'Only a seat that the organiser has authorised signs for its delegation.');
};

/** Signs the newest frozen version for the seat's delegation, or takes that back; a second seat of it does the same. */
export const signOption = async (
  tx: Transaction,
  option: SignedOption,
  seat: SigningSeat,
  { version, sponsored }: Pick<CommandParsed<'option.sponsor'>, 'version' | 'sponsored'>,
): Promise<Outcome<null>> => {
  if (!sponsored) {
    await tx
      .deleteFrom('option_sponsor')
      .where('option_id', '=', option.id)
      .where('delegation', '=', seat.delegation)
      .execute();
    return succeed(null);
  }
  const unpursued = refuseUnpursued(option.state);
  if (unpursued !== null) return unpursued;
  if (version !== option.version) {
    return fail('old-version', 'The text has changed since. Read the newest version before you sign.');
  }
  if (!option.frozen) return fail('text-not-frozen', 'Only a frozen text can be signed.');
  const signature = { bloc: seat.bloc, seat_id: seat.id, version };
  await tx
    .insertInto('option_sponsor')
    .values({ option_id: option.id, delegation: seat.delegation, ...signature })
    .onConflict((conflict) => conflict.columns(['option_id', 'delegation']).doUpdateSet(signature))
    .execute();
  return succeed(null);
};

/** Notes that a seat is interested, or is not any more; only the count is ever shown. */
export const noteInterest = async (
  tx: Transaction,
  optionId: OptionId,
  seatId: SeatId,
  interested: boolean,
): Promise<void> => {
  if (interested) {
    await tx
      .insertInto('option_interest')
      .values({ option_id: optionId, seat_id: seatId })
      .onConflict((conflict) => conflict.columns(['option_id', 'seat_id']).doNothing())
      .execute();
    return;
  }
  await tx.deleteFrom('option_interest').where('option_id', '=', optionId).where('seat_id', '=', seatId).execute();
};
