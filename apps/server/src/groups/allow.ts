import type { GroupId, SymposiumId } from '@rapport/domain/ids';
import { deny, type Deed, type Denial } from '@rapport/domain/permissions';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import { roleOf, type RoleInGroup } from './role-of.ts';

/** A group in which the caller may do what it asked for. */
export type Allowed = RoleInGroup & { symposiumId: SymposiumId };

const TEXT: Record<Denial, string> = {
  'role-refused': 'Your role in this group does not allow this.',
  'group-closed': 'This group has closed its session. Reopen it first.',
  'board-locked': 'The board is locked. Ask your facilitator to unlock it.',
};

/** The refusal for groups that do not exist and for groups of others alike. */
export const noSuchGroup = (): Outcome<never> => fail('not-found', 'There is no such group for you.');

/** Whether the caller may do this in the group now, by its role and the group's condition as the rows have them. */
export const allow = async (
  query: Database['query'],
  deed: Deed,
  caller: Caller,
  groupId: GroupId,
): Promise<Outcome<Allowed>> => {
  const who = await roleOf(query, caller, groupId);
  if (who === null) return noSuchGroup();
  const group = await query
    .selectFrom('group')
    .select(['status', 'board_locked', 'symposium_id'])
    .where('id', '=', groupId)
    .executeTakeFirst();
  if (group === undefined) return noSuchGroup();
  const denial = deny(deed, who.role, { status: group.status, boardLocked: group.board_locked === 1 });
  return denial === null ? succeed({ ...who, symposiumId: group.symposium_id }) : fail(denial, TEXT[denial]);
};
