import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BallotRules } from '@rapport/domain/ballots';
import { boardDocument } from '@rapport/domain/document-id';
import type { BallotId, GroupId, RandomBytes, SymposiumId } from '@rapport/domain/ids';
import { votes } from '@rapport/domain/roles';
import { Timer } from '@rapport/domain/timer';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { BallotState } from '@rapport/protocol/group-state';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import { Batches } from '../events/batches.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import type { FrozenText, GroupConditions, SubjectKey } from '../groups/group-conditions.ts';
import type { Presence } from '../groups/presence.ts';
import { readMe } from '../groups/read-group-state.ts';
import { roleOf } from '../groups/role-of.ts';
import { Turns } from '../turns.ts';
import { checkPaper } from './check-paper.ts';
import { countBallot } from './count-ballot.ts';
import { findBallot, findOpenBallot } from './find-ballot.ts';
import type { Papers } from './papers.ts';
import { countProgress } from './progress.ts';
import { readBallots } from './read-ballots.ts';
import { readOptions, readPursued, type VotedText } from './read-options.ts';
import { readRules } from './read-rules.ts';
import { settleRules } from './settle-rules.ts';
import { storeBallot } from './store-ballot.ts';
import { dueAt, TimedClosing } from './timed-closing.ts';
import { readSeatsOfBallot, readVotingSeats } from './voting-seats.ts';

/** How many have voted is told at most once in this time, ms. */
const PROGRESS_EVERY_MS = 1_000;

const noSuchBallot = (): Outcome<never> => fail('not-found', 'There is no such ballot for you.', 'ballotId');

/**
 * Sealed ballots of a group (docs/method.md §5). Opening stores the text that is voted on and freezes it; before close
 * only how many have voted leaves this house; closing publishes everything at once and for good.
 */
export class Ballots implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #conditions: GroupConditions;
  readonly #presence: Pick<Presence, 'isPresent'>;
  readonly #announcements: Announcements;
  readonly #random: RandomBytes;
  readonly #papers: Papers;
  readonly #openings = new Turns<GroupId>();
  readonly #turns = new Turns<BallotId>();
  readonly #clock: Clock;
  readonly #progress: Batches<BallotId>;
  readonly #timedClosing: TimedClosing;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read'>;
    conditions: GroupConditions;
    presence: Pick<Presence, 'isPresent'>;
    announcements: Announcements;
    papers: Papers;
    clock: Clock;
    random: RandomBytes;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#conditions = options.conditions;
    this.#presence = options.presence;
    this.#announcements = options.announcements;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#papers = options.papers;
    this.#progress = new Batches({
      clock: options.clock,
      everyMs: PROGRESS_EVERY_MS,
      work: (ballotId) => this.#tellProgress(ballotId),
      onFault: options.onFault,
    });
    this.#timedClosing = new TimedClosing({
      clock: options.clock,
      announcements: options.announcements,
      close: (groupId) => this.#closeWithTimer(groupId),
      onFault: options.onFault,
    });
  }

  /** Takes up the ballots that close with their group's timer; called at start. */
  async resume(): Promise<void> {
    const rows = await this.#db.query
      .selectFrom('ballot')
      .innerJoin('group', 'group.id', 'ballot.group_id')
      .select(['ballot.kind', 'ballot.settings', 'group.id as groupId', 'group.timer'])
      .where('ballot.status', '=', 'open')
      .execute();
    for (const row of rows) {
      if (readRules(row).settings.closesWithTimer !== true) continue;
      this.#timedClosing.watch(row.groupId, Timer.parse(JSON.parse(row.timer)));
    }
  }

  /** `ballot.open` */
  async open(caller: Caller, input: CommandParsed<'ballot.open'>): Promise<Outcome<CommandValue['ballot.open']>> {
    const { groupId } = input;
    if (groupId === undefined) return fail('invalid-input', 'Say which group votes.', 'groupId');
    const allowed = await allow(this.#db.query, 'ballot.open', caller, groupId);
    if (!allowed.ok) return allowed;
    const rules = settleRules(input);
    if (!rules.ok) return rules;
    return this.#openings.take(groupId, () => this.#open(caller, groupId, input, rules.value));
  }

  /** `ballot.cast` */
  async cast(
    caller: Caller,
    { ballotId, paperKey, choices }: CommandParsed<'ballot.cast'>,
  ): Promise<Outcome<CommandValue['ballot.cast']>> {
    return this.#turns.take(ballotId, async () => {
      const ballot = await this.#find(ballotId);
      if (ballot === null) return noSuchBallot();
      const who = await roleOf(this.#db.query, caller, ballot.groupId);
      if (who === null) return noSuchBallot();
      if (who.seatId === null) return fail('not-entitled', 'Only somebody who sits in the group can vote.');
      if (ballot.status !== 'open') return fail('ballot-closed', 'This ballot is closed.');
      const refusal = await checkPaper(this.#db.query, ballotId, ballot.rules, choices);
      if (refusal !== null) return refusal;
      const seat = await this.#db.query
        .selectFrom('seat')
        .select(['id', 'bloc'])
        .where('id', '=', who.seatId)
        .executeTakeFirstOrThrow();
      await this.#papers.settle(ballotId);
      const stored = await this.#papers.cast(ballotId, { ...seat, delegation: null }, { paperKey, choices });
      if (!stored.ok) return stored;
      const progress = await this.#db.transaction(async (tx) => {
        const me = await readMe(tx, who, ballot.groupId);
        tx.afterCommit(() =>
          this.#announcements.announce({
            to: 'seat',
            seatId: seat.id,
            news: { type: 'me.changed', groupId: ballot.groupId, me },
          }),
        );
        return countProgress(tx, ballotId);
      });
      this.#progress.ask(ballotId);
      return succeed(progress);
    });
  }

  /** `ballot.enter`: who leads enters a paper for somebody without a device. */
  async enter(
    caller: Caller,
    { ballotId, paperKey, bloc, choices }: CommandParsed<'ballot.enter'>,
  ): Promise<Outcome<CommandValue['ballot.enter']>> {
    return this.#turns.take(ballotId, async () => {
      const ballot = await this.#find(ballotId);
      if (ballot === null || (await roleOf(this.#db.query, caller, ballot.groupId)) === null) return noSuchBallot();
      const allowed = await allow(this.#db.query, 'ballot.enter', caller, ballot.groupId);
      if (!allowed.ok) return allowed;
      if (ballot.status !== 'open') return fail('ballot-closed', 'This ballot is closed.');
      const refusal = await checkPaper(this.#db.query, ballotId, ballot.rules, choices);
      if (refusal !== null) return refusal;
      await this.#papers.settle(ballotId);
      const countSeats = async (tx: Transaction): Promise<number> =>
        (await readSeatsOfBallot(tx, ballotId, await readVotingSeats(tx, ballot.groupId))).filter(
          (seat) => seat.bloc === bloc,
        ).length;
      const stored = await this.#papers.enter(ballotId, { bloc, delegation: null }, countSeats, { paperKey, choices });
      if (!stored.ok) return stored;
      this.#progress.ask(ballotId);
      return succeed(await countProgress(this.#db.query, ballotId));
    });
  }

  /** `ballot.close`: counts and publishes. A second close gives the same results. */
  async close(
    caller: Caller,
    { ballotId }: CommandParsed<'ballot.close'>,
  ): Promise<Outcome<CommandValue['ballot.close']>> {
    return this.#turns.take(ballotId, async () => {
      const ballot = await this.#find(ballotId);
      if (ballot === null || (await roleOf(this.#db.query, caller, ballot.groupId)) === null) return noSuchBallot();
      const allowed = await allow(this.#db.query, 'ballot.close', caller, ballot.groupId);
      if (!allowed.ok) return allowed;
      if (ballot.status === 'open') {
        await this.#papers.settle(ballotId);
        return this.#db.transaction((tx) => this.#close(tx, ballotId, ballot.groupId, allowed.value.symposiumId));
      }
      return ballot.results === null
        ? fail('ballot-closed', 'This ballot was archived before it was closed.')
        : succeed(ballot.results);
    });
  }

  /** `ballot.results`: for everybody in the group, once the ballot is closed. */
  async results(
    caller: Caller,
    { ballotId }: CommandParsed<'ballot.results'>,
  ): Promise<Outcome<CommandValue['ballot.results']>> {
    const ballot = await this.#find(ballotId);
    if (ballot === null || (await roleOf(this.#db.query, caller, ballot.groupId)) === null) return noSuchBallot();
    if (ballot.status === 'open' || ballot.results === null) {
      return fail('ballot-not-closed', 'Results are published when the ballot closes.');
    }
    return succeed(ballot.results);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#openings.settled();
    await this.#timedClosing[Symbol.asyncDispose]();
    await this.#turns.settled();
    await this.#progress[Symbol.asyncDispose]();
  }

  async #find(ballotId: BallotId) {
    const ballot = await findBallot(this.#db.query, ballotId);
    return ballot === null || ballot.groupId === null ? null : { ...ballot, groupId: ballot.groupId };
  }

  async #open(
    caller: Caller,
    groupId: GroupId,
    input: CommandParsed<'ballot.open'>,
    rules: BallotRules,
  ): Promise<Outcome<CommandValue['ballot.open']>> {
    if ((await findOpenBallot(this.#db.query, { groupId })) !== null) {
      return fail('ballot-open', 'Another ballot of this group is open. Close it first.');
    }
    if ((await this.#conditions.load(groupId)) === null) return noSuchGroup();
    const pursued = await readPursued(this.#db.query, groupId);
    // Read and frozen in one go: what is stored is what stays on the board, to the character.
    const options = await this.#documents.read(boardDocument(groupId), (doc) => {
      const found = readOptions(doc, input.options, pursued);
      if (found.ok) this.#conditions.set(groupId, { ballotsFrozen: frozenTexts(found.value) });
      return found;
    });
    if (!options.ok) return options;
    let opened: Outcome<CommandValue['ballot.open']> | null = null;
    try {
      opened = await this.#db.transaction((tx) => this.#store(tx, caller, groupId, options.value, rules));
      return opened;
    } finally {
      if (opened?.ok !== true) this.#conditions.set(groupId, { ballotsFrozen: new Map() });
    }
  }

  async #store(
    tx: Transaction,
    caller: Caller,
    groupId: GroupId,
    options: readonly VotedText[],
    rules: BallotRules,
  ): Promise<Outcome<CommandValue['ballot.open']>> {
    // The group may have closed while the board was read.
    const allowed = await allow(tx, 'ballot.open', caller, groupId);
    if (!allowed.ok) return allowed;
    const { symposiumId } = allowed.value;
    const group = await tx
      .selectFrom('group')
      .select(['phase_id', 'timer'])
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    const timer = Timer.parse(JSON.parse(group.timer));
    const timed = rules.settings.closesWithTimer === true;
    if (timed && timer.state === 'running' && Date.parse(timer.endsAt) <= this.#clock.now()) {
      return fail('conflict', 'The time is up. Add some, or start the timer again.', 'settings.closesWithTimer');
    }
    const stored = await storeBallot(tx, { groupId }, { rules, texts: options, phaseId: group.phase_id }, this.#random);
    const { ballotId } = stored;
    await this.#entitle(tx, groupId, ballotId);
    const ballot = await this.#state(tx, groupId, ballotId);
    tx.afterCommit(() => {
      if (timed) this.#timedClosing.watch(groupId, timer);
      this.#announcements.announce({ to: 'group', news: { type: 'ballot.opened', groupId, ballot } });
      this.#announcements.announce({ to: 'symposium', symposiumId });
    });
    await this.#tellEntitled(tx, groupId, ballotId);
    return succeed(stored);
  }

  /** Voting seats that are checked in and present; who checks in later is added then. */
  async #entitle(tx: Transaction, groupId: GroupId, ballotId: BallotId): Promise<void> {
    const seats = await tx
      .selectFrom('group_seat')
      .select(['seat_id', 'role'])
      .where('group_id', '=', groupId)
      .where('checked_in', '=', 1)
      .execute();
    for (const { seat_id: seatId, role } of seats) {
      if (!votes(role) || !this.#presence.isPresent(groupId, seatId)) continue;
      await tx.insertInto('ballot_seat').values({ ballot_id: ballotId, seat_id: seatId, cast: 0 }).execute();
    }
  }

  async #tellEntitled(tx: Transaction, groupId: GroupId, ballotId: BallotId): Promise<void> {
    const seats = await tx
      .selectFrom('ballot_seat')
      .innerJoin('group_seat', 'group_seat.seat_id', 'ballot_seat.seat_id')
      .select(['group_seat.seat_id', 'group_seat.role'])
      .where('ballot_seat.ballot_id', '=', ballotId)
      .where('group_seat.group_id', '=', groupId)
      .execute();
    for (const { seat_id: seatId, role } of seats) {
      const me = await readMe(tx, { role, seatId }, groupId);
      tx.afterCommit(() =>
        this.#announcements.announce({ to: 'seat', seatId, news: { type: 'me.changed', groupId, me } }),
      );
    }
  }

  async #close(
    tx: Transaction,
    ballotId: BallotId,
    groupId: GroupId,
    symposiumId: SymposiumId,
  ): Promise<Outcome<BallotResults>> {
    const results = await countBallot(tx, this.#papers, ballotId, symposiumId);
    if (results === null) return fail('ballot-closed', 'This ballot was archived before it was closed.');
    const ballot = await this.#state(tx, groupId, ballotId);
    tx.afterCommit(() => {
      this.#conditions.set(groupId, { ballotsFrozen: new Map() });
      this.#announcements.announce({ to: 'group', news: { type: 'ballot.closed', groupId, ballot } });
      this.#announcements.announce({ to: 'symposium', symposiumId });
      // The write-ahead log has the papers in the order they came.
      this.#db.truncateLog();
    });
    return succeed(results);
  }

  async #state(tx: Transaction, groupId: GroupId, ballotId: BallotId): Promise<BallotState> {
    const ballot = (await readBallots(tx, { groupId })).find((one) => one.id === ballotId);
    if (ballot === undefined) throw new Error('a ballot that was just written cannot be read');
    return ballot;
  }

  /** Closes the group's ballot if its time, with the grace, is still over when its turn comes. */
  async #closeWithTimer(groupId: GroupId): Promise<void> {
    const ballotId = await findOpenBallot(this.#db.query, { groupId });
    if (ballotId === null) return;
    await this.#turns.take(ballotId, async () => {
      await this.#papers.settle(ballotId);
      await this.#db.transaction(async (tx) => {
        const row = await tx
          .selectFrom('ballot')
          .innerJoin('group', 'group.id', 'ballot.group_id')
          .select(['ballot.status', 'ballot.kind', 'ballot.settings', 'group.timer', 'group.symposium_id'])
          .where('ballot.id', '=', ballotId)
          .executeTakeFirst();
        if (row?.status !== 'open' || readRules(row).settings.closesWithTimer !== true) return;
        const due = dueAt(Timer.parse(JSON.parse(row.timer)));
        if (due === null || due > this.#clock.now()) return;
        await this.#close(tx, ballotId, groupId, row.symposium_id);
      });
    });
  }

  #tellProgress(ballotId: BallotId): Promise<void> {
    return this.#db.transaction(async (tx) => {
      const ballot = await tx
        .selectFrom('ballot')
        .innerJoin('group', 'group.id', 'ballot.group_id')
        .select(['group.id as groupId', 'ballot.status', 'group.symposium_id'])
        .where('ballot.id', '=', ballotId)
        .executeTakeFirst();
      if (ballot?.status !== 'open') return;
      const progress = await countProgress(tx, ballotId);
      tx.afterCommit(() => {
        this.#announcements.announce({
          to: 'group',
          news: { type: 'ballot.progressed', groupId: ballot.groupId, ballotId, progress },
        });
        this.#announcements.announce({ to: 'symposium', symposiumId: ballot.symposium_id });
      });
    });
  }
}

const frozenTexts = (options: readonly VotedText[]): Map<SubjectKey, FrozenText> => {
  const frozen = new Map<SubjectKey, FrozenText>();
  for (const { subject, title, body } of options) {
    frozen.set(`${subject.kind}:${subject.id}`, { title, body });
  }
  return frozen;
};
