import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId, GroupId, SeatId, SymposiumId } from '@rapport/domain/ids';
import { GroupRole, votes } from '@rapport/domain/roles';
import type { Database } from '../db/database.ts';

export type VotingSeat = { id: SeatId; bloc: BlocId; delegation: string };

/**
 * Seats that may have a paper in a ballot: those that vote, and those on its list that have another role by now. A vote
 * is had from opening or coming in until close: a paper cannot be taken back from a seat nobody can join it to, and who
 * is given a role while others vote does not lose a vote by it.
 */
export const readSeatsOfBallot = async (
  query: Database['query'],
  ballotId: BallotId,
  voting: readonly VotingSeat[],
): Promise<VotingSeat[]> => {
  const listed = await query
    .selectFrom('ballot_seat')
    .innerJoin('seat', 'seat.id', 'ballot_seat.seat_id')
    .select(['seat.id', 'seat.bloc', 'seat.delegation'])
    .where('ballot_seat.ballot_id', '=', ballotId)
    .execute();
  return [...new Map([...voting, ...listed].map((seat) => [seat.id, seat])).values()];
};

/** Seats of a group whose role votes, present or not. */
export const readVotingSeats = async (query: Database['query'], groupId: GroupId): Promise<VotingSeat[]> =>
  query
    .selectFrom('group_seat')
    .innerJoin('seat', 'seat.id', 'group_seat.seat_id')
    .select(['seat.id', 'seat.bloc', 'seat.delegation'])
    .where('group_seat.group_id', '=', groupId)
    .where('group_seat.role', 'in', GroupRole.options.filter(votes))
    .execute();

/**
 * Seats that vote in the plenary, present or not: those whose role votes in the group of their last round, and, of those
 * that sit in no group, participants of the roster. Who chairs does not vote.
 */
export const readPlenarySeats = async (query: Database['query'], symposiumId: SymposiumId): Promise<VotingSeat[]> => {
  const seats = await query
    .selectFrom('seat')
    .select(['id', 'bloc', 'delegation', 'roster_role'])
    .where('symposium_id', '=', symposiumId)
    .where('chair', '=', 0)
    .execute();
  const sitting = await query
    .selectFrom('group_seat')
    .innerJoin('group', 'group.id', 'group_seat.group_id')
    .innerJoin('round', 'round.id', 'group.round_id')
    .select(['group_seat.seat_id', 'group_seat.role'])
    .where('group.symposium_id', '=', symposiumId)
    .orderBy('round.number')
    .execute();
  // The last one written is the one of the last round.
  const roles = new Map(sitting.map(({ seat_id: id, role }) => [id, role]));
  return seats
    .filter(({ id, roster_role: rosterRole }) => {
      const role = roles.get(id);
      return role === undefined ? rosterRole === 'participant' : votes(role);
    })
    .map(({ id, bloc, delegation }) => ({ id, bloc, delegation }));
};
