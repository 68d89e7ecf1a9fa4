import type {
  BallotResults,
  DelegationCell,
  DelegationMeasure,
  DelegationTally,
  DelegationResults,
} from '@rapport/domain/ballot-results';
import { refusePaper, type BallotRules, type Choices } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import type { BallotOptionId } from '@rapport/domain/ids';
import { printMeanDots, printMeanRank, printMeanRating, printShare } from '@rapport/domain/print-figure';
import { chooseJudgingBlocs } from './choose-judging-blocs.ts';
import type { CountedBallot, Paper } from './count-papers.ts';
import { hideInMean, roundTo, type HiddenPaper } from './hide-in-mean.ts';

/** A paper as far as one option is concerned: a score for each measure, or null where it does not judge it. */
type Judged = { bloc: BlocId; delegation: string; scores: readonly number[] | null };

/** Measures whose figures are published together about the same papers. */
type Block = {
  measures: readonly DelegationMeasure[];
  /** Width of the scale, in the score's own unit. */
  width: number;
  scores: (choices: Choices) => readonly number[] | null;
  print: (scores: readonly number[]) => DelegationCell['value'];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const ratingBlock = (option: BallotOptionId, axis: 0 | 1): Block => ({
  measures: [axis === 0 ? 'first-axis' : 'second-axis'],
  width: 4,
  scores: (choices) => {
    const rating = 'ratings' in choices ? (choices.ratings[option]?.[axis] ?? null) : null;
    return rating === null ? null : [rating];
  },
  print: (scores) =>
    printMeanRating(
      [1, 2, 3, 4, 5].map((level) => scores.filter((score) => score === level).length) as [
        number,
        number,
        number,
        number,
        number,
      ],
    ),
});

/** What is published of one option of a ballot of this kind. */
const blocksOf = (rules: BallotRules, option: BallotOptionId, options: readonly BallotOptionId[]): Block[] => {
  switch (rules.kind) {
    case 'dots': {
      const { cap } = rules.settings;
      return [
        {
          measures: ['dots'],
          width: cap,
          scores: (choices) => ('dots' in choices ? [choices.dots[option] ?? 0] : null),
          print: (scores) => printMeanDots(sum(scores), scores.length, cap),
        },
      ];
    }
    case 'rating':
      return [ratingBlock(option, 0), ratingBlock(option, 1)];
    case 'ranking':
      return [
        {
          measures: ['rank'],
          width: Math.max(1, options.length - 1),
          scores: (choices) => {
            if (!('ranking' in choices) || choices.ranking.length === 0) return null;
            const place = choices.ranking.indexOf(option);
            return [place < 0 ? (choices.ranking.length + 1 + options.length) / 2 : place + 1];
          },
          print: (scores) =>
            options.length < 2
              ? { kind: 'exact', value: 1 }
              : printMeanRank(sum(scores), scores.length, options.length),
        },
      ];
    case 'endorsement':
      return [
        {
          measures: ['support', 'opposition'],
          width: 1,
          scores: (choices) => {
            const level = 'levels' in choices ? choices.levels[option]?.level : undefined;
            if (level === undefined) return null;
            return [Number(level === 'endorse' || level === 'reservation'), Number(level === 'oppose')];
          },
          print: (scores) => printShare(sum(scores), scores.length),
        },
      ];
  }
};

/** One delegation; the same name in two blocs is two. */
const keyOf = ({ bloc, delegation }: { bloc: BlocId; delegation: string }): string => `${bloc}\n${delegation}`;

const byName = (one: DelegationCell, other: DelegationCell): number =>
  one.delegation < other.delegation ? -1 : one.delegation > other.delegation ? 1 : one.bloc < other.bloc ? -1 : 1;

/** Delegations of one shown bloc whose own figures may stand beside the bloc's. */
const shownIn = (bloc: BlocId, valid: readonly Judged[], judging: readonly Judged[]): string[] => {
  const of = (papers: readonly Judged[]) =>
    papers.filter((paper) => paper.bloc === bloc).map(({ delegation }) => ({ bloc: delegation }));
  const names = [...new Set(of(valid).map((paper) => paper.bloc))].filter((name) => name !== '').toSorted();
  return [...chooseJudgingBlocs(of(valid), of(judging), names)];
};

const tallyBlock = (block: Block, papers: readonly Paper[], blocs: readonly BlocId[]): DelegationTally[] => {
  const valid = papers.map(({ bloc, delegation, choices }): Judged => ({
    bloc,
    delegation: delegation ?? '',
    scores: block.scores(choices),
  }));
  const judging = valid.filter((paper) => paper.scores !== null);
  const shownBlocs = chooseJudgingBlocs(valid, judging, blocs);
  // A delegation of a hidden bloc stays hidden: it and the bloc's neighbours would give the rest by subtraction.
  const shown = new Set(
    [...shownBlocs].flatMap((bloc) => shownIn(bloc, valid, judging).map((delegation) => keyOf({ bloc, delegation }))),
  );
  const delegations = Map.groupBy(
    judging.filter(({ delegation }) => delegation !== ''),
    keyOf,
  );
  const hidden = judging
    .filter((paper) => !shown.has(keyOf(paper)))
    .map((paper): HiddenPaper => {
      return {
        // What is published by heads holds within these.
        within: shownBlocs.has(paper.bloc) ? paper.bloc : null,
        delegation: paper.delegation === '' ? null : keyOf(paper),
        scores: paper.scores ?? [],
      };
    });
  const means = block.measures.map((_, at) => {
    const values = [...delegations.values()].map((own) => sum(own.map(({ scores }) => scores?.[at] ?? 0)) / own.length);
    // Sorted first: a sum of fractions must not depend on the order of papers.
    return values.length === 0 ? null : sum(values.toSorted((one, other) => one - other)) / values.length;
  });
  const step = hideInMean(hidden, means, { delegations: delegations.size, width: block.width });
  return block.measures.map((measure, at): DelegationTally => {
    const mean = means[at] ?? null;
    return {
      measure,
      delegations: delegations.size,
      mean: step === null || mean === null ? { shown: false } : { shown: true, value: roundTo(mean, step), step },
      cells: [...delegations.values()]
        .flatMap((own): DelegationCell[] => {
          const [first] = own;
          if (first === undefined || !shown.has(keyOf(first))) return [];
          const { delegation, bloc } = first;
          const value = block.print(own.map(({ scores }) => scores?.[at] ?? 0));
          return [{ delegation, bloc, papers: own.length, value }];
        })
        .toSorted(byName),
    };
  });
};

/**
 * A ballot of the plenary with each delegation counting once (docs/method.md §6): a delegation's value is the mean of
 * its papers that judged the option, the event's is the mean over delegations. A delegation is named only with five
 * papers or more, and only where neither its bloc's figure nor the total gives another one's by subtraction; all others
 * stand in the mean alone, which is as coarse as `hideInMean` asks. Papers without a delegation count by heads only.
 * The order of papers makes no difference.
 *
 * @param results the same ballot counted by heads; its lines give the order
 */
export const tallyDelegations = (
  ballot: Pick<CountedBallot, 'options' | 'blocs'> & { rules: BallotRules; papers: readonly Paper[] },
  results: BallotResults,
): DelegationResults => {
  const ids = ballot.options.map(({ id }) => id);
  const known = new Set<string>(ids);
  const papers = ballot.papers.filter(({ choices }) => refusePaper(choices, ballot.rules, known) === null);
  const named = papers.flatMap(({ bloc, delegation }) => (delegation ? [{ bloc, delegation }] : []));
  return {
    delegations: new Set(named.map(keyOf)).size,
    unassigned: papers.length - named.length,
    options: results.options.map(({ id }) => ({
      id,
      measures: blocksOf(ballot.rules, id, ids).flatMap((block) => tallyBlock(block, papers, ballot.blocs)),
    })),
  };
};
