import type { BallotSubject, EndorsementLevel, Thresholds } from './ballots.ts';
import type { BlocId } from './blocs.ts';
import type { BallotId, BallotOptionId } from './ids.ts';
import type { LocalisedText } from './languages.ts';

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

/** Valid papers; seats that might have voted, with whom papers were entered for; papers entered by who leads. */
export type ResultBase = { valid: number; entitled: number; proxies: number };

/**
 * What one paper says of an option as a number: dots given, a rating on an axis, a rank, or whether it supports or
 * opposes (0 or 1).
 */
export type DelegationMeasure = 'dots' | 'first-axis' | 'second-axis' | 'rank' | 'support' | 'opposition';

/** One delegation of five papers or more: the mean of its papers that judged the option. */
export type DelegationCell = { delegation: string; bloc: BlocId; papers: number; value: Figure };

/** One measure of one option, each delegation counting once (docs/method.md §6). */
export type DelegationTally = {
  measure: DelegationMeasure;
  /** With at least one paper that judged the option; the base of the mean. */
  delegations: number;
  /**
   * Mean over delegations of the mean of each one's papers, rounded to whole steps of `step`: finer figures would tell
   * how a small delegation voted. Hidden where no step is coarse enough, or nobody judged the option.
   */
  mean: { shown: true; value: number; step: number } | { shown: false };
  /** By name. All others stand in the mean alone. */
  cells: DelegationCell[];
};

/** Beside the papers counted by heads, never instead of them; only of ballots of the plenary. */
export type DelegationResults = {
  /** With at least one valid paper. */
  delegations: number;
  /** Valid papers that carry no delegation; they count by heads only. */
  unassigned: number;
  /** In the order of the result's own lines. */
  options: { id: BallotOptionId; measures: DelegationTally[] }[];
};

/** Results of the plenary count each delegation once as well. */
type ByDelegation = { byDelegation?: DelegationResults };

/** Published once, at close, and never un-published. Every share's base is `valid`. */
export type DotResults = {
  ballotId: BallotId;
  kind: 'dots';
  budget: number;
  cap: number;
  base: ResultBase;
  /** Ordered by D, then V; ties in the ballot's own order. */
  options: DotResultLine[];
};

/**
 * A figure of a bloc as it may be printed (docs/method.md §6): where a bloc of fewer than eight papers is of one mind
 * the exact figure would tell everybody's vote, so only a bound stands for it.
 */
export type Figure = { kind: 'exact' | 'at-least' | 'at-most'; value: number };

type HiddenCell = { bloc: BlocId; shown: false; reason: 'small-group' };

/** A bloc's attitude to one option: `papers` have judged it, `support` and `opposition` are shares 0–1 of them. */
type Attitude = { bloc: BlocId; shown: true; papers: number; support: Figure; opposition: Figure };

export type AttitudeCell = Attitude | HiddenCell;

/** An attitude with the mean of its ratings, 1–5. */
export type RatedCell = (Attitude & { mean: Figure }) | HiddenCell;

/** A bloc's mean rank; `papers` hold a ranking. */
export type RankCell = { bloc: BlocId; shown: true; papers: number; meanRank: Figure } | HiddenCell;

/** How the attitudes of the two sides relate, in one word; `led` says by whom. */
export type Verdict =
  | { class: 'shared-support' | 'shared-rejection' | 'split' | 'open' }
  | { class: 'led'; by: BlocId };

/** What can be said about the agreement of the two sides on one option. */
export type Agreement =
  | {
      kind: 'measured';
      verdict: Verdict;
      /** Common ground 0–1 in support and in opposition: the geometric mean of the sides' smoothed shares. */
      support: number;
      opposition: number;
      /** Δ: support of the first side minus that of the second, −100 to 100 points. Always shown with `support`. */
      divergence: number;
      /** Difference of the two shares in standard errors, signed like `divergence`; for wording only. */
      z: number;
      /** Computed from bounds because a side is printed as a bound. */
      rough: boolean;
    }
  /** Sides without a single paper; never a score. */
  | { kind: 'no-papers'; blocs: BlocId[] }
  | { kind: 'not-shown' };

/** One axis of one rated option. */
export type AxisResult = {
  /** Papers that gave a rating. */
  papers: number;
  /** Valid papers that said "cannot judge" or left it out. */
  notJudged: number;
  /** Papers by rating, 1 to 5. */
  distribution: [number, number, number, number, number];
  /** Null when nobody gave a rating. */
  spread: {
    median: number;
    /** First and third quartile, linearly interpolated. */
    quartiles: [number, number];
    mean: number;
    /** Population standard deviation. */
    deviation: number;
    /** Cns 0–1; 1 is one mind. */
    consensus: number;
    /** Standard deviation by the width of the scale, 0–0.5. */
    normalisedDeviation: number;
    /** Above the ballot's threshold of dissent. */
    contested: boolean;
  } | null;
  blocs: RatedCell[];
  agreement: Agreement;
};

export type RatingResultLine = {
  id: BallotOptionId;
  subject: BallotSubject;
  title: string;
  rank: number;
  tied: boolean;
  /**
   * Geometric mean of the two axis means rescaled to 0–1, with the papers that judged both axes; null when nobody
   * judged one of them.
   */
  priority: { value: number; papers: number } | null;
  axes: [AxisResult, AxisResult];
};

/** A rating on two axes: by priority; options without one last. */
export type RatingResults = {
  ballotId: BallotId;
  kind: 'rating';
  axes: [LocalisedText, LocalisedText];
  thresholds: Thresholds;
  sides: [BlocId, BlocId];
  base: ResultBase;
  options: RatingResultLine[];
};

export type RankingResultLine = {
  id: BallotOptionId;
  subject: BallotSubject;
  title: string;
  rank: number;
  tied: boolean;
  /** Over all papers that hold a ranking; null when none does. */
  meanRank: number | null;
  /** Papers that put it first, second, …; what they left out has no place. */
  places: number[];
  /** Papers that hold a ranking and left this option out. */
  unplaced: number;
  blocs: RankCell[];
};

/** How much rankings are alike. */
export type Concordance =
  | { kind: 'measured'; /** Kendall's W, 0–1. */ w: number }
  /** Every paper ties everything, or no paper holds a ranking. */
  | { kind: 'no-ranking' }
  /** Fewer than two rankings or three options. */
  | { kind: 'too-few' };

/** A ranking: by mean rank, the best first. */
export type RankingResults = {
  ballotId: BallotId;
  kind: 'ranking';
  base: ResultBase;
  /** Valid papers that hold a ranking; the others abstained. */
  ranked: number;
  concordance: Concordance;
  options: RankingResultLine[];
};

export type EndorsementResultLine = {
  id: BallotOptionId;
  subject: BallotSubject;
  title: string;
  /** Papers by level; with `notJudged` they add up to the valid papers. */
  levels: Record<EndorsementLevel, number>;
  notJudged: number;
  /** Reasons as they were written, in an order that says nothing about papers. */
  texts: { level: EndorsementLevel; text: string }[];
  blocs: AttitudeCell[];
  agreement: Agreement;
};

/** An endorsement: counts in the ballot's own order, no score. */
export type EndorsementResults = {
  ballotId: BallotId;
  kind: 'endorsement';
  thresholds: Thresholds;
  sides: [BlocId, BlocId];
  base: ResultBase;
  options: EndorsementResultLine[];
};

export type BallotResults = (DotResults | RatingResults | RankingResults | EndorsementResults) & ByDelegation;
