import { DEFAULT_AXES, DEFAULT_THRESHOLDS } from '@rapport/domain/ballots';
import type { BallotState } from '@rapport/protocol/group-state';
import { ballotState } from '../group/testing.ts';

type Kind = Exclude<BallotState['kind'], 'dots'>;

/** The test group's ballot on its three options, of another kind than dots. */
export const ballotOfKind = (kind: Kind): BallotState => {
  const { kind: _kind, settings: _settings, ...ballot } = ballotState();
  switch (kind) {
    case 'rating':
      return { ...ballot, kind, settings: { axes: DEFAULT_AXES, thresholds: DEFAULT_THRESHOLDS } };
    case 'ranking':
      return { ...ballot, kind, settings: {} };
    case 'endorsement':
      return { ...ballot, kind, settings: { thresholds: DEFAULT_THRESHOLDS } };
  }
};
