import { deny, readsReport } from '@rapport/domain/permissions';
import { writesInPrivate } from '@rapport/domain/phases';
import type { GroupState } from '@rapport/protocol/group-state';
import { readbackKey, unanswered } from '../options/option-steps.ts';

/** What can stand beside the board; on a phone the board itself is one of them. */
export type PanelId = 'drafts' | 'outline' | 'board' | 'comments' | 'options' | 'ballot' | 'results' | 'report';

type Seen = Pick<GroupState, 'status' | 'phase' | 'ballots' | 'options' | 'reveal' | 'revealed' | 'boardLocked' | 'me'>;

/** Options grow out of what is on the board: not before the group has anything in common there. */
const hasOptions = (state: Seen): boolean =>
  state.options.length > 0 || state.revealed || !writesInPrivate(state.phase.kind);

const mayWriteDrafts = (state: Seen): boolean => deny('drafts.write', state.me.role, state) === null;

/** The panels there are now, in the order of their tabs. */
export const panelsFor = (state: Seen, narrow: boolean): PanelId[] => {
  const panels: PanelId[] = ['outline'];
  if (narrow) panels.push('board');
  if (mayWriteDrafts(state)) panels.unshift('drafts');
  if (hasOptions(state)) panels.push('options');
  // A phone's bar has no room for it: there comments open from a card.
  if (hasOptions(state) && !narrow) panels.push('comments');
  if (state.ballots.some((ballot) => ballot.status === 'open')) panels.push('ballot');
  if (state.ballots.some((ballot) => ballot.status === 'closed')) panels.push('results');
  // Whoever only reads along has the way there on a phone beside the texts that are read back.
  const readsAlong = readsReport(state.me.role, state.phase.kind) && state.status === 'open' && !narrow;
  if (deny('report.export', state.me.role, state) === null || readsAlong) panels.push('report');
  return panels;
};

/**
 * The panel that fits what the group is doing, and why: whoever chose another one keeps it until the reason changes.
 */
export const suggestPanel = (state: Seen): { panel: PanelId; reason: string } => {
  const { panel, reason } = fitting(state);
  // The reason tells when the group is asked, not whether this seat has answered: an answer must not turn the page.
  const asked = readbackKey(state.options);
  if (asked === '' || panel === 'ballot' || state.status === 'closed') return { panel, reason };
  const answers = deny('report.readback', state.me.role, state) === null && unanswered(state).length > 0;
  return { panel: answers ? 'options' : panel, reason: `${reason}, read back ${asked}` };
};

const fitting = (state: Seen): { panel: PanelId; reason: string } => {
  const { phase } = state;
  const open = state.ballots.findLast((ballot) => ballot.status === 'open');
  const closed = state.ballots.findLast((ballot) => ballot.status === 'closed');
  const mayExport = deny('report.export', state.me.role, state) === null;
  if (state.status === 'closed') return { panel: mayExport ? 'report' : 'outline', reason: 'closed' };
  if (open !== undefined) return { panel: 'ballot', reason: `ballot ${open.id}` };
  if (phase.kind === 'write' && mayWriteDrafts(state)) return { panel: 'drafts', reason: `phase ${phase.id}` };
  // What divides the group is discussed on the options themselves, where the ballot was about them.
  const discussesOptions =
    phase.kind === 'discuss' && closed?.options.some(({ subject }) => subject.kind === 'option') === true;
  if (closed !== undefined && !discussesOptions && (closed.phaseId === phase.id || phase.kind === 'discuss')) {
    return { panel: 'results', reason: `results ${closed.id} in ${phase.id}` };
  }
  const isOnOptions = phase.kind === 'draft' || phase.kind === 'readback' || discussesOptions;
  return { panel: isOnOptions ? 'options' : 'outline', reason: `phase ${phase.id}` };
};
