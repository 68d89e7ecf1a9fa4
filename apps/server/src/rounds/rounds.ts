import type { Attribution } from '@rapport/domain/attribution';
import { SMALL_CELL } from '@rapport/domain/blocs';
import {
  newId,
  type GroupId,
  type PhaseId,
  type RandomBytes,
  type RoundId,
  type SymposiumId,
} from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { DEFAULT_TEMPLATE, type PhaseTemplate } from '@rapport/domain/phases';
import type { GroupRole } from '@rapport/domain/roles';
import { stoppedTimer } from '@rapport/domain/timer';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Allocation, NewRound, Round } from '@rapport/protocol/http';
import type { z } from 'zod';
import { newTypedCode } from '../access/codes.ts';
import type { Database, Transaction } from '../db/database.ts';
import { readSymposium } from '../symposia/symposia.ts';
import { dealSeats, type DealtGroup } from './deal-seats.ts';

type SeatRow = Awaited<ReturnType<typeof seatsOf>>[number];

const seatsOf = (tx: Transaction, symposiumId: SymposiumId) =>
  tx
    .selectFrom('seat')
    .select(['id', 'bloc', 'delegation', 'roster_role', 'roster_group'])
    .where('symposium_id', '=', symposiumId)
    // Walk-ins belong to the round they walked into.
    .where('participant_id', 'is not', null)
    .orderBy('id')
    .execute();

/** The groups the roster names; a second facilitator of a group is its co-facilitator. */
const rosterGroups = (seats: readonly SeatRow[]): DealtGroup[] => {
  const byNumber = Map.groupBy(
    seats.filter((seat) => seat.roster_group !== null && seat.roster_role !== 'organiser'),
    (seat) => seat.roster_group as number,
  );
  return [...byNumber]
    .toSorted(([one], [other]) => one - other)
    .map(([number, members]) => {
      let led = false;
      return {
        number,
        seats: members.map((seat) => {
          const role = seat.roster_role as GroupRole;
          if (role !== 'facilitator') return { id: seat.id, role };
          const first = !led;
          led = true;
          return { id: seat.id, role: first ? role : ('cofacilitator' as const) };
        }),
      };
    });
};

/** Creates rounds with their groups and phases. A created round is started and stands in its first phase. */
export class Rounds {
  readonly #db: Database;
  readonly #random: RandomBytes;

  constructor(options: { db: Database; random: RandomBytes }) {
    this.#db = options.db;
    this.#random = options.random;
  }

  create(symposiumId: string, input: z.output<typeof NewRound>): Promise<Outcome<Round>> {
    return this.#db.transaction(async (tx) => {
      const symposium = await readSymposium(tx, symposiumId);
      if (symposium === null) return fail('not-found', 'There is no such symposium.');
      if (symposium.status === 'closed') return fail('symposium-closed', 'This symposium is closed.');
      const seats = await seatsOf(tx, symposium.id);
      const dealt = this.#groups(seats, input);
      if (!dealt.ok) return dealt;
      const { groups, method, seed } = dealt.value;

      const roundId = newId(this.#random) as RoundId;
      await tx
        .insertInto('round')
        .values({
          id: roundId,
          symposium_id: symposium.id,
          title: input.title,
          question: input.question,
          number: symposium.rounds.length + 1,
        })
        .execute();
      const template = input.template ?? DEFAULT_TEMPLATE;
      for (const group of groups) {
        await this.#createGroup(tx, {
          symposiumId: symposium.id,
          roundId,
          attribution: symposium.attribution,
          group,
          template,
        });
      }
      const made = (await readSymposium(tx, symposium.id))?.rounds.find((round) => round.id === roundId);
      if (made === undefined) throw new Error('a round that was just written cannot be read');
      const placed = groups.reduce((sum, group) => sum + group.seats.length, 0);
      return succeed({
        ...made,
        allocation: { method, seed, placed, unplaced: seats.length - placed, ...this.#remarks(made, seats) },
      });
    });
  }

  #groups(
    seats: readonly SeatRow[],
    input: z.output<typeof NewRound>,
  ): Outcome<{ groups: DealtGroup[]; method: Allocation['method']; seed: number | null }> {
    if (input.useRosterGroups === true) {
      const groups = rosterGroups(seats);
      if (groups.length === 0) {
        return fail('invalid-input', 'The roster names no groups. Give a number of groups instead.', 'useRosterGroups');
      }
      return succeed({ groups, method: 'roster', seed: null });
    }
    const members = seats.filter((seat) => seat.roster_role !== 'organiser');
    const count =
      input.groups ??
      (input.groupSize === undefined ? undefined : Math.max(1, Math.ceil(members.length / input.groupSize)));
    if (count === undefined) {
      return fail(
        'invalid-input',
        'Say how many groups, how large they are, or take the groups of the roster.',
        'groups',
      );
    }
    if (count > LIMITS.groupsPerRound) {
      return fail('invalid-input', `A round has at most ${LIMITS.groupsPerRound} groups.`, 'groupSize');
    }
    const seed = input.seed ?? 1;
    const dealt = dealSeats(
      members.map((seat) => ({
        id: seat.id,
        bloc: seat.bloc,
        delegation: seat.delegation,
        rosterRole: seat.roster_role,
      })),
      count,
      seed,
    );
    return succeed({ groups: dealt, method: 'dealt', seed });
  }

  async #createGroup(
    tx: Transaction,
    options: {
      symposiumId: SymposiumId;
      roundId: RoundId;
      attribution: Attribution;
      group: DealtGroup;
      template: PhaseTemplate;
    },
  ): Promise<void> {
    const groupId = newId(this.#random) as GroupId;
    const phases = options.template.map((step, index) => ({
      id: newId(this.#random) as PhaseId,
      group_id: groupId,
      kind: step.kind,
      minutes: step.minutes,
      index,
    }));
    const first = phases[0];
    if (first === undefined) throw new Error('a template has at least one phase');
    await tx
      .insertInto('group')
      .values({
        id: groupId,
        round_id: options.roundId,
        symposium_id: options.symposiumId,
        number: options.group.number,
        name: `Group ${options.group.number}`,
        attribution: options.attribution,
        code: newTypedCode(this.#random),
        status: 'open',
        phase_id: first.id,
        timer: JSON.stringify(stoppedTimer(first.minutes)),
        board_locked: 0,
        clusters_locked: 0,
        revealed: 0,
        reveal_ends_at: null,
        version: 1,
      })
      .execute();
    await tx.insertInto('phase').values(phases).execute();
    // One statement holds a limited number of parameters in SQLite.
    for (let from = 0; from < options.group.seats.length; from += 500) {
      await tx
        .insertInto('group_seat')
        .values(
          options.group.seats.slice(from, from + 500).map((seat) => ({
            group_id: groupId,
            seat_id: seat.id,
            role: seat.role,
            checked_in: 0,
            done: 0,
            later_drafts: 0,
          })),
        )
        .execute();
    }
  }

  /** What an organiser should know about groups before they start (§6: too small for splits). */
  #remarks(round: Pick<Round, 'groups'>, seats: readonly SeatRow[]): Pick<Allocation, 'smallBlocs' | 'missingRoles'> {
    const blocOf = new Map(seats.map((seat) => [seat.id, seat.bloc]));
    const smallBlocs: Allocation['smallBlocs'] = [];
    const missingRoles: Allocation['missingRoles'] = [];
    for (const group of round.groups) {
      const sizes = new Map<string, number>();
      for (const seat of group.seats.filter((one) => one.role === 'participant')) {
        const bloc = blocOf.get(seat.id);
        if (bloc !== undefined) sizes.set(bloc, (sizes.get(bloc) ?? 0) + 1);
      }
      const small = [...sizes].filter(([, size]) => size < SMALL_CELL).map(([bloc]) => bloc);
      if (small.length > 0) smallBlocs.push({ groupId: group.id, number: group.number, blocs: small });
      const missing = (['facilitator', 'rapporteur'] as const).filter(
        (role) => !group.seats.some((seat) => seat.role === role),
      );
      if (missing.length > 0) missingRoles.push({ groupId: group.id, number: group.number, missing });
    }
    return { smallBlocs, missingRoles };
  }
}
