import type { Phase } from '@rapport/domain/phases';
import type { BallotState, GroupState } from '@rapport/protocol/group-state';
import { readbackStep } from '../options/option-steps.ts';

/** The one thing that comes next for whoever leads the group. */
export type NextStep =
  | { kind: 'reopen' }
  | { kind: 'wait-for-reveal'; endsAt: string }
  | { kind: 'close-ballot'; ballot: BallotState }
  | { kind: 'reveal' }
  | { kind: 'open-ballot' }
  | { kind: 'ask-readback' }
  | { kind: 'forward' }
  | { kind: 'move'; to: Phase }
  | { kind: 'close-group' };

const VOTING = new Set(['shortlist', 'evaluate', 'revote']);

export const nextStep = (state: GroupState): NextStep => {
  if (state.status === 'closed') return { kind: 'reopen' };
  if (state.reveal !== null) return { kind: 'wait-for-reveal', endsAt: state.reveal.endsAt };
  const open = state.ballots.findLast((ballot) => ballot.status === 'open');
  if (open !== undefined) return { kind: 'close-ballot', ballot: open };
  const { phase } = state;
  if (phase.kind === 'write' && !state.revealed && state.cardsWritten > 0) return { kind: 'reveal' };
  const voted = state.ballots.some((ballot) => ballot.phaseId === phase.id && ballot.status === 'closed');
  if (VOTING.has(phase.kind) && !voted) return { kind: 'open-ballot' };
  const step = phase.kind === 'readback' ? readbackStep(state) : null;
  if (step !== null) return { kind: step };
  const to = state.phases.find((one) => one.index === phase.index + 1);
  return to === undefined ? { kind: 'close-group' } : { kind: 'move', to };
};
