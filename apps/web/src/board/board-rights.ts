import { deny, type Denial } from '@rapport/domain/permissions';
import { writesInPrivate } from '@rapport/domain/phases';
import { leads } from '@rapport/domain/roles';
import type { GroupState } from '@rapport/protocol/group-state';

/** Why something on the board cannot be done now. */
export type BoardDenial = Denial | 'clusters-locked' | 'not-connected';

/** What the person in this tab may do on the board; null means it may. */
export type BoardRights = {
  edit: BoardDenial | null;
  cluster: BoardDenial | null;
  /** A new card belongs into the person's own drafts, not on the board. */
  writesPrivately: boolean;
  /** New cards are marked "added after reveal". */
  late: boolean;
  leads: boolean;
};

type Condition = Pick<GroupState, 'status' | 'boardLocked' | 'clustersLocked' | 'revealed' | 'phase' | 'me'>;

/** Reads the rights from the group's state; without one nothing is allowed yet. `ended`: the document is closed to us. */
export const boardRights = (group: Condition | null, ended: boolean): BoardRights => {
  if (group === null || ended) {
    return { edit: 'not-connected', cluster: 'not-connected', writesPrivately: false, late: false, leads: false };
  }
  const { role } = group.me;
  const edit = deny('board.edit', role, group);
  const cluster = edit ?? (group.clustersLocked && !leads(role) ? 'clusters-locked' : null);
  // An organiser sits on no seat and so has no drafts.
  const writesPrivately = writesInPrivate(group.phase.kind) && deny('drafts.write', role, group) === null;
  return { edit, cluster, writesPrivately, late: group.revealed, leads: leads(role) };
};

/** Nothing will ever be written here again unless somebody opens the session: tools to write with are left out. */
export const isOver = ({ edit }: BoardRights): boolean => edit === 'group-closed';

/** What is said beside the tools; null when nothing is refused, or the page says it already. */
export const deniedBesideTools = ({ edit, cluster }: BoardRights): Exclude<BoardDenial, 'not-connected'> | null => {
  const denied = edit ?? cluster;
  return denied === 'not-connected' || denied === 'group-closed' ? null : denied;
};
