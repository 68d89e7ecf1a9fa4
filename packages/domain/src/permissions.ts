import type { PhaseKind } from './phases.ts';
import { leads, votes, writes, type CallerRole } from './roles.ts';

/** Deeds a caller may be refused; one list for server and client, so that a screen never offers what is refused. */
export type Deed =
  | 'board.edit'
  | 'board.lock'
  | 'phase.move'
  | 'timer.change'
  | 'drafts.write'
  | 'drafts.reveal'
  | 'cards.import'
  | 'cluster.suggest'
  | 'ballot.open'
  | 'ballot.cast'
  | 'ballot.enter'
  | 'ballot.close'
  | 'group.close'
  | 'group.reopen'
  | 'seat.done'
  | 'seat.role'
  | 'card.sign'
  | 'group.attribution'
  | 'announcement.send'
  | 'spotlight.set'
  | 'comment.write'
  | 'help.ask'
  | 'help.answer'
  | 'report.edit'
  | 'report.export'
  | 'option.create'
  | 'option.freeze'
  | 'option.open'
  | 'option.endorse'
  | 'option.setAside'
  | 'readback.ask'
  | 'report.readback'
  | 'option.forward'
  | 'reservation.add'
  | 'option.sponsor'
  | 'option.interest';

/** What a group's state says about deeds. */
export type GroupCondition = { status: 'open' | 'closed'; boardLocked: boolean };

export type Denial = 'role-refused' | 'group-closed' | 'board-locked';

const sitsAndWrites = (role: CallerRole): boolean => writes(role) && role !== 'organiser';
/** Who answers for the wording of what the group brings forward. */
const edits = (role: CallerRole): boolean => leads(role) || role === 'rapporteur';

const byRole: Record<Deed, (role: CallerRole) => boolean> = {
  'board.edit': writes,
  'board.lock': leads,
  'phase.move': leads,
  'timer.change': leads,
  'drafts.write': sitsAndWrites,
  'drafts.reveal': leads,
  'cards.import': leads,
  'cluster.suggest': leads,
  'ballot.open': leads,
  'ballot.cast': votes,
  'ballot.enter': leads,
  'ballot.close': leads,
  'group.close': leads,
  'group.reopen': leads,
  'seat.done': (role) => role !== 'organiser',
  // Who may be given which role: `mayAssign`.
  'seat.role': leads,
  'card.sign': sitsAndWrites,
  'group.attribution': leads,
  'announcement.send': leads,
  'spotlight.set': leads,
  'comment.write': writes,
  'help.ask': sitsAndWrites,
  'help.answer': leads,
  'report.edit': edits,
  'report.export': edits,
  'option.create': writes,
  'option.freeze': edits,
  'option.open': edits,
  'option.endorse': edits,
  'option.setAside': edits,
  'readback.ask': edits,
  'report.readback': sitsAndWrites,
  'option.forward': edits,
  'reservation.add': sitsAndWrites,
  // Only a seat that the organiser has marked as authorised besides; observers among them.
  'option.sponsor': (role) => role !== 'organiser',
  'option.interest': sitsAndWrites,
};

/** Why the caller may not do this now; null when it may. */
export const deny = (deed: Deed, role: CallerRole, group: GroupCondition): Denial | null => {
  if (!byRole[deed](role)) return 'role-refused';
  if (group.status === 'closed' && deed !== 'group.reopen' && deed !== 'report.export') return 'group-closed';
  // A new option writes into the board's document.
  const writesBoard = deed === 'board.edit' || deed === 'option.create';
  if (writesBoard && group.boardLocked && !leads(role)) return 'board-locked';
  return null;
};

/**
 * Whether the caller may see the report while it is written: those who answer for it at all times, everybody else of the
 * group while the group is read back to, which is what they accept or object to then.
 */
export const readsReport = (role: CallerRole, phase: PhaseKind): boolean => edits(role) || phase === 'readback';
