import type { GroupId, SymposiumId } from '@rapport/domain/ids';
import { Timer } from '@rapport/domain/timer';
import type { SymposiumState } from '@rapport/protocol/symposium-state';
import { isoNow, type Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Presence } from './presence.ts';

/** Counts that are in no row; both answer from memory, at once. */
export type CardCounts = {
  /** Drafts and finished private cards. */
  written(groupId: GroupId): number;
  /** Cards on the board. */
  onBoard(groupId: GroupId): number;
};

/** The cockpit of a symposium: counts of every group, nothing of any person; null when there is no such symposium. */
export const readSymposiumState = async (
  query: Database['query'],
  symposiumId: SymposiumId,
  facts: { clock: Clock; presence: Presence; cards: CardCounts },
): Promise<SymposiumState | null> => {
  const symposium = await query.selectFrom('symposium').select('id').where('id', '=', symposiumId).executeTakeFirst();
  if (symposium === undefined) return null;
  const groups = await query
    .selectFrom('group')
    .innerJoin('round', 'round.id', 'group.round_id')
    .innerJoin('phase', 'phase.id', 'group.phase_id')
    .select(['group.id', 'group.round_id', 'group.number', 'group.name', 'group.status', 'group.timer'])
    .select(['phase.kind', 'phase.index'])
    .where('group.symposium_id', '=', symposiumId)
    .orderBy('round.number')
    .orderBy('group.number')
    .execute();
  const phases = await query
    .selectFrom('phase')
    .innerJoin('group', 'group.id', 'phase.group_id')
    .select((eb) => ['phase.group_id', eb.fn.countAll<number | string>().as('count')])
    .where('group.symposium_id', '=', symposiumId)
    .groupBy('phase.group_id')
    .execute();
  const seats = await query
    .selectFrom('group_seat')
    .innerJoin('group', 'group.id', 'group_seat.group_id')
    .select(['group_seat.group_id', 'group_seat.seat_id', 'group_seat.done'])
    .where('group.symposium_id', '=', symposiumId)
    .execute();
  const ballots = await query
    .selectFrom('ballot')
    .innerJoin('group', 'group.id', 'ballot.group_id')
    .leftJoin('ballot_seat', 'ballot_seat.ballot_id', 'ballot.id')
    .select((eb) => [
      'ballot.group_id',
      eb.fn.count<number | string>('ballot_seat.seat_id').as('entitled'),
      eb.fn.sum<number | string | null>('ballot_seat.cast').as('cast'),
    ])
    .where('group.symposium_id', '=', symposiumId)
    .where('ballot.status', '=', 'open')
    .groupBy(['ballot.group_id', 'ballot.id'])
    .execute();

  const phaseCount = new Map(phases.map((row) => [row.group_id, Number(row.count)]));
  const seatsOf = Map.groupBy(seats, (seat) => seat.group_id);
  const ballotOf = new Map(
    ballots.map((row) => [row.group_id, { cast: Number(row.cast ?? 0), entitled: Number(row.entitled) }]),
  );
  return {
    id: symposiumId,
    serverTime: isoNow(facts.clock),
    groups: groups.map((group) => {
      const all = seatsOf.get(group.id) ?? [];
      const present = all.filter((seat) => facts.presence.isPresent(group.id, seat.seat_id));
      return {
        id: group.id,
        roundId: group.round_id,
        number: group.number,
        name: group.name,
        status: group.status,
        phase: { kind: group.kind, index: group.index, of: phaseCount.get(group.id) ?? 0 },
        timer: Timer.parse(JSON.parse(group.timer)),
        seats: all.length,
        present: present.length,
        done: present.filter((seat) => seat.done === 1).length,
        cardsWritten: facts.cards.written(group.id),
        cards: facts.cards.onBoard(group.id),
        ballot: ballotOf.get(group.id) ?? null,
      };
    }),
  };
};
