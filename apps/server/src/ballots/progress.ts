import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId } from '@rapport/domain/ids';
import type { Database } from '../db/database.ts';
import { readPlenarySeats, readVotingSeats } from './voting-seats.ts';

/** Papers, and seats that may vote, both with those that were entered for somebody. */
export type Progress = { cast: number; entitled: number };

/** Of one bloc: seats on the ballot's list, those that voted, papers entered for somebody, voting seats there are. */
type Tally = { listed: number; cast: number; entered: number; voting: number };

/**
 * How far ballots are; nothing of what is on a paper. A paper that was entered for somebody has no seat: it stands for
 * a voting seat of its bloc that is not on the ballot's list, having no device to check in with, and where there is
 * none left for one that is on it. So there are never more papers than seats that may vote.
 */
export const readProgress = async (
  query: Database['query'],
  ballotIds: readonly BallotId[],
): Promise<ReadonlyMap<BallotId, Progress>> => {
  if (ballotIds.length === 0) return new Map();
  const tallies = new Map<BallotId, Map<BlocId, Tally>>(ballotIds.map((id) => [id, new Map()]));
  const of = (ballotId: BallotId, bloc: BlocId): Tally => {
    const blocs = tallies.get(ballotId) ?? new Map<BlocId, Tally>();
    tallies.set(ballotId, blocs);
    const tally = blocs.get(bloc) ?? { listed: 0, cast: 0, entered: 0, voting: 0 };
    blocs.set(bloc, tally);
    return tally;
  };
  const seats = await query
    .selectFrom('ballot_seat')
    .innerJoin('seat', 'seat.id', 'ballot_seat.seat_id')
    .select((eb) => [
      'ballot_seat.ballot_id',
      'seat.bloc',
      eb.fn.countAll<number | string>().as('listed'),
      eb.fn.sum<number | string>('ballot_seat.cast').as('cast'),
    ])
    .where('ballot_seat.ballot_id', 'in', ballotIds)
    .groupBy(['ballot_seat.ballot_id', 'seat.bloc'])
    .execute();
  for (const { ballot_id: id, bloc, listed, cast } of seats) {
    Object.assign(of(id, bloc), { listed: Number(listed), cast: Number(cast) });
  }
  const papers = await query
    .selectFrom('ballot_paper')
    .select((eb) => ['ballot_id', 'bloc', eb.fn.countAll<number | string>().as('entered')])
    .where('ballot_id', 'in', ballotIds)
    .where('proxy', '=', 1)
    .groupBy(['ballot_id', 'bloc'])
    .execute();
  for (const { ballot_id: id, bloc, entered } of papers) of(id, bloc).entered = Number(entered);
  if (papers.length > 0) {
    const ballots = await query
      .selectFrom('ballot')
      .select(['id', 'group_id', 'symposium_id'])
      .where('id', 'in', [...new Set(papers.map((paper) => paper.ballot_id))])
      .execute();
    for (const { id, group_id: groupId, symposium_id: symposiumId } of ballots) {
      const voting =
        groupId !== null
          ? await readVotingSeats(query, groupId)
          : symposiumId === null
            ? []
            : await readPlenarySeats(query, symposiumId);
      for (const { bloc } of voting) of(id, bloc).voting += 1;
    }
  }
  return new Map(
    [...tallies].map(([id, blocs]) => {
      const progress: Progress = { cast: 0, entitled: 0 };
      for (const { listed, cast, entered, voting } of blocs.values()) {
        progress.cast += cast + entered;
        progress.entitled += Math.max(cast + entered, Math.min(listed + entered, Math.max(listed, voting)));
      }
      return [id, progress];
    }),
  );
};

/** How far one ballot is. */
export const countProgress = async (query: Database['query'], ballotId: BallotId): Promise<Progress> =>
  (await readProgress(query, [ballotId])).get(ballotId) ?? { cast: 0, entitled: 0 };
