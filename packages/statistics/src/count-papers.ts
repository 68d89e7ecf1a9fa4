import type { ResultBase } from '@rapport/domain/ballot-results';
import type { BallotSubject, Choices } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId, BallotOptionId } from '@rapport/domain/ids';

/** A paper without anything that says whose it is, but the bloc and, in the plenary, the delegation on its face. */
export type Paper<Kind extends Choices = Choices> = {
  bloc: BlocId;
  choices: Kind;
  proxy: boolean;
  delegation?: string | null;
};

/** What is voted on; in the ballot's own order. */
export type Option = { id: BallotOptionId; subject: BallotSubject; title: string };

/** What every tally needs beside papers of its kind and its settings. */
export type CountedBallot = {
  ballotId: BallotId;
  options: readonly Option[];
  /** Seats that might have voted, count. */
  entitled: number;
  /** The symposium's blocs in its own order. */
  blocs: readonly BlocId[];
  /** The two of them whose agreement is measured. */
  sides: readonly [BlocId, BlocId];
};

/** Papers by bloc. */
export const countByBloc = (papers: readonly { bloc: BlocId }[]): Map<BlocId, number> => {
  const counts = new Map<BlocId, number>();
  for (const { bloc } of papers) counts.set(bloc, (counts.get(bloc) ?? 0) + 1);
  return counts;
};

/** The base every share of a result names; `papers` are the valid ones. */
export const baseOf = (papers: readonly { proxy: boolean }[], entitled: number): ResultBase => ({
  valid: papers.length,
  entitled,
  proxies: papers.filter((paper) => paper.proxy).length,
});

/**
 * Competition ranks (1, 2, 2, 4) of items that stand in order already: equal neighbours share a rank and are tied.
 *
 * @param equal whether two items are a tie
 */
export const withRanks = <Item>(
  ordered: readonly Item[],
  equal: (one: Item, other: Item) => boolean,
): (Item & { rank: number; tied: boolean })[] =>
  ordered.map((item) => ({
    ...item,
    rank: ordered.findIndex((other) => equal(item, other)) + 1,
    tied: ordered.filter((other) => equal(item, other)).length > 1,
  }));
