import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId } from '@rapport/domain/ids';
import type { Database } from '../db/database.ts';

/** Papers, and seats that may vote, both with those that were entered for somebody. */
export type Progress = { cast: number; entitled: number };

type Tally = { entitled: number; cast: number; entered: number };

/**
 * How far ballots are; nothing of what is on a paper. A paper that was entered for somebody has no seat: it stands for
 * a seat of its bloc that is on the list and has not voted, and where there is none left, for one that is not on it.
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
    const tally = blocs.get(bloc) ?? { entitled: 0, cast: 0, entered: 0 };
    blocs.set(bloc, tally);
    return tally;
  };
  const seats = await query
    .selectFrom('ballot_seat')
    .innerJoin('seat', 'seat.id', 'ballot_seat.seat_id')
    .select((eb) => [
      'ballot_seat.ballot_id',
      'seat.bloc',
      eb.fn.countAll<number | string>().as('entitled'),
      eb.fn.sum<number | string>('ballot_seat.cast').as('cast'),
    ])
    .where('ballot_seat.ballot_id', 'in', ballotIds)
    .groupBy(['ballot_seat.ballot_id', 'seat.bloc'])
    .execute();
  for (const { ballot_id: id, bloc, entitled, cast } of seats) {
    Object.assign(of(id, bloc), { entitled: Number(entitled), cast: Number(cast) });
  }
  const papers = await query
    .selectFrom('ballot_paper')
    .select((eb) => ['ballot_id', 'bloc', eb.fn.countAll<number | string>().as('entered')])
    .where('ballot_id', 'in', ballotIds)
    .where('proxy', '=', 1)
    .groupBy(['ballot_id', 'bloc'])
    .execute();
  for (const { ballot_id: id, bloc, entered } of papers) of(id, bloc).entered = Number(entered);
  return new Map(
    [...tallies].map(([id, blocs]) => {
      const progress: Progress = { cast: 0, entitled: 0 };
      for (const { entitled, cast, entered } of blocs.values()) {
        progress.cast += cast + entered;
        progress.entitled += Math.max(entitled, cast + entered);
      }
      return [id, progress];
    }),
  );
};
