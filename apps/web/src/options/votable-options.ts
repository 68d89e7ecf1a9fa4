import type { BallotKind } from '@rapport/domain/ballots';
import type { OptionId } from '@rapport/domain/ids';
import type { PhaseKind } from '@rapport/domain/phases';
import type { GroupOption } from '@rapport/protocol/options';
import { isPursued } from './option-steps.ts';

/** Options a group can vote on. */
export const votableOptions = (options: readonly GroupOption[]): GroupOption[] => options.filter(isPursued);

/** Why these are proposed for a ballot: all of them, or what has moved since the last one. */
export type Proposal = { ids: OptionId[]; why: 'all' | 'changed' };

/**
 * The options a ballot in this step is made for: a re-vote is about what was changed since the last ballot or carries a
 * reservation, where there is any; every other ballot about all of them.
 */
export const proposeOptions = (options: readonly GroupOption[], phase: PhaseKind): Proposal => {
  const votable = votableOptions(options);
  const moved = votable.filter((option) => option.changedSinceBallot || option.reservations.length > 0);
  return phase === 'revote' && moved.length > 0
    ? { ids: moved.map(({ id }) => id), why: 'changed' }
    : { ids: votable.map(({ id }) => id), why: 'all' };
};

/** How many there must be before a ballot on options is proposed: one text can be endorsed, not compared. */
export const fewestOptions = (kind: BallotKind): number => (kind === 'endorsement' ? 1 : 2);
