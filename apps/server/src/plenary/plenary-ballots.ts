import type { BallotResults } from '@rapport/domain/ballot-results';
import { refusePaper, type BallotRules } from '@rapport/domain/ballots';
import {
  newId,
  type BallotId,
  type BallotOptionId,
  type OptionId,
  type RandomBytes,
  type SeatId,
  type SymposiumId,
} from '@rapport/domain/ids';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Attendance } from '../attendance.ts';
import { countBallot } from '../ballots/count-ballot.ts';
import { explainRefusal } from '../ballots/explain-refusal.ts';
import { Papers } from '../ballots/papers.ts';
import { readProgress, type Progress } from '../ballots/progress.ts';
import { readRules } from '../ballots/read-rules.ts';
import { settleRules } from '../ballots/settle-rules.ts';
import { readPlenarySeats } from '../ballots/voting-seats.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { Turns } from '../turns.ts';
import { readPlenaryRow } from './plenary-row.ts';
import { allowChair, roleInPlenary } from './role-in-plenary.ts';

type Subject = { optionId: OptionId; title: string; body: string };

const noSuchBallot = (): Outcome<never> => fail('not-found', 'There is no such ballot for you.', 'ballotId');

/**
 * Sealed ballots of the plenary on options of the register (docs/method.md §5, §6): as in a group, over all voting seats
 * that are there, with the delegation on the paper, counted by heads and once for each delegation. The text voted on is
 * the newest frozen version; while the ballot is open nobody can make another one.
 */
export class PlenaryBallots implements AsyncDisposable {
  readonly #db: Database;
  readonly #attendance: Pick<Attendance<SymposiumId>, 'isPresent'>;
  readonly #announcements: Announcements;
  readonly #random: RandomBytes;
  readonly #papers: Papers;
  readonly #turns = new Turns<BallotId>();

  constructor(options: {
    db: Database;
    attendance: Pick<Attendance<SymposiumId>, 'isPresent'>;
    announcements: Announcements;
    random: RandomBytes;
  }) {
    this.#db = options.db;
    this.#attendance = options.attendance;
    this.#announcements = options.announcements;
    this.#random = options.random;
    this.#papers = new Papers({ db: options.db, random: options.random });
  }

  /** Whether this ballot is the plenary's; all others are those of groups, or nobody's. */
  async has(ballotId: BallotId): Promise<boolean> {
    return (await this.#find(ballotId)) !== null;
  }

  /** `ballot.open` with a symposium. */
  async open(
    caller: Caller,
    symposiumId: SymposiumId,
    input: CommandParsed<'ballot.open'>,
  ): Promise<Outcome<CommandValue['ballot.open']>> {
    const rules = settleRules(input);
    return this.#db.transaction(async (tx) => {
      const chair = await allowChair(tx, caller, symposiumId);
      if (!chair.ok) return chair;
      if (!rules.ok) return rules;
      if (rules.value.settings.closesWithTimer === true) {
        return fail('invalid-input', 'Who chairs closes a ballot of the plenary.', 'settings.closesWithTimer');
      }
      if ((await readPlenaryRow(tx, symposiumId)).status !== 'open') {
        return fail('conflict', 'Open the plenary first, so that people can come in and vote.');
      }
      const open = await tx
        .selectFrom('ballot')
        .select('id')
        .where('symposium_id', '=', symposiumId)
        .where('status', '=', 'open')
        .executeTakeFirst();
      if (open !== undefined) return fail('ballot-open', 'Another ballot of the plenary is open. Close it first.');
      const subjects = await readSubjects(tx, symposiumId, input.options);
      if (!subjects.ok) return subjects;
      return succeed(await this.#store(tx, symposiumId, rules.value, subjects.value));
    });
  }

  /** `ballot.cast` */
  async cast(
    caller: Caller,
    { ballotId, paperKey, choices }: CommandParsed<'ballot.cast'>,
  ): Promise<Outcome<CommandValue['ballot.cast']>> {
    return this.#turns.take(ballotId, async () => {
      const ballot = await this.#findFor(caller, ballotId);
      if (ballot === null) return noSuchBallot();
      if (caller.kind !== 'seat') return fail('not-entitled', 'Only somebody who has a seat can vote.');
      if (ballot.status !== 'open') return fail('ballot-closed', 'This ballot is closed.');
      const refusal = await this.#refuse(ballotId, ballot.rules, choices);
      if (refusal !== null) return refusal;
      const seat = await this.#db.query
        .selectFrom('seat')
        .select(['id', 'bloc', 'delegation'])
        .where('id', '=', caller.seatId)
        .executeTakeFirstOrThrow();
      await this.#papers.settle(ballotId);
      const stored = await this.#papers.cast(ballotId, seat, { paperKey, choices });
      if (!stored.ok) return stored;
      this.#announcements.announce({ to: 'plenary', symposiumId: ballot.symposiumId });
      return succeed(await this.#count(ballotId));
    });
  }

  /** `ballot.enter`: who chairs enters a paper for somebody without a device, with its delegation. */
  async enter(
    caller: Caller,
    { ballotId, paperKey, bloc, delegation, choices }: CommandParsed<'ballot.enter'>,
  ): Promise<Outcome<CommandValue['ballot.enter']>> {
    return this.#turns.take(ballotId, async () => {
      const ballot = await this.#findFor(caller, ballotId);
      if (ballot === null) return noSuchBallot();
      const chair = await allowChair(this.#db.query, caller, ballot.symposiumId);
      if (!chair.ok) return chair;
      if (ballot.status !== 'open') return fail('ballot-closed', 'This ballot is closed.');
      if (delegation === undefined) {
        return fail('invalid-input', 'A paper of the plenary carries its delegation.', 'delegation');
      }
      const refusal = await this.#refuse(ballotId, ballot.rules, choices);
      if (refusal !== null) return refusal;
      await this.#papers.settle(ballotId);
      const countSeats = async (tx: Transaction): Promise<number> =>
        (await readPlenarySeats(tx, ballot.symposiumId)).filter(
          (seat) => seat.bloc === bloc && seat.delegation === delegation,
        ).length;
      const stored = await this.#papers.enter(ballotId, { bloc, delegation }, countSeats, { paperKey, choices });
      if (!stored.ok) return stored;
      this.#announcements.announce({ to: 'plenary', symposiumId: ballot.symposiumId });
      return succeed(await this.#count(ballotId));
    });
  }

  /** `ballot.close`: counts and publishes. A second close gives the same results. */
  async close(
    caller: Caller,
    { ballotId }: CommandParsed<'ballot.close'>,
  ): Promise<Outcome<CommandValue['ballot.close']>> {
    return this.#turns.take(ballotId, async () => {
      const ballot = await this.#findFor(caller, ballotId);
      if (ballot === null) return noSuchBallot();
      const { symposiumId } = ballot;
      const chair = await allowChair(this.#db.query, caller, symposiumId);
      if (!chair.ok) return chair;
      if (ballot.results !== null) return succeed(ballot.results);
      await this.#papers.settle(ballotId);
      return this.#db.transaction(async (tx) => {
        const results = await countBallot(tx, this.#papers, ballotId, symposiumId);
        if (results === null) return fail('ballot-closed', 'This ballot is closed.');
        tx.afterCommit(() => {
          this.#announcements.announce({ to: 'plenary', symposiumId });
          // The write-ahead log has the papers in the order they came, with their delegations.
          this.#db.truncateLog();
        });
        return succeed(results);
      });
    });
  }

  /** `ballot.results`: for everybody with a seat, once the ballot is closed. */
  async results(
    caller: Caller,
    { ballotId }: CommandParsed<'ballot.results'>,
  ): Promise<Outcome<CommandValue['ballot.results']>> {
    const ballot = await this.#findFor(caller, ballotId);
    if (ballot === null) return noSuchBallot();
    return ballot.results === null
      ? fail('ballot-not-closed', 'Results are published when the ballot closes.')
      : succeed(ballot.results);
  }

  /** Somebody comes in while the plenary votes: entitled from now on, if its seat votes. */
  checkIn(symposiumId: SymposiumId, seatId: SeatId): Promise<void> {
    return this.#db.transaction(async (tx) => {
      const open = await tx
        .selectFrom('ballot')
        .select('id')
        .where('symposium_id', '=', symposiumId)
        .where('status', '=', 'open')
        .executeTakeFirst();
      if (open === undefined) return;
      if (!(await readPlenarySeats(tx, symposiumId)).some(({ id }) => id === seatId)) return;
      await tx
        .insertInto('ballot_seat')
        .values({ ballot_id: open.id, seat_id: seatId, cast: 0 })
        .onConflict((conflict) => conflict.columns(['ballot_id', 'seat_id']).doNothing())
        .execute();
      tx.afterCommit(() => this.#announcements.announce({ to: 'plenary', symposiumId }));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#turns.settled();
  }

  async #find(ballotId: BallotId) {
    const row = await this.#db.query.selectFrom('ballot').selectAll().where('id', '=', ballotId).executeTakeFirst();
    if (row === undefined || row.symposium_id === null) return null;
    return {
      symposiumId: row.symposium_id,
      status: row.status,
      rules: readRules(row),
      results: row.results === null ? null : (JSON.parse(row.results) as BallotResults),
    };
  }

  /** The ballot, if the caller belongs to its symposium. */
  async #findFor(caller: Caller, ballotId: BallotId) {
    const ballot = await this.#find(ballotId);
    if (ballot === null) return null;
    return (await roleInPlenary(this.#db.query, caller, ballot.symposiumId)) === null ? null : ballot;
  }

  async #refuse(
    ballotId: BallotId,
    rules: BallotRules,
    choices: CommandParsed<'ballot.cast'>['choices'],
  ): Promise<Outcome<never> | null> {
    const options = await this.#db.query
      .selectFrom('ballot_option')
      .select('id')
      .where('ballot_id', '=', ballotId)
      .execute();
    const refusal = refusePaper(choices, rules, new Set(options.map(({ id }) => id)));
    return refusal === null ? null : explainRefusal(refusal);
  }

  async #count(ballotId: BallotId): Promise<Progress> {
    return (await readProgress(this.#db.query, [ballotId])).get(ballotId) ?? { cast: 0, entitled: 0 };
  }

  async #store(
    tx: Transaction,
    symposiumId: SymposiumId,
    rules: BallotRules,
    subjects: readonly Subject[],
  ): Promise<CommandValue['ballot.open']> {
    const { last } = await tx
      .selectFrom('ballot')
      .select((eb) => eb.fn.max<number | null>('number').as('last'))
      .where('symposium_id', '=', symposiumId)
      .executeTakeFirstOrThrow();
    const ballotId = newId(this.#random) as BallotId;
    await tx
      .insertInto('ballot')
      .values({
        id: ballotId,
        group_id: null,
        symposium_id: symposiumId,
        number: (last ?? 0) + 1,
        kind: rules.kind,
        phase_id: null,
        status: 'open',
        settings: JSON.stringify(rules.settings),
        results: null,
      })
      .execute();
    const options = subjects.map((subject) => ({ ...subject, id: newId(this.#random) as BallotOptionId }));
    for (const [position, { id, optionId, title, body }] of options.entries()) {
      await tx
        .insertInto('ballot_option')
        .values({ id, ballot_id: ballotId, position, subject_kind: 'option', subject_id: optionId, title, body })
        .execute();
    }
    for (const { id } of await readPlenarySeats(tx, symposiumId)) {
      if (!this.#attendance.isPresent(symposiumId, id)) continue;
      await tx.insertInto('ballot_seat').values({ ballot_id: ballotId, seat_id: id, cast: 0 }).execute();
    }
    tx.afterCommit(() => this.#announcements.announce({ to: 'plenary', symposiumId }));
    return {
      ballotId,
      options: options.map(({ id, optionId, title }) => ({ id, subject: { kind: 'option', id: optionId }, title })),
    };
  }
}

/** The newest versions of options that stand in the register, in the ballot's order. */
const readSubjects = async (
  tx: Transaction,
  symposiumId: SymposiumId,
  subjects: CommandParsed<'ballot.open'>['options'],
): Promise<Outcome<Subject[]>> => {
  const found: Subject[] = [];
  for (const [index, { kind, id }] of subjects.entries()) {
    const field = `options.${index}`;
    if (kind !== 'option') return fail('invalid-input', 'The plenary votes on options of the register.', field);
    if (found.some(({ optionId }) => optionId === id))
      return fail('invalid-input', 'This option is named twice.', field);
    const row = await tx
      .selectFrom('option')
      .innerJoin('option_version', (join) =>
        join.onRef('option_version.option_id', '=', 'option.id').onRef('option_version.number', '=', 'option.version'),
      )
      .select(['option.id', 'option_version.title', 'option_version.text'])
      .where('option.id', '=', id as OptionId)
      .where('option.symposium_id', '=', symposiumId)
      .where('option.state', 'in', ['forwarded', 'plenary', 'paper'])
      .executeTakeFirst();
    if (row === undefined) return fail('invalid-input', 'This option does not stand in the register.', field);
    found.push({ optionId: row.id, title: row.title, body: row.text });
  }
  return succeed(found);
};
