import type { GroupId, OptionId } from '@rapport/domain/ids';
import type { OptionState } from '@rapport/domain/options';
import type { Deed } from '@rapport/domain/permissions';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import { allow, type Allowed } from '../groups/allow.ts';
import { roleOf } from '../groups/role-of.ts';

/** An option of a group as its row has it. */
export type OptionRow = {
  id: OptionId;
  groupId: GroupId;
  state: OptionState;
  frozen: boolean;
  version: number | null;
};

/** States in which a group has handed its option over. */
export const HANDED_OVER = ['forwarded', 'plenary', 'paper'] as const satisfies readonly OptionState[];

export const isHandedOver = (state: OptionState): boolean => (HANDED_OVER as readonly OptionState[]).includes(state);

/** The refusal for options that do not exist and for those of other groups alike. */
export const noSuchOption = (field?: string): Outcome<never> =>
  fail('not-found', 'There is no such option for you.', field);

/** The option of a group; null for none and for those of the plenary. */
export const readOptionRow = async (query: Database['query'], optionId: OptionId): Promise<OptionRow | null> => {
  const row = await query
    .selectFrom('option')
    .select(['id', 'group_id', 'state', 'frozen', 'version'])
    .where('id', '=', optionId)
    .executeTakeFirst();
  if (row === undefined || row.group_id === null) return null;
  return { id: row.id, groupId: row.group_id, state: row.state, frozen: row.frozen === 1, version: row.version };
};

/** The option with the caller's right to do this with it now. */
export const findOption = async (
  query: Database['query'],
  deed: Deed,
  caller: Caller,
  optionId: OptionId,
): Promise<Outcome<{ option: OptionRow; who: Allowed }>> => {
  const option = await readOptionRow(query, optionId);
  if (option === null) return noSuchOption('optionId');
  // A stranger must not learn that there is one.
  if ((await roleOf(query, caller, option.groupId)) === null) return noSuchOption('optionId');
  const allowed = await allow(query, deed, caller, option.groupId);
  return allowed.ok ? succeed({ option, who: allowed.value }) : allowed;
};

/** Why nothing can be done with an option that is not pursued; null when it is. */
export const refuseUnpursued = (state: OptionState): Outcome<never> | null => {
  if (state === 'set-aside') return fail('conflict', 'This option is not pursued. Take it up again first.');
  if (state === 'merged') return fail('conflict', 'This option lives on in another one of the plenary.');
  return null;
};

/**
 * Whether it is voted on now, by its group or the plenary; with `where` by that one alone. A group's ballot is about the
 * live text, the plenary's about the newest version.
 */
export const isVotedOn = async (query: Database['query'], optionId: OptionId, where?: 'plenary'): Promise<boolean> => {
  const ballots = query
    .selectFrom('ballot_option')
    .innerJoin('ballot', 'ballot.id', 'ballot_option.ballot_id')
    .select('ballot.id')
    .where('ballot_option.subject_kind', '=', 'option')
    .where('ballot_option.subject_id', '=', optionId)
    .where('ballot.status', '=', 'open');
  const open = where === undefined ? ballots : ballots.where('ballot.symposium_id', 'is not', null);
  return (await open.executeTakeFirst()) !== undefined;
};
