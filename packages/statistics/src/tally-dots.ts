import type { BlocCell, DotResultLine, DotResults } from '@rapport/domain/ballot-results';
import { refuseDots, type BallotSubject, type DotChoices, type DotSettings } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId, BallotOptionId } from '@rapport/domain/ids';
import { chooseShownBlocs } from './choose-shown-blocs.ts';

/** A paper without anything that says whose it is, but the bloc it carries on its face. */
export type DotPaper = { bloc: BlocId; choices: DotChoices; proxy: boolean };

export type DotBallot = {
  ballotId: BallotId;
  settings: DotSettings;
  /** In the ballot's own order. */
  options: readonly { id: BallotOptionId; subject: BallotSubject; title: string }[];
  papers: readonly DotPaper[];
  /** Seats that might have voted, count. */
  entitled: number;
  /** The symposium's blocs in its own order. */
  blocs: readonly BlocId[];
};

/** D, dots given, and V, papers that gave any, of one option. */
const score = (papers: readonly DotPaper[], option: BallotOptionId): { dots: number; voters: number } => {
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
  const shown = chooseShownBlocs(new Map([...byBloc].map(([bloc, list]) => [bloc, list.length])), blocs);

  const cellsOf = (option: BallotOptionId): BlocCell[] =>
    blocs.map((bloc) => {
      if (!shown.has(bloc)) return { bloc, shown: false, reason: 'small-group' };
      const own = byBloc.get(bloc) ?? [];
      return { bloc, shown: true, papers: own.length, ...score(own, option) };
    });

  const scored = options
    .map((option) => ({ option, ...score(papers, option.id) }))
    .toSorted((one, other) => other.dots - one.dots || other.voters - one.voters);

  const lines = scored.map(({ option, dots, voters }): DotResultLine => {
    const equals = scored.filter((other) => other.dots === dots && other.voters === voters);
    const first = scored.findIndex((other) => other.dots === dots && other.voters === voters);
    return { ...option, rank: first + 1, tied: equals.length > 1, dots, voters, blocs: cellsOf(option.id) };
  });

  return {
    ballotId: ballot.ballotId,
    kind: 'dots',
    budget: settings.budget,
    cap: settings.cap,
    base: { valid: papers.length, entitled: ballot.entitled, proxies: papers.filter((paper) => paper.proxy).length },
    options: lines,
  };
};
