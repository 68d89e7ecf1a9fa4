import type { GroupId, OptionId } from '@rapport/domain/ids';
import type { Transaction } from '../db/database.ts';

/**
 * Leaves only counts of what seats answered and were interested in: when a session closes, nothing needs to know any
 * more whose it was. Returns how many links of seats have gone.
 */
export const countAnswers = async (tx: Transaction, groupId: GroupId): Promise<number> => {
  const options = await tx
    .selectFrom('option')
    .select(['id', 'interest_kept'])
    .where('group_id', '=', groupId)
    .execute();
  if (options.length === 0) return 0;
  const ids = options.map(({ id }) => id);
  const answers = await tx
    .selectFrom('readback_answer')
    .select(['option_id', 'version', 'answer'])
    .where('option_id', 'in', ids)
    .execute();
  const readbacks = await tx
    .selectFrom('option_readback')
    .select(['option_id', 'version', 'accepted', 'objected'])
    .where('option_id', 'in', ids)
    .where('counted', '=', 0)
    .execute();
  for (const { option_id: optionId, version, accepted, objected } of readbacks) {
    const count = (answer: 'accept' | 'object'): number =>
      answers.filter((row) => row.option_id === optionId && row.version === version && row.answer === answer).length;
    await tx
      .updateTable('option_readback')
      .set({ counted: 1, accepted: accepted + count('accept'), objected: objected + count('object') })
      .where('option_id', '=', optionId)
      .where('version', '=', version)
      .execute();
  }
  await tx.deleteFrom('readback_answer').where('option_id', 'in', ids).execute();
  return answers.length + (await countInterest(tx, options));
};

/** Leaves only the count of who was interested in these options. Returns how many links of seats have gone. */
export const countInterest = async (
  tx: Transaction,
  options: readonly { id: OptionId; interest_kept: number }[],
): Promise<number> => {
  if (options.length === 0) return 0;
  const ids = options.map(({ id }) => id);
  const interests = await tx.selectFrom('option_interest').select('option_id').where('option_id', 'in', ids).execute();
  const interestOf = Map.groupBy(interests, (row) => row.option_id);
  for (const { id, interest_kept: kept } of options) {
    const now = interestOf.get(id)?.length ?? 0;
    if (now > kept) await tx.updateTable('option').set({ interest_kept: now }).where('id', '=', id).execute();
  }
  await tx.deleteFrom('option_interest').where('option_id', 'in', ids).execute();
  return interests.length;
};
