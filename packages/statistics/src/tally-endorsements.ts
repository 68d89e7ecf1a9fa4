import type { EndorsementResultLine, EndorsementResults } from '@rapport/domain/ballot-results';
import {
  EndorsementLevel,
  refuseLevels,
  type EndorsementChoices,
  type EndorsementSettings,
} from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import { chooseJudgingBlocs } from './choose-judging-blocs.ts';
import { baseOf, countByBloc, type CountedBallot, type Option, type Paper } from './count-papers.ts';
import { attitudeCell, measureAgreement, type Attitude } from './measure-agreement.ts';
import { consensusOf } from './spread.ts';

export type EndorsementBallot = CountedBallot & {
  settings: EndorsementSettings;
  papers: readonly Paper<EndorsementChoices>[];
};

type Judged = { bloc: BlocId; level: EndorsementLevel; text: string };

const LEVELS = EndorsementLevel.options;

const countLevels = (judged: readonly Judged[]): Record<EndorsementLevel, number> =>
  Object.fromEntries(LEVELS.map((level) => [level, judged.filter((one) => one.level === level).length])) as Record<
    EndorsementLevel,
    number
  >;

/** Both ways to endorse support, `oppose` opposes; an abstention and a stand-aside are part of the base alone. */
const attitudeOf = (judged: readonly Judged[]): Attitude => {
  const levels = countLevels(judged);
  return { papers: judged.length, support: levels.endorse + levels.reservation, opposition: levels.oppose };
};

/** Cns over opposition, neither, support: the levels between have no order of their own. */
const consensusIn = ({ papers, support, opposition }: Attitude): number =>
  papers === 0 ? 1 : consensusOf([opposition, papers - support - opposition, support]);

const textsOf = (judged: readonly Judged[]): EndorsementResultLine['texts'] =>
  judged
    .filter(({ text }) => text !== '')
    .map(({ level, text }) => ({ level, text }))
    // By the words alone: any other order could say something about papers.
    .toSorted(
      (one, other) =>
        LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
        (one.text < other.text ? -1 : one.text > other.text ? 1 : 0),
    );

/**
 * The result of an endorsement (docs/method.md §5): papers by level for each text, in the ballot's own order, no mean
 * and no score. A text left out counts as not judged. Support and opposition of blocs are shares of the papers that
 * judged it, abstentions included. Papers about other options are not valid. The order of papers makes no difference.
 */
export const tallyEndorsements = (ballot: EndorsementBallot): EndorsementResults => {
  const { options, blocs, sides, settings } = ballot;
  const ids = new Set<string>(options.map((option) => option.id));
  const papers = ballot.papers.filter((paper) => refuseLevels(paper.choices, ids) === null);
  const voted = countByBloc(papers);
  const countOption = (option: Option): EndorsementResultLine => {
    const judged = papers.flatMap(({ bloc, choices }): Judged[] => {
      const choice = choices.levels[option.id];
      return choice === undefined ? [] : [{ bloc, level: choice.level, text: choice.text ?? '' }];
    });
    const byBloc = Map.groupBy(judged, ({ bloc }) => bloc);
    const of = (bloc: BlocId): Attitude => attitudeOf(byBloc.get(bloc) ?? []);
    const shown = chooseJudgingBlocs(papers, judged, blocs);
    return {
      ...option,
      levels: countLevels(judged),
      notJudged: papers.length - judged.length,
      texts: textsOf(judged),
      blocs: blocs.map((bloc) => attitudeCell(bloc, of(bloc), shown)),
      agreement: measureAgreement({
        sides,
        attitudes: [of(sides[0]), of(sides[1])],
        voted: [voted.get(sides[0]) ?? 0, voted.get(sides[1]) ?? 0],
        shown,
        consensus: consensusIn(attitudeOf(judged)),
        thresholds: settings.thresholds,
      }),
    };
  };
  return {
    ballotId: ballot.ballotId,
    kind: 'endorsement',
    thresholds: settings.thresholds,
    sides: [sides[0], sides[1]],
    base: baseOf(papers, ballot.entitled),
    options: options.map(countOption),
  };
};
