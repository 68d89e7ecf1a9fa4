import type { SymposiumId } from '@rapport/domain/ids';
import { fail, type Outcome } from '@rapport/protocol/failures';
import type { Database } from '../db/database.ts';

/** Why nothing of this symposium can be changed any more; null when it can. Ask in the transaction that changes. */
export const refuseSealed = async (
  query: Database['query'],
  symposiumId: SymposiumId,
): Promise<Outcome<never> | null> => {
  const seal = await query
    .selectFrom('seal')
    .select('symposium_id')
    .where('symposium_id', '=', symposiumId)
    .executeTakeFirst();
  return seal === undefined ? null : fail('sealed', 'This symposium is sealed: it can be read, not changed.');
};
