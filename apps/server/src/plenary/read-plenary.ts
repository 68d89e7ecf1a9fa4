import type { BallotResults } from '@rapport/domain/ballot-results';
import type { Bloc, BlocId } from '@rapport/domain/blocs';
import type { BallotId, SeatId, SymposiumId } from '@rapport/domain/ids';
import type { PlenaryGroup, PlenaryState } from '@rapport/protocol/plenary';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { Attendance } from '../attendance.ts';
import { readBallots } from '../ballots/read-ballots.ts';
import { readPlenarySeats } from '../ballots/voting-seats.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Cockpit } from '../groups/cockpit.ts';
import { HANDED_OVER } from '../options/find-option.ts';
import { readPlenaryRow } from './plenary-row.ts';
import type { PlenaryFacts } from './project-plenary.ts';
import { readRegister } from './read-register.ts';
import { readLastDeed } from './register-deeds.ts';

type Query = Database['query'];

/** Reads how a plenary stands. Holds no rule about who may know it: that is `projectPlenary`. */
export class PlenaryReader {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #attendance: Pick<Attendance<SymposiumId>, 'isPresent'>;
  readonly #cockpit: Pick<Cockpit, 'read'>;

  constructor(options: {
    db: Database;
    clock: Clock;
    attendance: Pick<Attendance<SymposiumId>, 'isPresent'>;
    cockpit: Pick<Cockpit, 'read'>;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#attendance = options.attendance;
    this.#cockpit = options.cockpit;
  }

  /** Null when there is no such symposium. `screens`: projectors that are connected. */
  async read(symposiumId: SymposiumId, screens: number): Promise<PlenaryFacts | null> {
    const query = this.#db.query;
    const symposium = await query
      .selectFrom('symposium')
      .select(['id', 'slug', 'title', 'marking', 'chatham_house', 'blocs', 'sides'])
      .where('id', '=', symposiumId)
      .executeTakeFirst();
    if (symposium === undefined) return null;
    const { status, timer, view } = await readPlenaryRow(query, symposiumId);
    const register = await readRegister(query, symposiumId);
    const voting = await readPlenarySeats(query, symposiumId);
    const seats = await query.selectFrom('seat').select('id').where('symposium_id', '=', symposiumId).execute();
    const isPresent = ({ id }: { id: SeatId }): boolean => this.#attendance.isPresent(symposiumId, id);
    return {
      symposium: {
        id: symposium.id,
        slug: symposium.slug,
        title: symposium.title,
        marking: JSON.parse(symposium.marking) as Record<string, string>,
        chathamHouse: symposium.chatham_house === 1,
        blocs: JSON.parse(symposium.blocs) as Bloc[],
        sides: JSON.parse(symposium.sides) as [BlocId, BlocId],
      },
      serverTime: isoNow(this.#clock),
      status,
      groups: await this.#readGroups(symposiumId, register),
      register,
      ballots: await readBallots(query, { symposiumId }),
      timer,
      view,
      attendance: {
        present: seats.filter(isPresent).length,
        voting: voting.filter(isPresent).length,
        screens,
      },
      undo: await readUndo(query, symposiumId),
      resultsOf: view.kind === 'results' ? await readResults(query, view.ballotId) : new Map(),
    };
  }

  /** What is of one seat alone, for each of these. */
  async readOwn(
    symposiumId: SymposiumId,
    seatIds: readonly SeatId[],
  ): Promise<ReadonlyMap<SeatId, Omit<PlenaryState['me'], 'role'>>> {
    if (seatIds.length === 0) return new Map();
    const rows = await this.#db.query
      .selectFrom('ballot_seat')
      .innerJoin('ballot', 'ballot.id', 'ballot_seat.ballot_id')
      .select(['ballot.id', 'ballot_seat.seat_id', 'ballot_seat.cast'])
      .where('ballot.symposium_id', '=', symposiumId)
      .where('ballot_seat.seat_id', 'in', seatIds)
      .orderBy('ballot.number')
      .execute();
    const bySeat = Map.groupBy(rows, (row) => row.seat_id);
    const said = await readOwnVoices(this.#db.query, symposiumId, seatIds);
    return new Map(
      seatIds.map((seatId) => {
        const own = bySeat.get(seatId) ?? [];
        const voices = said.get(seatId) ?? { authorised: false, interested: [], sponsored: [] };
        return [
          seatId,
          {
            entitled: own.map(({ id }) => id),
            cast: own.filter(({ cast }) => cast === 1).map(({ id }) => id),
            ...voices,
          },
        ];
      }),
    );
  }

  /** Seats that chair. */
  async readChairs(symposiumId: SymposiumId): Promise<ReadonlySet<SeatId>> {
    const rows = await this.#db.query
      .selectFrom('seat')
      .select('id')
      .where('symposium_id', '=', symposiumId)
      .where('chair', '=', 1)
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** Tiles in the order of report-backs. Calls for help stay with those who lead the group. */
  async #readGroups(symposiumId: SymposiumId, register: readonly RegisterEntry[]): Promise<PlenaryGroup[]> {
    const rounds = await this.#db.query
      .selectFrom('round')
      .select(['id', 'number', 'title', 'question'])
      .where('symposium_id', '=', symposiumId)
      .execute();
    const roundOf = new Map(rounds.map(({ id, ...round }) => [id, round]));
    const { groups } = (await this.#cockpit.read(symposiumId)) ?? { groups: [] };
    return groups.flatMap((tile): PlenaryGroup[] => {
      const round = roundOf.get(tile.roundId);
      if (round === undefined) return [];
      const { id, number, name, status, phase, seats, present, done, cards } = tile;
      const forwarded = register.filter(({ group }) => group?.id === id).length;
      return [{ id, round, number, name, status, phase, seats, present, done, cards, forwarded }];
    });
  }
}

const readUndo = async (query: Query, symposiumId: SymposiumId): Promise<PlenaryState['undo']> => {
  const last = await readLastDeed(query, symposiumId);
  if (last === null) return null;
  const { made, states, version } = last.change;
  const ids = [...made, ...states.map(({ id }) => id), ...(version === null ? [] : [version.id])];
  const rows = await query.selectFrom('option').select(['id', 'code']).where('id', 'in', ids).execute();
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return { deed: last.deed, codes: ids.flatMap((id) => codes.get(id) ?? []) };
};

const readResults = async (query: Query, ballotId: BallotId): Promise<Map<BallotId, BallotResults>> => {
  const row = await query
    .selectFrom('ballot')
    .select('results')
    .where('id', '=', ballotId)
    .where('status', '=', 'closed')
    .executeTakeFirst();
  return row === undefined || row.results === null
    ? new Map()
    : new Map([[ballotId, JSON.parse(row.results) as BallotResults]]);
};

/** What these seats said of options of the register. */
const readOwnVoices = async (
  query: Query,
  symposiumId: SymposiumId,
  seatIds: readonly SeatId[],
): Promise<ReadonlyMap<SeatId, Pick<PlenaryState['me'], 'authorised' | 'interested' | 'sponsored'>>> => {
  const seats = await query
    .selectFrom('seat')
    .select(['id', 'delegation', 'authorised'])
    .where('id', 'in', seatIds)
    .execute();
  const interests = await query
    .selectFrom('option_interest')
    .innerJoin('option', 'option.id', 'option_interest.option_id')
    .select(['option.id', 'option_interest.seat_id'])
    .where('option.symposium_id', '=', symposiumId)
    .where('option.state', 'in', HANDED_OVER)
    .where('option_interest.seat_id', 'in', seatIds)
    .orderBy('option.id')
    .execute();
  const signatures = await query
    .selectFrom('option_sponsor')
    .innerJoin('option', (join) =>
      join.onRef('option.id', '=', 'option_sponsor.option_id').onRef('option.version', '=', 'option_sponsor.version'),
    )
    .select(['option.id', 'option_sponsor.delegation'])
    .where('option.symposium_id', '=', symposiumId)
    .where('option.state', 'in', HANDED_OVER)
    .orderBy('option.id')
    .execute();
  const [interestOf, signedBy] = [
    Map.groupBy(interests, (row) => row.seat_id),
    Map.groupBy(signatures, (row) => row.delegation),
  ];
  return new Map(
    seats.map(({ id, delegation, authorised }) => [
      id,
      {
        authorised: authorised === 1,
        interested: (interestOf.get(id) ?? []).map((row) => row.id),
        sponsored: authorised === 1 ? (signedBy.get(delegation) ?? []).map((row) => row.id) : [],
      },
    ]),
  );
};
