import type { SeatId, SymposiumId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { PlenaryState } from '@rapport/protocol/plenary';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';

export type PlenaryRole = PlenaryState['me']['role'];

export type RoleInPlenary = { role: PlenaryRole; seatId: SeatId | null };

/** The refusal for symposia that do not exist and for those of others alike. */
export const noSuchPlenary = (): Outcome<never> =>
  fail('not-found', 'There is no such symposium for you.', 'symposiumId');

/**
 * What the caller is in the plenary, read from the rows at every call; null when the symposium does not exist or is not
 * the caller's: a stranger cannot tell the two apart.
 */
export const roleInPlenary = async (
  query: Database['query'],
  caller: Caller,
  symposiumId: SymposiumId,
): Promise<RoleInPlenary | null> => {
  if (caller.kind === 'organiser') {
    const symposium = await query.selectFrom('symposium').select('id').where('id', '=', symposiumId).executeTakeFirst();
    return symposium === undefined ? null : { role: 'chair', seatId: null };
  }
  if (caller.symposiumId !== symposiumId) return null;
  if (caller.kind === 'screen') return { role: 'screen', seatId: null };
  const seat = await query.selectFrom('seat').select('chair').where('id', '=', caller.seatId).executeTakeFirst();
  return seat === undefined ? null : { role: seat.chair === 1 ? 'chair' : 'seat', seatId: caller.seatId };
};

/** Whether the caller leads the plenary: an organiser, or a seat an organiser named. */
export const allowChair = async (
  query: Database['query'],
  caller: Caller,
  symposiumId: SymposiumId,
): Promise<Outcome<RoleInPlenary>> => {
  const who = await roleInPlenary(query, caller, symposiumId);
  if (who === null) return noSuchPlenary();
  return who.role === 'chair' ? succeed(who) : fail('role-refused', 'Only who chairs the plenary may do this.');
};
