import type { OptionId, SymposiumId } from '@rapport/domain/ids';
import type { OptionState } from '@rapport/domain/options';
import type { RegisterDeed } from '@rapport/protocol/plenary';
import type { Database, Transaction } from '../db/database.ts';

/** What a deed on the register changed: enough to take it back and to see that nobody has built upon it. */
export type RegisterChange = {
  /** Options that are new. */
  made: OptionId[];
  states: { id: OptionId; before: OptionState; after: OptionState }[];
  version: { id: OptionId; before: number; after: number } | null;
};

type StoredDeed = { number: number; deed: RegisterDeed; change: RegisterChange };

export const addDeed = async (
  tx: Transaction,
  symposiumId: SymposiumId,
  deed: RegisterDeed,
  change: RegisterChange,
): Promise<void> => {
  const { last } = await tx
    .selectFrom('register_deed')
    .select((eb) => eb.fn.max<number | null>('number').as('last'))
    .where('symposium_id', '=', symposiumId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('register_deed')
    .values({ symposium_id: symposiumId, number: (last ?? 0) + 1, deed, content: JSON.stringify(change) })
    .execute();
};

/** The last deed that was not taken back. */
export const readLastDeed = async (query: Database['query'], symposiumId: SymposiumId): Promise<StoredDeed | null> => {
  const row = await query
    .selectFrom('register_deed')
    .select(['number', 'deed', 'content'])
    .where('symposium_id', '=', symposiumId)
    .where('undone', '=', 0)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { number: row.number, deed: row.deed, change: JSON.parse(row.content) as RegisterChange };
};

export const markUndone = async (tx: Transaction, symposiumId: SymposiumId, number: number): Promise<void> => {
  await tx
    .updateTable('register_deed')
    .set({ undone: 1 })
    .where('symposium_id', '=', symposiumId)
    .where('number', '=', number)
    .execute();
};

/** The merge an option came out of; null when it came otherwise, or that was taken back. */
export const readMerge = async (
  query: Database['query'],
  symposiumId: SymposiumId,
  optionId: OptionId,
): Promise<RegisterChange | null> => {
  const rows = await query
    .selectFrom('register_deed')
    .select('content')
    .where('symposium_id', '=', symposiumId)
    .where('deed', '=', 'merge')
    .where('undone', '=', 0)
    .execute();
  const changes = rows.map(({ content }) => JSON.parse(content) as RegisterChange);
  return changes.find(({ made }) => made.includes(optionId)) ?? null;
};
