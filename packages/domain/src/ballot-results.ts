import type { BallotId, BallotOptionId } from './ids.ts';
import type { BallotSubject } from './ballots.ts';
import type { BlocId } from './blocs.ts';

/** A bloc's share of a result, or the reason why it is not shown. */
export type BlocCell =
  | { bloc: BlocId; shown: true; papers: number; dots: number; voters: number }
  | { bloc: BlocId; shown: false; reason: 'small-group' };

/** One line of a dot ballot's result; `rank` counts from 1, equal ranks are ties and stay ties. */
export type DotResultLine = {
  id: BallotOptionId;
  subject: BallotSubject;
  title: string;
  rank: number;
  tied: boolean;
  /** D: dots from all valid papers. */
  dots: number;
  /** V: papers that gave at least one dot. */
  voters: number;
  blocs: BlocCell[];
};

/** Published once, at close, and never un-published. Every share's base is `valid`. */
export type DotResults = {
  ballotId: BallotId;
  kind: 'dots';
  budget: number;
  cap: number;
  base: { valid: number; entitled: number; proxies: number };
  /** Ordered by D, then V; ties in the ballot's own order. */
  options: DotResultLine[];
};
export type BallotResults = DotResults;
