import type { Concordance, RankCell, RankingResults } from '@rapport/domain/ballot-results';
import { refuseRanking, type RankingChoices } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import { chooseJudgingBlocs } from './choose-judging-blocs.ts';
import { kendallsW } from './concordance.ts';
import { baseOf, withRanks, type CountedBallot, type Paper } from './count-papers.ts';
import { printMeanRank } from '@rapport/domain/print-figure';

export type RankingBallot = Omit<CountedBallot, 'sides'> & { papers: readonly Paper<RankingChoices>[] };

/** A paper with the rank it gives to each option, in the ballot's own order. */
type Ranks = { bloc: BlocId; ranks: number[]; places: (number | null)[] };

const sumOf = (papers: readonly Ranks[], index: number): number =>
  papers.reduce((sum, { ranks }) => sum + (ranks[index] ?? 0), 0);

const concordanceOf = (ranked: readonly Ranks[]): Concordance => {
  if (ranked.length === 0) return { kind: 'no-ranking' };
  const result = kendallsW(ranked.map(({ ranks }) => ranks));
  return result.kind === 'measured' ? { kind: 'measured', w: result.w } : result;
};

/**
 * The result of a ranking (docs/method.md §5): options by mean rank, the lowest first; equal mean ranks are ties.
 * Options a paper leaves out share the mean of its remaining ranks; a paper without any is an abstention, valid and
 * outside every mean. Papers that name an option twice or another ballot's are not valid. The order of papers makes no
 * difference: ranks are halves, so sums are exact.
 */
export const tallyRankings = (ballot: RankingBallot): RankingResults => {
  const { options, blocs } = ballot;
  const ids = new Set<string>(options.map((option) => option.id));
  const papers = ballot.papers.filter((paper) => refuseRanking(paper.choices, ids) === null);
  const rank = ({ bloc, choices: { ranking } }: Paper<RankingChoices>): Ranks => {
    const places = options.map(({ id }) => (ranking.includes(id) ? ranking.indexOf(id) + 1 : null));
    const shared = (ranking.length + 1 + options.length) / 2;
    return { bloc, places, ranks: places.map((place) => place ?? shared) };
  };
  const ranked = papers.filter(({ choices }) => choices.ranking.length > 0).map(rank);
  const byBloc = Map.groupBy(ranked, ({ bloc }) => bloc);
  const shown = chooseJudgingBlocs(papers, ranked, blocs);
  const cellsOf = (index: number): RankCell[] =>
    blocs.map((bloc) => {
      const own = byBloc.get(bloc) ?? [];
      return shown.has(bloc)
        ? {
            bloc,
            shown: true,
            papers: own.length,
            meanRank: printMeanRank(sumOf(own, index), own.length, options.length),
          }
        : { bloc, shown: false, reason: 'small-group' };
    });
  const ordered = options
    .map((option, index) => ({ option, index, sum: sumOf(ranked, index) }))
    .toSorted((one, other) => one.sum - other.sum);
  return {
    ballotId: ballot.ballotId,
    kind: 'ranking',
    base: baseOf(papers, ballot.entitled),
    ranked: ranked.length,
    concordance: concordanceOf(ranked),
    options: withRanks(ordered, (one, other) => one.sum === other.sum).map(
      ({ option, index, sum, rank: place, tied }) => ({
        ...option,
        rank: place,
        tied,
        meanRank: ranked.length === 0 ? null : sum / ranked.length,
        places: options.map((_, at) => ranked.filter(({ places }) => places[index] === at + 1).length),
        unplaced: ranked.filter(({ places }) => places[index] === null).length,
        blocs: cellsOf(index),
      }),
    ),
  };
};
