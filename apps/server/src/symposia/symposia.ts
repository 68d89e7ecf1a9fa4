import { DEFAULT_BLOCS, DEFAULT_SIDES, refuseBlocs, type Bloc, type Sides } from '@rapport/domain/blocs';
import { newId, type GroupId, type RandomBytes, type SymposiumId } from '@rapport/domain/ids';
import { DEFAULT_MARKING } from '@rapport/domain/languages';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { NewSymposium, RosterSeat, Symposium, SymposiumPatch } from '@rapport/protocol/http';
import type { Access } from '../access/access.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { refuseSealed } from '../seals/refuse-sealed.ts';
import type { z } from 'zod';

type Query = Database['query'];

const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'symposium';

/** A slug nobody has yet. The time of creation is in no id; a number is enough to tell two editions apart. */
const freeSlug = async (query: Query, title: string): Promise<string> => {
  const base = slugOf(title);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const taken = await query.selectFrom('symposium').select('id').where('slug', '=', slug).executeTakeFirst();
    if (taken === undefined) return slug;
  }
};

/** Creates, reads, changes and deletes symposia. Only organisers come here; the HTTP layer sees to that. */
export class Symposia {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #access: Access;

  constructor(options: { db: Database; clock: Clock; random: RandomBytes; access: Access }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#access = options.access;
  }

  create(input: z.output<typeof NewSymposium>): Promise<Outcome<Symposium>> {
    const { blocs = [...DEFAULT_BLOCS], sides = [...DEFAULT_SIDES] } = input;
    const refusal = explainBlocs(blocs, sides);
    if (refusal !== null) return Promise.resolve(refusal);
    return this.#db.transaction(async (tx) => {
      const id = newId(this.#random) as SymposiumId;
      await tx
        .insertInto('symposium')
        .values({
          id,
          slug: await freeSlug(tx, input.title),
          title: input.title,
          starts_on: input.startsOn,
          attribution: input.attribution,
          chatham_house: input.chathamHouse ? 1 : 0,
          marking: JSON.stringify(input.marking ?? DEFAULT_MARKING),
          languages: JSON.stringify(input.languages),
          blocs: JSON.stringify(blocs),
          sides: JSON.stringify(sides),
          walk_ins: 1,
          status: 'open',
          order_key: Buffer.from(this.#random(32)).toString('hex'),
          created_at: isoNow(this.#clock),
        })
        .execute();
      const made = await readSymposium(tx, id);
      if (made === null) throw new Error('a symposium that was just written cannot be read');
      return succeed(made);
    });
  }

  async list(): Promise<Symposium[]> {
    const rows = await this.#db.query.selectFrom('symposium').select('id').orderBy('created_at').execute();
    const all = await Promise.all(rows.map((row) => readSymposium(this.#db.query, row.id)));
    return all.filter((one) => one !== null);
  }

  /** By id or slug. */
  async get(idOrSlug: string): Promise<Outcome<Symposium>> {
    const found = await readSymposium(this.#db.query, idOrSlug);
    return found === null ? fail('not-found', 'There is no such symposium.') : succeed(found);
  }

  async update(id: string, patch: z.output<typeof SymposiumPatch>): Promise<Outcome<Symposium>> {
    return this.#db.transaction(async (tx) => {
      const before = await readSymposium(tx, id);
      if (before === null) return fail('not-found', 'There is no such symposium.');
      const sealed = await refuseSealed(tx, before.id);
      if (sealed !== null) return sealed;
      const refusal = await refuseNewBlocs(tx, before, patch);
      if (refusal !== null) return refusal;
      const values = {
        ...(patch.title !== undefined && { title: patch.title }),
        ...(patch.startsOn !== undefined && { starts_on: patch.startsOn }),
        // A new mode is for groups made from now on; what exists keeps the mode it was written under (A2).
        ...(patch.attribution !== undefined && { attribution: patch.attribution }),
        ...(patch.chathamHouse !== undefined && { chatham_house: patch.chathamHouse ? 1 : 0 }),
        ...(patch.marking !== undefined && { marking: JSON.stringify(patch.marking) }),
        ...(patch.languages !== undefined && { languages: JSON.stringify(patch.languages) }),
        ...(patch.blocs !== undefined && { blocs: JSON.stringify(patch.blocs) }),
        ...(patch.sides !== undefined && { sides: JSON.stringify(patch.sides) }),
        ...(patch.walkIns !== undefined && { walk_ins: patch.walkIns ? 1 : 0 }),
        ...(patch.forwardLimit !== undefined && { forward_limit: patch.forwardLimit }),
        ...(patch.status !== undefined && { status: patch.status }),
      };
      if (Object.keys(values).length > 0) {
        await tx.updateTable('symposium').set(values).where('id', '=', before.id).execute();
      }
      const after = await readSymposium(tx, before.id);
      return after === null ? fail('not-found', 'There is no such symposium.') : succeed(after);
    });
  }

  /** Deletes the rows and tells which groups had documents, so that those are purged too. */
  async delete(id: string): Promise<Outcome<{ documents: string[] }>> {
    const documents = await this.#db.transaction(async (tx) => {
      const symposium = await readSymposium(tx, id);
      if (symposium === null) return null;
      const seats = await tx
        .selectFrom('group_seat')
        .innerJoin('group', 'group.id', 'group_seat.group_id')
        .select(['group_seat.group_id', 'group_seat.seat_id'])
        .where('group.symposium_id', '=', symposium.id)
        .execute();
      const everybody = await tx.selectFrom('seat').select('id').where('symposium_id', '=', symposium.id).execute();
      await this.#access.endSessionsOf(
        tx,
        everybody.map((seat) => seat.id),
      );
      const groups = symposium.rounds.flatMap((round) => round.groups.map((group) => group.id));
      await tx.deleteFrom('symposium').where('id', '=', symposium.id).execute();
      return [
        ...groups.flatMap((group: GroupId) => [`board.${group}`, `report.${group}`]),
        ...seats.map((seat) => `draft.${seat.group_id}.${seat.seat_id}`),
      ];
    });
    if (documents === null) return fail('not-found', 'There is no such symposium.');
    this.#db.truncateLog();
    return succeed({ documents });
  }

  async roster(id: SymposiumId): Promise<RosterSeat[]> {
    const rows = await this.#db.query
      .selectFrom('seat')
      .selectAll()
      .where('symposium_id', '=', id)
      .orderBy('participant_id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      participantId: row.participant_id,
      displayName: row.display_name,
      delegation: row.delegation,
      bloc: row.bloc,
      rosterRole: row.roster_role,
      rosterGroup: row.roster_group,
      language: row.language,
      authorised: row.authorised === 1,
      chair: row.chair === 1,
    }));
  }
}

/** A symposium with its rounds, groups and seat ids; null when there is none of this id or slug. */
export const readSymposium = async (query: Query, idOrSlug: string): Promise<Symposium | null> => {
  const row = await query
    .selectFrom('symposium')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', idOrSlug as SymposiumId), eb('slug', '=', idOrSlug)]))
    .executeTakeFirst();
  if (row === undefined) return null;
  const count = await query
    .selectFrom('seat')
    .select((eb) => eb.fn.countAll<number | string>().as('seats'))
    .where('symposium_id', '=', row.id)
    .executeTakeFirstOrThrow();
  const rounds = await query
    .selectFrom('round')
    .selectAll()
    .where('symposium_id', '=', row.id)
    .orderBy('number')
    .execute();
  const groups = await query
    .selectFrom('group')
    .select(['id', 'round_id', 'number', 'name', 'code'])
    .where('symposium_id', '=', row.id)
    .orderBy('number')
    .execute();
  const seats = await query
    .selectFrom('group_seat')
    .innerJoin('group', 'group.id', 'group_seat.group_id')
    .select(['group_seat.group_id', 'group_seat.seat_id as id', 'group_seat.role'])
    .where('group.symposium_id', '=', row.id)
    .orderBy('group_seat.seat_id')
    .execute();
  const seatsOf = Map.groupBy(seats, (seat) => seat.group_id);
  const groupsOf = Map.groupBy(groups, (group) => group.round_id);
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    startsOn: row.starts_on,
    attribution: row.attribution,
    chathamHouse: row.chatham_house === 1,
    marking: JSON.parse(row.marking),
    languages: JSON.parse(row.languages),
    walkIns: row.walk_ins === 1,
    forwardLimit: row.forward_limit,
    status: row.status,
    sealed: (await refuseSealed(query, row.id)) !== null,
    blocs: JSON.parse(row.blocs),
    sides: JSON.parse(row.sides),
    seats: Number(count.seats),
    rounds: rounds.map((round) => ({
      id: round.id,
      title: round.title,
      question: round.question,
      groups: (groupsOf.get(round.id) ?? []).map((group) => ({
        id: group.id,
        number: group.number,
        name: group.name,
        code: group.code,
        seats: (seatsOf.get(group.id) ?? []).map(({ id, role }) => ({ id, role })),
      })),
    })),
  };
};

const WRONG_BLOCS = {
  'named-twice': 'Two blocs have the same id.',
  'same-side': 'The two sides are two blocs.',
  'unknown-side': 'Both sides stand in the list of blocs.',
} as const;

const explainBlocs = (blocs: readonly Bloc[], sides: Sides): Outcome<never> | null => {
  const refusal = refuseBlocs(blocs, sides);
  return refusal === null ? null : fail('invalid-input', WRONG_BLOCS[refusal.code], refusal.field);
};

/** Words and new blocs are free; what seats belong to and what ballots were measured by stays. */
const refuseNewBlocs = async (
  query: Query,
  before: Symposium,
  { blocs = before.blocs, sides = before.sides }: Pick<z.output<typeof SymposiumPatch>, 'blocs' | 'sides'>,
): Promise<Outcome<never> | null> => {
  const refusal = explainBlocs(blocs, sides);
  if (refusal !== null) return refusal;
  const gone = before.blocs.filter(({ id }) => blocs.every((bloc) => bloc.id !== id)).map(({ id }) => id);
  const sidesChange = sides.some((side, at) => side !== before.sides[at]);
  if (gone.length === 0 && !sidesChange) return null;
  const voted = await query
    .selectFrom('ballot')
    .leftJoin('group', 'group.id', 'ballot.group_id')
    .select('ballot.id')
    .where((eb) => eb.or([eb('group.symposium_id', '=', before.id), eb('ballot.symposium_id', '=', before.id)]))
    .executeTakeFirst();
  if (voted !== undefined) {
    const text = 'A ballot was opened already: what its result is measured by stays. Names can be changed.';
    return fail('conflict', text, sidesChange ? 'sides' : 'blocs');
  }
  if (gone.length === 0) return null;
  const seated = await query
    .selectFrom('seat')
    .select('bloc')
    .where('symposium_id', '=', before.id)
    .where('bloc', 'in', gone)
    .executeTakeFirst();
  return seated === undefined ? null : fail('conflict', `Seats belong to the bloc “${seated.bloc}”.`, 'blocs');
};
