import { leastTelling, type Attribution } from '@rapport/domain/attribution';
import type { CardId, GroupId, SeatId } from '@rapport/domain/ids';
import type { Transaction } from '../db/database.ts';

/** Rows of one insert: a statement holds a limited number of parameters in SQLite. */
const ROWS_AT_ONCE = 200;

type Drafts = { seatId: SeatId; ids: readonly CardId[] };

const keyOf = (seatId: SeatId, id: CardId): string => `${seatId} ${id}`;

/** Keeps what the authors of these drafts were promised; a promise they have already stays. */
export const keepPromises = async (
  tx: Transaction,
  groupId: GroupId,
  drafts: readonly Drafts[],
  mode: Attribution,
): Promise<void> => {
  const rows = drafts.flatMap(({ seatId, ids }) =>
    ids.map((id) => ({ group_id: groupId, seat_id: seatId, card_id: id, mode })),
  );
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('draft_promise')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.columns(['group_id', 'seat_id', 'card_id']).doNothing())
      .execute();
  }
};

/** What the author of a draft was promised, in a group whose mode is `attribution` now. */
export const readPromises = async (
  tx: Transaction,
  groupId: GroupId,
  attribution: Attribution,
): Promise<(seatId: SeatId, id: CardId) => Attribution> => {
  const rows = await tx
    .selectFrom('draft_promise')
    .select(['seat_id', 'card_id', 'mode'])
    .where('group_id', '=', groupId)
    .execute();
  const kept = new Map(rows.map((row) => [keyOf(row.seat_id, row.card_id), row.mode]));
  return (seatId, id) => leastTelling(attribution, kept.get(keyOf(seatId, id)) ?? attribution);
};

/** The drafts are on the board or gone: nothing has to be kept about them here. */
export const forgetPromises = async (tx: Transaction, groupId: GroupId, drafts: readonly Drafts[]): Promise<void> => {
  for (const { seatId, ids } of drafts) {
    if (ids.length === 0) continue;
    await tx
      .deleteFrom('draft_promise')
      .where('group_id', '=', groupId)
      .where('seat_id', '=', seatId)
      .where('card_id', 'in', ids)
      .execute();
  }
};
