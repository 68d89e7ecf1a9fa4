import type { BlocCell, DotResultLine, DotResults } from '@rapport/domain/ballot-results';
import { refuseDots, type DotChoices, type DotSettings } from '@rapport/domain/ballots';
import type { BallotOptionId } from '@rapport/domain/ids';
import { chooseShownBlocs } from './choose-shown-blocs.ts';
import { baseOf, countByBloc, withRanks, type CountedBallot, type Paper } from './count-papers.ts';

export type DotBallot = Omit<CountedBallot, 'sides'> & {
  settings: DotSettings;
  papers: readonly Paper<DotChoices>[];
};

/** D, dots given, and V, papers that gave any, of one option. */
const score = (papers: readonly Paper<DotChoices>[], option: BallotOptionId): { dots: number; voters: number } => {
  let [dots, voters] = [0, 0];
  for (const { choices } of papers) {
    const given = choices.dots[option] ?? 0;
    dots += given;
    if (given > 0) voters += 1;
  }
  return { dots, voters };
};

/**
 * The result of a dot ballot (docs/method.md §5): options by dots D, then by distinct voters V; equal in both is a
 * tie, shares its rank (1, 2, 2, 4) and is never broken, tied options stand in the ballot's own order. Blocs follow
 * the small-cell rule of §6, the same for every option, so that no difference of published figures gives a hidden
 * one. Papers over budget or cap, or about other options, are not valid and do not count. A paper without dots is
 * valid: it is part of the base. The order of papers makes no difference.
 */
export const tallyDots = (ballot: DotBallot): DotResults => {
  const { options, settings, blocs } = ballot;
  const ids = new Set<string>(options.map((option) => option.id));
  const papers = ballot.papers.filter((paper) => refuseDots(paper.choices, settings, ids) === null);
  const byBloc = Map.groupBy(papers, (paper) => paper.bloc);
  const shown = chooseShownBlocs(countByBloc(papers), blocs);

  const cellsOf = (option: BallotOptionId): BlocCell[] =>
    blocs.map((bloc) => {
      if (!shown.has(bloc)) return { bloc, shown: false, reason: 'small-group' };
      const own = byBloc.get(bloc) ?? [];
      return { bloc, shown: true, papers: own.length, ...score(own, option) };
    });

  const scored = options
    .map((option) => ({ option, ...score(papers, option.id) }))
    .toSorted((one, other) => other.dots - one.dots || other.voters - one.voters);
  const lines = withRanks(scored, (one, other) => one.dots === other.dots && one.voters === other.voters).map(
    ({ option, rank, tied, dots, voters }): DotResultLine => ({
      ...option,
      rank,
      tied,
      dots,
      voters,
      blocs: cellsOf(option.id),
    }),
  );

  return {
    ballotId: ballot.ballotId,
    kind: 'dots',
    budget: settings.budget,
    cap: settings.cap,
    base: baseOf(papers, ballot.entitled),
    options: lines,
  };
};
