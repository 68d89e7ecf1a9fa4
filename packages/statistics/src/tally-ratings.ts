import type { AxisResult, RatedCell, RatingResults } from '@rapport/domain/ballot-results';
import { refuseRatings, type RatingChoices, type RatingSettings } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import type { BallotOptionId } from '@rapport/domain/ids';
import { chooseJudgingBlocs } from './choose-judging-blocs.ts';
import { baseOf, countByBloc, withRanks, type CountedBallot, type Option, type Paper } from './count-papers.ts';
import { attitudeCell, measureAgreement, type Attitude } from './measure-agreement.ts';
import { printMeanRating } from '@rapport/domain/print-figure';
import { consensusOf, deviationOf, meanOf, normalisedDeviationOf, quantileOf } from './spread.ts';

export type RatingBallot = CountedBallot & { settings: RatingSettings; papers: readonly Paper<RatingChoices>[] };

/** Papers by rating, 1 to 5. */
type Distribution = AxisResult['distribution'];

const LEVELS = [1, 2, 3, 4, 5] as const;

const distribute = (ratings: readonly { rating: number }[]): Distribution =>
  LEVELS.map((level) => ratings.filter(({ rating }) => rating === level).length) as Distribution;

/** Ratings of 4 and 5 support, 1 and 2 oppose. */
const attitudeOf = ([ones, twos, threes, fours, fives]: Distribution): Attitude => ({
  papers: ones + twos + threes + fours + fives,
  support: fours + fives,
  opposition: ones + twos,
});

const spreadOf = (distribution: Distribution, dissent: number): NonNullable<AxisResult['spread']> => ({
  median: quantileOf(distribution, 0.5),
  quartiles: [quantileOf(distribution, 0.25), quantileOf(distribution, 0.75)],
  mean: meanOf(distribution),
  deviation: deviationOf(distribution),
  consensus: consensusOf(distribution),
  normalisedDeviation: normalisedDeviationOf(distribution),
  contested: normalisedDeviationOf(distribution) > dissent,
});

const countAxis = (
  ballot: RatingBallot,
  papers: readonly Paper<RatingChoices>[],
  option: BallotOptionId,
  axis: 0 | 1,
): AxisResult => {
  const { blocs, sides, settings } = ballot;
  const ratings = papers.flatMap(({ bloc, choices }) => {
    const rating = choices.ratings[option]?.[axis] ?? null;
    return rating === null ? [] : [{ bloc, rating }];
  });
  const distribution = distribute(ratings);
  const spread = ratings.length === 0 ? null : spreadOf(distribution, settings.thresholds.dissent);
  const byBloc = Map.groupBy(ratings, ({ bloc }) => bloc);
  const of = (bloc: BlocId): Distribution => distribute(byBloc.get(bloc) ?? []);
  const shown = chooseJudgingBlocs(papers, ratings, blocs);
  const voted = countByBloc(papers);
  return {
    papers: ratings.length,
    notJudged: papers.length - ratings.length,
    distribution,
    spread,
    blocs: blocs.map((bloc): RatedCell => {
      const cell = attitudeCell(bloc, attitudeOf(of(bloc)), shown);
      return cell.shown ? { ...cell, mean: printMeanRating(of(bloc)) } : cell;
    }),
    agreement: measureAgreement({
      sides,
      attitudes: [attitudeOf(of(sides[0])), attitudeOf(of(sides[1]))],
      voted: [voted.get(sides[0]) ?? 0, voted.get(sides[1]) ?? 0],
      shown,
      consensus: spread?.consensus ?? 1,
      thresholds: settings.thresholds,
    }),
  };
};

/** A mean of 1–5 as 0–1. */
const rescaled = (mean: number): number => (mean - 1) / 4;

/**
 * The result of a rating on two axes (docs/method.md §5, §6). Means, quartiles and shares count the papers that judged
 * the axis; who said "cannot judge" or left an option out is told as a number. Ordered by priority, the geometric mean
 * of the axis means rescaled to 0–1; equal priorities are ties, options without one stand last. Papers about other
 * options are not valid. The order of papers makes no difference.
 */
export const tallyRatings = (ballot: RatingBallot): RatingResults => {
  const { options, settings, sides } = ballot;
  const ids = new Set<string>(options.map((option) => option.id));
  const papers = ballot.papers.filter((paper) => refuseRatings(paper.choices, ids) === null);
  const countOption = (option: Option) => {
    const axes: [AxisResult, AxisResult] = [
      countAxis(ballot, papers, option.id, 0),
      countAxis(ballot, papers, option.id, 1),
    ];
    const [first, second] = [axes[0].spread, axes[1].spread];
    const judgedBoth = papers.filter(({ choices }) => {
      const pair = choices.ratings[option.id];
      return pair !== undefined && pair[0] !== null && pair[1] !== null;
    });
    const priority =
      first === null || second === null
        ? null
        : { value: Math.sqrt(rescaled(first.mean) * rescaled(second.mean)), papers: judgedBoth.length };
    return { option, axes, priority };
  };
  const ordered = options
    .map(countOption)
    .toSorted((one, other) => (other.priority?.value ?? -1) - (one.priority?.value ?? -1));
  return {
    ballotId: ballot.ballotId,
    kind: 'rating',
    axes: settings.axes,
    thresholds: settings.thresholds,
    sides: [sides[0], sides[1]],
    base: baseOf(papers, ballot.entitled),
    options: withRanks(ordered, (one, other) => one.priority?.value === other.priority?.value).map(
      ({ option, rank, tied, priority, axes }) => ({ ...option, rank, tied, priority, axes }),
    ),
  };
};
