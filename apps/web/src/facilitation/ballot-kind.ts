import type { BallotKind } from '@rapport/domain/ballots';
import type { PhaseKind } from '@rapport/domain/phases';

/** The kind of ballot that a step is made for; dots elsewhere. */
export const kindForPhase = (phase: PhaseKind): BallotKind => {
  if (phase === 'evaluate') return 'rating';
  return phase === 'readback' ? 'endorsement' : 'dots';
};
