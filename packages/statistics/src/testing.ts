import * as fc from 'fast-check';
import type { Choices } from '@rapport/domain/ballots';
import type { BallotId, BallotOptionId } from '@rapport/domain/ids';
import type { CountedBallot, Paper } from './count-papers.ts';

export const IDS = ['a', 'b', 'c', 'd'] as BallotOptionId[];

/** A ballot on four clusters, for twenty seats of three blocs. */
export const BALLOT: CountedBallot = {
  ballotId: 'ballot' as BallotId,
  options: IDS.map((id) => ({ id, subject: { kind: 'cluster', id: `about-${id}` }, title: `Option ${id}` })),
  entitled: 20,
  blocs: ['allied', 'partner', 'organisation'],
  sides: ['allied', 'partner'],
};

/** Papers of one bloc. */
export const papersOf = <Kind extends Choices>(bloc: string, choices: readonly Kind[]): Paper<Kind>[] =>
  choices.map((one) => ({ bloc, choices: one, proxy: false }));

/** Up to forty papers of four blocs, one of which is not on the symposium's list. */
export const somePapers = <Kind extends Choices>(choices: fc.Arbitrary<Kind>): fc.Arbitrary<Paper<Kind>[]> =>
  fc.array(
    fc.record({
      bloc: fc.constantFrom('allied', 'partner', 'organisation', 'elsewhere'),
      choices,
      proxy: fc.boolean(),
    }),
    { maxLength: 40 },
  );

/** The same papers in two orders. */
export const shuffledPapers = <Kind extends Choices>(
  papers: fc.Arbitrary<Paper<Kind>[]>,
): fc.Arbitrary<[Paper<Kind>[], Paper<Kind>[]]> =>
  papers.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
