import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BallotRules, Choices } from '@rapport/domain/ballots';
import type { CountedBallot, Paper } from './count-papers.ts';
import { tallyDelegations } from './tally-delegations.ts';
import { tallyDots } from './tally-dots.ts';
import { tallyEndorsements } from './tally-endorsements.ts';
import { tallyRankings } from './tally-rankings.ts';
import { tallyRatings } from './tally-ratings.ts';

type ChoicesWith<Key extends string> = Extract<Choices, Record<Key, unknown>>;

/** Papers that hold choices of one kind; others cannot be about this ballot. */
const having = <Key extends 'dots' | 'ratings' | 'ranking' | 'levels'>(
  papers: readonly Paper[],
  key: Key,
): Paper<ChoicesWith<Key>>[] => papers.filter((paper): paper is Paper<ChoicesWith<Key>> => key in paper.choices);

type AnyBallot = CountedBallot & { rules: BallotRules; papers: readonly Paper[] };

const tallyPapers = (ballot: AnyBallot): BallotResults => {
  const { rules, papers, ...rest } = ballot;
  switch (rules.kind) {
    case 'dots':
      return tallyDots({ ...rest, settings: rules.settings, papers: having(papers, 'dots') });
    case 'rating':
      return tallyRatings({ ...rest, settings: rules.settings, papers: having(papers, 'ratings') });
    case 'ranking':
      return tallyRankings({ ...rest, papers: having(papers, 'ranking') });
    case 'endorsement':
      return tallyEndorsements({ ...rest, settings: rules.settings, papers: having(papers, 'levels') });
  }
};

/**
 * The result of a ballot of any kind; see the tally of its kind. `plenary`: its papers carry delegations, and each
 * delegation is counted once besides, see `tallyDelegations`.
 */
export const tallyBallot = ({ plenary = false, ...ballot }: AnyBallot & { plenary?: boolean }): BallotResults => {
  const results = tallyPapers(ballot);
  return plenary ? { ...results, byDelegation: tallyDelegations(ballot, results) } : results;
};
