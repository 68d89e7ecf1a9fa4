import type { GroupId, SeatId } from '@rapport/domain/ids';
import type { CallerRole } from '@rapport/domain/roles';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';

export type RoleInGroup = { role: CallerRole; seatId: SeatId | null };

/**
 * What the caller is in a group, read from the rows at every call; null when the group does not exist or is not the
 * caller's: a stranger cannot tell the two apart.
 */
export const roleOf = async (
  query: Database['query'],
  caller: Caller,
  groupId: GroupId,
): Promise<RoleInGroup | null> => {
  if (caller.kind === 'organiser') {
    const group = await query.selectFrom('group').select('id').where('id', '=', groupId).executeTakeFirst();
    return group === undefined ? null : { role: 'organiser', seatId: null };
  }
  // A screen is in no group.
  if (caller.kind === 'screen') return null;
  const seat = await query
    .selectFrom('group_seat')
    .select('role')
    .where('group_id', '=', groupId)
    .where('seat_id', '=', caller.seatId)
    .executeTakeFirst();
  return seat === undefined ? null : { role: seat.role, seatId: caller.seatId };
};
