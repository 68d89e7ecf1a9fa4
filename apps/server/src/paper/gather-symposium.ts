import { setImmediate } from 'node:timers/promises';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { Bloc, BlocId } from '@rapport/domain/blocs';
import type { GroupId, OptionId, SymposiumId } from '@rapport/domain/ids';
import type { LocalisedText } from '@rapport/domain/languages';
import { summariseGroup } from '@rapport/domain/projection';
import type { GroupPlace, Judgement, PaperGroup, PaperOption, SymposiumRecord } from '@rapport/domain/symposium-record';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { readSaid } from '../options/read-group-options.ts';
import { readVersions } from '../options/read-versions.ts';
import { ancestorsOf, type Descent } from '../plenary/lineage.ts';
import { readRegister } from '../plenary/read-register.ts';
import { gatherRecord } from '../reports/gather-record.ts';

type Query = Database['query'];

const placeOf = ({ round, number }: GroupPlace): GroupPlace => ({ round, number });
const byPlace = (one: GroupPlace, other: GroupPlace): number => one.round - other.round || one.number - other.number;

const readGroups = async (query: Query, symposiumId: SymposiumId): Promise<(GroupPlace & { id: GroupId })[]> => {
  const rows = await query
    .selectFrom('group')
    .innerJoin('round', 'round.id', 'group.round_id')
    .select(['group.id', 'group.number', 'round.number as round'])
    .where('group.symposium_id', '=', symposiumId)
    .execute();
  return rows.toSorted(byPlace);
};

/** Every closed ballot about an option, with the words it was about; archived ones are set aside. */
const readJudged = async (query: Query, symposiumId: SymposiumId) =>
  query
    .selectFrom('ballot_option')
    .innerJoin('ballot', 'ballot.id', 'ballot_option.ballot_id')
    .innerJoin('option', 'option.id', 'ballot_option.subject_id')
    .select(['option.id', 'ballot.number', 'ballot.group_id', 'ballot_option.title', 'ballot_option.body'])
    .where('ballot_option.subject_kind', '=', 'option')
    .where('option.symposium_id', '=', symposiumId)
    .where('ballot.status', '=', 'closed')
    .where('ballot.results', 'is not', null)
    .orderBy('ballot.number')
    .execute();

/** The register with all that the paper says of its entries. */
const readOptions = async (
  query: Query,
  symposiumId: SymposiumId,
  groups: readonly (GroupPlace & { id: GroupId })[],
): Promise<PaperOption[]> => {
  const entries = await readRegister(query, symposiumId);
  const ids = entries.map(({ id }) => id);
  const entryOf = new Map<OptionId, RegisterEntry>(entries.map((entry) => [entry.id, entry]));
  const descents = new Map(
    entries.map(({ id, group, parents }): [OptionId, Descent] => [
      id,
      { id, groupId: group?.id ?? null, parents: parents.map((parent) => parent.id) },
    ]),
  );
  const versions = await readVersions(query, ids);
  const stored =
    ids.length === 0
      ? []
      : await query.selectFrom('option').select(['id', 'version', 'interest_kept']).where('id', 'in', ids).execute();
  const said = await readSaid(query, stored);
  const sources =
    ids.length === 0
      ? []
      : await query
          .selectFrom('option_source')
          .select(['option_id', 'kind', 'title'])
          .where('option_id', 'in', ids)
          .orderBy('position')
          .execute();
  const judged = await readJudged(query, symposiumId);
  const placeById = new Map(groups.map(({ id, ...place }) => [id, place]));
  // Those of groups in the order of report-backs, the plenary's last: the newest result stands at the end.
  const judgedInOrder = judged
    .map((row) => ({ ...row, group: row.group_id === null ? null : (placeById.get(row.group_id) ?? null) }))
    .toSorted((one, other) =>
      one.group === null || other.group === null
        ? Number(one.group === null) - Number(other.group === null)
        : byPlace(one.group, other.group),
    );
  return entries.map((entry): PaperOption => {
    const { id, code, state, group, text, verdict, ledBy, judgedBy } = entry;
    const frozen = versions.get(id) ?? [];
    const current = frozen.find(({ number }) => number === entry.version);
    if (current === undefined) throw new Error('an option of the register has no frozen version');
    const line = [id, ...ancestorsOf(id, descents)];
    const own = sources.filter((source) => source.option_id === id);
    const proposers = new Map(
      line.flatMap((one) => {
        const from = entryOf.get(one)?.group;
        return from === null || from === undefined ? [] : [[from.id, placeOf(from)] as const];
      }),
    );
    return {
      id,
      code,
      state,
      group: group === null ? null : placeOf(group),
      version: { number: current.number, hash: current.hash },
      text,
      parents: entry.parents.map((parent) => parent.code),
      children: entries.filter(({ parents }) => parents.some((parent) => parent.id === id)).map((child) => child.code),
      lineage: {
        cards: own.filter(({ kind }) => kind === 'card').length,
        clusters: own.filter(({ kind }) => kind === 'cluster').map(({ title }) => title),
      },
      proposedBy: [...proposers.values()].toSorted(byPlace),
      reservations: [
        ...entry.reservations.map((one) => ({ code: null, ...one })),
        ...entry.carried.map((one) => ({ ...one })),
      ],
      readback: readbackOf(said.get(id)?.readback ?? null),
      sponsors: entry.sponsors,
      crossBloc: entry.crossBloc,
      interest: entry.interest,
      verdict:
        verdict === null
          ? null
          : verdict !== 'led'
            ? { class: verdict }
            : ledBy === null
              ? null
              : { class: verdict, by: ledBy },
      judgedBy,
      judged: judgedInOrder
        .filter((row) => line.includes(row.id))
        .map((row): Judgement => {
          const about = versions
            .get(row.id)
            ?.findLast((version) => version.text.title === row.title && version.text.text === row.body);
          return {
            id: row.id,
            code: entryOf.get(row.id)?.code ?? '',
            group: row.group,
            ballot: row.number,
            version: about?.number ?? null,
            stands: row.id === id && row.title === text.title && row.body === text.text,
          };
        }),
      versions: frozen.map(({ number, hash }) => ({ number, hash })),
    };
  });
};

const readbackOf = (answers: { accepted: number; objected: number; reasons: string[] } | null) =>
  answers === null ? null : { accepted: answers.accepted, objected: answers.objected, reasons: answers.reasons };

const readBallots = async (query: Query, symposiumId: SymposiumId): Promise<SymposiumRecord['ballots']> => {
  const rows = await query
    .selectFrom('ballot')
    .select(['number', 'results'])
    .where('symposium_id', '=', symposiumId)
    .where('status', '=', 'closed')
    .where('results', 'is not', null)
    .orderBy('number')
    .execute();
  return rows.map(({ number, results }) => ({ number, results: JSON.parse(results ?? '') as BallotResults }));
};

const readPeople = async (query: Query, symposiumId: SymposiumId) => {
  const seats = await query
    .selectFrom('seat')
    .select(['id', 'delegation'])
    .where('symposium_id', '=', symposiumId)
    .execute();
  const { present } = await query
    .selectFrom('group_seat')
    .innerJoin('group', 'group.id', 'group_seat.group_id')
    .select((eb) => eb.fn.count<number | string>('group_seat.seat_id').distinct().as('present'))
    .where('group.symposium_id', '=', symposiumId)
    .where('group_seat.checked_in', '=', 1)
    .executeTakeFirstOrThrow();
  return {
    counts: { seats: seats.length, present: Number(present) },
    delegations: seats.map(({ delegation }) => delegation),
  };
};

/**
 * All that the options paper needs of a symposium; nothing of it may leave without `projectSymposium`. Groups are read
 * one after the other and only their summaries kept, so that no other work waits for a whole symposium.
 */
export const gatherSymposium = async (
  db: Database,
  documents: Pick<Documents, 'read'>,
  symposiumId: SymposiumId,
): Promise<{ record: SymposiumRecord; slug: string } | null> => {
  const { query } = db;
  const row = await query
    .selectFrom('symposium')
    .leftJoin('seal', 'seal.symposium_id', 'symposium.id')
    .selectAll('symposium')
    .select('seal.symposium_id as sealed')
    .where('symposium.id', '=', symposiumId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const rounds = await query
    .selectFrom('round')
    .select(['number', 'title', 'question'])
    .where('symposium_id', '=', symposiumId)
    .orderBy('number')
    .execute();
  const places = await readGroups(query, symposiumId);
  const options = await readOptions(query, symposiumId, places);
  const groups: PaperGroup[] = [];
  for (const { id, round } of places) {
    await setImmediate();
    const gathered = await gatherRecord(db, documents, id);
    if (gathered !== null) groups.push(summariseGroup(gathered.record, round));
  }
  const record: SymposiumRecord = {
    symposium: {
      title: row.title,
      startsOn: row.starts_on,
      marking: JSON.parse(row.marking) as LocalisedText,
      languages: JSON.parse(row.languages) as string[],
      chathamHouse: row.chatham_house === 1,
      blocs: JSON.parse(row.blocs) as Bloc[],
      sides: JSON.parse(row.sides) as [BlocId, BlocId],
      orderKey: new Uint8Array(Buffer.from(row.order_key, 'hex')),
    },
    sealed: row.sealed !== null,
    ...(await readPeople(query, symposiumId)),
    rounds,
    groups,
    options,
    ballots: await readBallots(query, symposiumId),
  };
  return { record, slug: row.slug };
};
