import { deny } from '@rapport/domain/permissions';
import type { GroupState } from '@rapport/protocol/group-state';

/** What can stand beside the board; on a phone the board itself is one of them. */
export type PanelId = 'drafts' | 'outline' | 'board' | 'ballot' | 'results' | 'report';

type Seen = Pick<GroupState, 'status' | 'phase' | 'ballots' | 'reveal' | 'boardLocked' | 'me'>;

const mayWriteDrafts = (state: Seen): boolean => deny('drafts.write', state.me.role, state) === null;

/** The panels there are now, in the order of their tabs. */
export const panelsFor = (state: Seen, narrow: boolean): PanelId[] => {
  const panels: PanelId[] = ['outline'];
  if (narrow) panels.push('board');
  if (mayWriteDrafts(state)) panels.unshift('drafts');
  if (state.ballots.some((ballot) => ballot.status === 'open')) panels.push('ballot');
  if (state.ballots.some((ballot) => ballot.status === 'closed')) panels.push('results');
  if (deny('report.export', state.me.role, state) === null) panels.push('report');
  return panels;
};

/**
 * The panel that fits what the group is doing, and why: whoever chose another one keeps it until the reason changes.
 */
export const suggestPanel = (state: Seen): { panel: PanelId; reason: string } => {
  const { phase } = state;
  const open = state.ballots.findLast((ballot) => ballot.status === 'open');
  const closed = state.ballots.findLast((ballot) => ballot.status === 'closed');
  const mayExport = deny('report.export', state.me.role, state) === null;
  if (state.status === 'closed') return { panel: mayExport ? 'report' : 'outline', reason: 'closed' };
  if (open !== undefined) return { panel: 'ballot', reason: `ballot ${open.id}` };
  if (phase.kind === 'write' && mayWriteDrafts(state)) return { panel: 'drafts', reason: `phase ${phase.id}` };
  if (closed !== undefined && (closed.phaseId === phase.id || phase.kind === 'discuss')) {
    return { panel: 'results', reason: `results ${closed.id} in ${phase.id}` };
  }
  if (phase.kind === 'readback' && mayExport) return { panel: 'report', reason: `phase ${phase.id}` };
  return { panel: 'outline', reason: `phase ${phase.id}` };
};
