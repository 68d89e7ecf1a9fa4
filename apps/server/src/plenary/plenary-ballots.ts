import type { BallotRules } from '@rapport/domain/ballots';
import type { BallotId, OptionId, RandomBytes, SeatId, SymposiumId } from '@rapport/domain/ids';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Attendance } from '../attendance.ts';
import { checkPaper } from '../ballots/check-paper.ts';
import { countBallot } from '../ballots/count-ballot.ts';
import { findBallot, findOpenBallot } from '../ballots/find-ballot.ts';
import type { Papers } from '../ballots/papers.ts';
import { countProgress } from '../ballots/progress.ts';
import type { VotedText } from '../ballots/read-options.ts';
import { settleRules } from '../ballots/settle-rules.ts';
import { storeBallot } from '../ballots/store-ballot.ts';
import { readPlenarySeats, readSeatsOfBallot } from '../ballots/voting-seats.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { HANDED_OVER } from '../options/find-option.ts';
import { Turns } from '../turns.ts';
import { readPlenaryRow } from './plenary-row.ts';
import { allowChair, roleInPlenary } from './role-in-plenary.ts';

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
    papers: Papers;
    random: RandomBytes;
  }) {
    this.#db = options.db;
    this.#attendance = options.attendance;
    this.#announcements = options.announcements;
    this.#random = options.random;
    this.#papers = options.papers;
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
      if ((await findOpenBallot(tx, { symposiumId })) !== null) {
        return fail('ballot-open', 'Another ballot of the plenary is open. Close it first.');
      }
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
      const refusal = await checkPaper(this.#db.query, ballotId, ballot.rules, choices);
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
      return succeed(await countProgress(this.#db.query, ballotId));
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
      const refusal = await checkPaper(this.#db.query, ballotId, ballot.rules, choices);
      if (refusal !== null) return refusal;
      await this.#papers.settle(ballotId);
      const countSeats = async (tx: Transaction): Promise<number> =>
        (await readSeatsOfBallot(tx, ballotId, await readPlenarySeats(tx, ballot.symposiumId))).filter(
          (seat) => seat.bloc === bloc && seat.delegation === delegation,
        ).length;
      const stored = await this.#papers.enter(ballotId, { bloc, delegation }, countSeats, { paperKey, choices });
      if (!stored.ok) return stored;
      this.#announcements.announce({ to: 'plenary', symposiumId: ballot.symposiumId });
      return succeed(await countProgress(this.#db.query, ballotId));
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
      const ballotId = await findOpenBallot(tx, { symposiumId });
      if (ballotId === null) return;
      if (!(await readPlenarySeats(tx, symposiumId)).some(({ id }) => id === seatId)) return;
      await tx
        .insertInto('ballot_seat')
        .values({ ballot_id: ballotId, seat_id: seatId, cast: 0 })
        .onConflict((conflict) => conflict.columns(['ballot_id', 'seat_id']).doNothing())
        .execute();
      tx.afterCommit(() => this.#announcements.announce({ to: 'plenary', symposiumId }));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#turns.settled();
  }

  async #find(ballotId: BallotId) {
    const ballot = await findBallot(this.#db.query, ballotId);
    return ballot === null || ballot.symposiumId === null ? null : { ...ballot, symposiumId: ballot.symposiumId };
  }

  /** The ballot, if the caller belongs to its symposium. */
  async #findFor(caller: Caller, ballotId: BallotId) {
    const ballot = await this.#find(ballotId);
    if (ballot === null) return null;
    return (await roleInPlenary(this.#db.query, caller, ballot.symposiumId)) === null ? null : ballot;
  }

  async #store(
    tx: Transaction,
    symposiumId: SymposiumId,
    rules: BallotRules,
    texts: readonly VotedText[],
  ): Promise<CommandValue['ballot.open']> {
    const stored = await storeBallot(tx, { symposiumId }, { rules, texts, phaseId: null }, this.#random);
    for (const { id } of await readPlenarySeats(tx, symposiumId)) {
      if (!this.#attendance.isPresent(symposiumId, id)) continue;
      await tx.insertInto('ballot_seat').values({ ballot_id: stored.ballotId, seat_id: id, cast: 0 }).execute();
    }
    tx.afterCommit(() => this.#announcements.announce({ to: 'plenary', symposiumId }));
    return stored;
  }
}

/** The newest versions of options that stand in the register, in the ballot's order. */
const readSubjects = async (
  tx: Transaction,
  symposiumId: SymposiumId,
  subjects: CommandParsed<'ballot.open'>['options'],
): Promise<Outcome<VotedText[]>> => {
  const found: VotedText[] = [];
  for (const [index, { kind, id }] of subjects.entries()) {
    const field = `options.${index}`;
    if (kind !== 'option') return fail('invalid-input', 'The plenary votes on options of the register.', field);
    if (found.some(({ subject }) => subject.id === id))
      return fail('invalid-input', 'This option is named twice.', field);
    const row = await tx
      .selectFrom('option')
      .innerJoin('option_version', (join) =>
        join.onRef('option_version.option_id', '=', 'option.id').onRef('option_version.number', '=', 'option.version'),
      )
      .select(['option.id', 'option_version.title', 'option_version.text'])
      .where('option.id', '=', id as OptionId)
      .where('option.symposium_id', '=', symposiumId)
      .where('option.state', 'in', HANDED_OVER)
      .executeTakeFirst();
    if (row === undefined) return fail('invalid-input', 'This option does not stand in the register.', field);
    found.push({ subject: { kind, id: row.id }, title: row.title, body: row.text });
  }
  return succeed(found);
};
