import type { GroupId, SeatId } from '@rapport/domain/ids';
import { votes, type CallerRole } from '@rapport/domain/roles';
import type { Transaction } from '../db/database.ts';

/**
 * Late check-ins join the ballots that are open (docs/method.md §5): the seat is entitled from now on if its role
 * votes. Returns how many ballots it was added to; a seat that is on the list already stays as it is.
 */
export const enterOpenBallots = async (
  tx: Transaction,
  groupId: GroupId,
  seatId: SeatId,
  role: CallerRole,
): Promise<number> => {
  if (!votes(role)) return 0;
  const open = await tx
    .selectFrom('ballot')
    .select('id')
    .where('group_id', '=', groupId)
    .where('status', '=', 'open')
    .execute();
  let entered = 0;
  for (const { id } of open) {
    const row = await tx
      .insertInto('ballot_seat')
      .values({ ballot_id: id, seat_id: seatId, cast: 0 })
      .onConflict((conflict) => conflict.columns(['ballot_id', 'seat_id']).doNothing())
      .executeTakeFirst();
    entered += Number(row.numInsertedOrUpdatedRows ?? 0);
  }
  return entered;
};
