import type { GroupId, OptionId, SeatId } from '@rapport/domain/ids';
import type { GroupOption, MyOption } from '@rapport/protocol/options';
import type { Database } from '../db/database.ts';

type Query = Database['query'];

export type Sponsor = GroupOption['sponsors'][number];
export type Readback = NonNullable<GroupOption['readback']>;

/** A sponsor from at least two blocs, all on the newest text. */
const isCrossBloc = (sponsors: readonly Sponsor[]): boolean =>
  new Set(sponsors.filter(({ suspended }) => !suspended).map(({ bloc }) => bloc)).size > 1;

const byOption = <Row extends { option_id: OptionId }>(rows: readonly Row[]): Map<OptionId, Row[]> =>
  Map.groupBy(rows, (row) => row.option_id);

const one = <Row>(rows: readonly Row[] | undefined): readonly Row[] => rows ?? [];

/** What is said of options, by option: reservations, read-back of the newest version, sponsors, interest. */
export type Said = {
  reservations: GroupOption['reservations'];
  readback: Readback | null;
  sponsors: Sponsor[];
  crossBloc: boolean;
  interest: number;
};

/**
 * What is said of these options, without whose answers and interest it is. Lists are ordered by random ids or by name:
 * order says nothing about who came when.
 */
export const readSaid = async (
  query: Query,
  options: readonly { id: OptionId; version: number | null; interest_kept: number }[],
): Promise<Map<OptionId, Said>> => {
  if (options.length === 0) return new Map();
  const ids = options.map(({ id }) => id);
  const reservations = await query
    .selectFrom('option_reservation')
    .select(['option_id', 'id', 'kind', 'text'])
    .where('option_id', 'in', ids)
    .orderBy('id')
    .execute();
  const readbacks = await query.selectFrom('option_readback').selectAll().where('option_id', 'in', ids).execute();
  const answers = await query
    .selectFrom('readback_answer')
    .select(['option_id', 'version', 'answer', (eb) => eb.fn.countAll<number | string>().as('seats')])
    .where('option_id', 'in', ids)
    .groupBy(['option_id', 'version', 'answer'])
    .execute();
  const reasons = await query
    .selectFrom('readback_reason')
    .select(['option_id', 'version', 'text'])
    .where('option_id', 'in', ids)
    .orderBy('id')
    .execute();
  const sponsors = await query
    .selectFrom('option_sponsor')
    .select(['option_id', 'delegation', 'bloc', 'version'])
    .where('option_id', 'in', ids)
    .orderBy('delegation')
    .execute();
  const interests = await query
    .selectFrom('option_interest')
    .select(['option_id', (eb) => eb.fn.countAll<number | string>().as('seats')])
    .where('option_id', 'in', ids)
    .groupBy('option_id')
    .execute();
  const interestOf = new Map(interests.map((row) => [row.option_id, Number(row.seats)]));
  const [reserved, asked, answered] = [byOption(reservations), byOption(readbacks), byOption(answers)];
  const [reasoned, signed] = [byOption(reasons), byOption(sponsors)];
  return new Map(
    options.map(({ id, version, interest_kept: kept }): [OptionId, Said] => {
      const now = one(signed.get(id)).map((row): Sponsor => {
        return { delegation: row.delegation, bloc: row.bloc, suspended: row.version !== version };
      });
      const readback = one(asked.get(id)).find((row) => row.version === version);
      const count = (answer: 'accept' | 'object'): number =>
        one(answered.get(id))
          .filter((row) => row.version === version && row.answer === answer)
          .reduce((sum, row) => sum + Number(row.seats), 0);
      return [
        id,
        {
          reservations: one(reserved.get(id)).map((row) => ({ id: row.id, kind: row.kind, text: row.text })),
          readback:
            readback === undefined
              ? null
              : {
                  version: readback.version,
                  accepted: readback.accepted + count('accept'),
                  objected: readback.objected + count('object'),
                  reasons: one(reasoned.get(id))
                    .filter((row) => row.version === version)
                    .map((row) => row.text),
                },
          sponsors: now,
          crossBloc: isCrossBloc(now),
          // Interest of an earlier session cannot be told from that of the same people now: never counted twice.
          interest: Math.max(kept, interestOf.get(id) ?? 0),
        },
      ];
    }),
  );
};

/** Options whose newest version reads otherwise than the text of the last closed ballot about them. */
const readChanged = async (query: Query, groupId: GroupId): Promise<ReadonlySet<string>> => {
  const rows = await query
    .selectFrom('ballot_option')
    .innerJoin('ballot', 'ballot.id', 'ballot_option.ballot_id')
    .innerJoin('option', 'option.id', 'ballot_option.subject_id')
    .innerJoin('option_version', (join) =>
      join.onRef('option_version.option_id', '=', 'option.id').onRef('option_version.number', '=', 'option.version'),
    )
    .select([
      'option.id',
      'ballot_option.title as votedTitle',
      'ballot_option.body as votedText',
      'option_version.title',
      'option_version.text',
    ])
    .where('ballot.group_id', '=', groupId)
    .where('ballot.status', '=', 'closed')
    .where('ballot_option.subject_kind', '=', 'option')
    .orderBy('ballot.number')
    .execute();
  // The last ballot about an option is the one that counts.
  const last = new Map(rows.map((row) => [row.id, row.votedTitle !== row.title || row.votedText !== row.text]));
  return new Set([...last].filter(([, changed]) => changed).map(([id]) => id));
};

/** The options of a group in the order of their numbers, as everybody in it may see them. */
export const readGroupOptions = async (query: Query, groupId: GroupId): Promise<GroupOption[]> => {
  const options = await query
    .selectFrom('option')
    .select(['id', 'code', 'number', 'state', 'frozen', 'version', 'interest_kept'])
    .where('group_id', '=', groupId)
    .orderBy('number')
    .execute();
  if (options.length === 0) return [];
  const sources = await query
    .selectFrom('option_source')
    .innerJoin('option', 'option.id', 'option_source.option_id')
    .select(['option_source.option_id', 'option_source.kind', 'option_source.source_id', 'option_source.title'])
    .where('option.group_id', '=', groupId)
    .orderBy('option_source.position')
    .execute();
  const sourcesOf = Map.groupBy(sources, (source) => source.option_id);
  const said = await readSaid(query, options);
  const changed = await readChanged(query, groupId);
  return options.map((option) => {
    const about = said.get(option.id);
    if (about === undefined) throw new Error('an option was read and what is said of it was not');
    return {
      id: option.id,
      code: option.code,
      number: option.number,
      state: option.state,
      frozen: option.frozen === 1,
      version: option.version,
      sources: one(sourcesOf.get(option.id)).map(
        ({ kind, source_id: id, title }) => ({ kind, id, title }) as GroupOption['sources'][number],
      ),
      ...about,
      changedSinceBallot: changed.has(option.id),
    };
  });
};

/** What one seat said of the group's options, in the order of their numbers. */
export const readMyOptions = async (query: Query, groupId: GroupId, seatId: SeatId): Promise<MyOption[]> => {
  const options = await query
    .selectFrom('option')
    .innerJoin('seat', (join) => join.on('seat.id', '=', seatId))
    .leftJoin('readback_answer', (join) =>
      join
        .onRef('readback_answer.option_id', '=', 'option.id')
        .onRef('readback_answer.version', '=', 'option.version')
        .on('readback_answer.seat_id', '=', seatId),
    )
    .leftJoin('option_interest', (join) =>
      join.onRef('option_interest.option_id', '=', 'option.id').on('option_interest.seat_id', '=', seatId),
    )
    .leftJoin('option_sponsor', (join) =>
      join
        .onRef('option_sponsor.option_id', '=', 'option.id')
        .onRef('option_sponsor.delegation', '=', 'seat.delegation')
        .onRef('option_sponsor.version', '=', 'option.version'),
    )
    .select([
      'option.id',
      'seat.authorised',
      'readback_answer.answer',
      'option_interest.seat_id as interested',
      'option_sponsor.delegation as sponsored',
    ])
    .where('option.group_id', '=', groupId)
    .orderBy('option.number')
    .execute();
  return options.map((option) => ({
    optionId: option.id,
    answer: option.answer,
    interested: option.interested !== null,
    sponsored: option.authorised === 1 ? option.sponsored !== null : null,
  }));
};
