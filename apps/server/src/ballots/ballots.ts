import type { BallotResults } from '@rapport/domain/ballot-results';
import { defaultDotSettings, refuseDots, type DotRefusal, type DotSettings } from '@rapport/domain/ballots';
import type { Bloc } from '@rapport/domain/blocs';
import { boardDocument } from '@rapport/domain/document-id';
import {
  newId,
  type BallotId,
  type BallotOptionId,
  type GroupId,
  type RandomBytes,
  type SymposiumId,
} from '@rapport/domain/ids';
import { votes } from '@rapport/domain/roles';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { BallotState } from '@rapport/protocol/group-state';
import { tallyDots } from '@rapport/statistics/tally-dots';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import { Batches } from '../events/batches.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import type { FrozenText, GroupConditions, SubjectKey } from '../groups/group-conditions.ts';
import type { Presence } from '../groups/presence.ts';
import { readBallots, readMe } from '../groups/read-group-state.ts';
import { roleOf } from '../groups/role-of.ts';
import { Turns } from '../turns.ts';
import { Papers } from './papers.ts';
import { readOptions, type OptionText } from './read-options.ts';

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
  readonly #progress: Batches<BallotId>;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read'>;
    conditions: GroupConditions;
    presence: Pick<Presence, 'isPresent'>;
    announcements: Announcements;
    clock: Clock;
    random: RandomBytes;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#conditions = options.conditions;
    this.#presence = options.presence;
    this.#announcements = options.announcements;
    this.#random = options.random;
    this.#papers = new Papers({ db: options.db, random: options.random });
    this.#progress = new Batches({
      clock: options.clock,
      everyMs: PROGRESS_EVERY_MS,
      work: (ballotId) => this.#tellProgress(ballotId),
      onFault: options.onFault,
    });
  }

  /** `ballot.open` */
  async open(caller: Caller, input: CommandParsed<'ballot.open'>): Promise<Outcome<CommandValue['ballot.open']>> {
    const { groupId } = input;
    if (input.symposiumId !== undefined) return fail('not-available', 'Plenary ballots come later.', 'symposiumId');
    if (groupId === undefined) return fail('invalid-input', 'Say which group votes.', 'groupId');
    if (input.kind !== 'dots') return fail('not-available', 'Only dot ballots can be opened in this version.', 'kind');
    const allowed = await allow(this.#db.query, 'ballot.open', caller, groupId);
    if (!allowed.ok) return allowed;
    const settings = dotSettings(input);
    if (!settings.ok) return settings;
    return this.#openings.take(groupId, () => this.#open(caller, groupId, input, settings.value));
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
      const options = await this.#db.query
        .selectFrom('ballot_option')
        .select('id')
        .where('ballot_id', '=', ballotId)
        .execute();
      const refusal = refuseDots(choices, ballot.settings, new Set(options.map((option) => option.id)));
      if (refusal !== null) return explain(refusal);
      const seat = await this.#db.query
        .selectFrom('seat')
        .select(['id', 'bloc'])
        .where('id', '=', who.seatId)
        .executeTakeFirstOrThrow();
      await this.#papers.settle(ballotId);
      const stored = await this.#papers.cast(ballotId, seat, { paperKey, choices });
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
        return countCast(tx, ballotId);
      });
      this.#progress.ask(ballotId);
      return succeed(progress);
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
    await this.#turns.settled();
    await this.#progress[Symbol.asyncDispose]();
  }

  async #find(ballotId: BallotId) {
    const row = await this.#db.query.selectFrom('ballot').selectAll().where('id', '=', ballotId).executeTakeFirst();
    if (row === undefined) return null;
    return {
      groupId: row.group_id,
      status: row.status,
      settings: { budget: row.budget, cap: row.cap },
      results: row.results === null ? null : (JSON.parse(row.results) as BallotResults),
    };
  }

  async #open(
    caller: Caller,
    groupId: GroupId,
    input: CommandParsed<'ballot.open'>,
    settings: DotSettings,
  ): Promise<Outcome<CommandValue['ballot.open']>> {
    const open = await this.#db.query
      .selectFrom('ballot')
      .select('id')
      .where('group_id', '=', groupId)
      .where('status', '=', 'open')
      .executeTakeFirst();
    if (open !== undefined) return fail('ballot-open', 'Another ballot of this group is open. Close it first.');
    if ((await this.#conditions.load(groupId)) === null) return noSuchGroup();
    // Read and frozen in one go: what is stored is what stays on the board, to the character.
    const options = await this.#documents.read(boardDocument(groupId), (doc) => {
      const found = readOptions(doc, input.options);
      if (found.ok) this.#conditions.set(groupId, { ballotsFrozen: frozenTexts(found.value) });
      return found;
    });
    if (!options.ok) return options;
    let opened: Outcome<CommandValue['ballot.open']> | null = null;
    try {
      opened = await this.#db.transaction((tx) => this.#store(tx, caller, groupId, options.value, settings));
      return opened;
    } finally {
      if (opened?.ok !== true) this.#conditions.set(groupId, { ballotsFrozen: new Map() });
    }
  }

  async #store(
    tx: Transaction,
    caller: Caller,
    groupId: GroupId,
    options: readonly OptionText[],
    settings: DotSettings,
  ): Promise<Outcome<CommandValue['ballot.open']>> {
    // The group may have closed while the board was read.
    const allowed = await allow(tx, 'ballot.open', caller, groupId);
    if (!allowed.ok) return allowed;
    const { symposiumId } = allowed.value;
    const { phase_id: phaseId } = await tx
      .selectFrom('group')
      .select('phase_id')
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    const { last } = await tx
      .selectFrom('ballot')
      .select((eb) => eb.fn.max<number | null>('number').as('last'))
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow();
    const ballotId = newId(this.#random) as BallotId;
    await tx
      .insertInto('ballot')
      .values({
        id: ballotId,
        group_id: groupId,
        number: (last ?? 0) + 1,
        kind: 'dots',
        phase_id: phaseId,
        status: 'open',
        ...settings,
        results: null,
      })
      .execute();
    const stored = options.map((option) => ({ ...option, id: newId(this.#random) as BallotOptionId }));
    for (const [position, option] of stored.entries()) {
      await tx
        .insertInto('ballot_option')
        .values({
          id: option.id,
          ballot_id: ballotId,
          position,
          subject_kind: option.subject.kind,
          subject_id: option.subject.id,
          title: option.title,
          body: option.body,
        })
        .execute();
    }
    await this.#entitle(tx, groupId, ballotId);
    const ballot = await this.#state(tx, groupId, ballotId);
    tx.afterCommit(() => {
      this.#announcements.announce({ to: 'group', news: { type: 'ballot.opened', groupId, ballot } });
      this.#announcements.announce({ to: 'symposium', symposiumId });
    });
    await this.#tellEntitled(tx, groupId, ballotId);
    return succeed({ ballotId, options: stored.map(({ id, subject, title }) => ({ id, subject, title })) });
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
    const row = await tx
      .selectFrom('ballot')
      .innerJoin('group', 'group.id', 'ballot.group_id')
      .innerJoin('symposium', 'symposium.id', 'group.symposium_id')
      .select(['ballot.status', 'ballot.budget', 'ballot.cap', 'symposium.blocs'])
      .where('ballot.id', '=', ballotId)
      .executeTakeFirstOrThrow();
    if (row.status !== 'open') return fail('ballot-closed', 'This ballot was archived before it was closed.');
    const options = await tx
      .selectFrom('ballot_option')
      .select(['id', 'subject_kind', 'subject_id', 'title'])
      .where('ballot_id', '=', ballotId)
      .orderBy('position')
      .execute();
    const { entitled } = await countCast(tx, ballotId);
    const results = tallyDots({
      ballotId,
      settings: { budget: row.budget, cap: row.cap },
      options: options.map((option) => ({
        id: option.id,
        subject: { kind: option.subject_kind, id: option.subject_id },
        title: option.title,
      })),
      papers: await this.#papers.seal(tx, ballotId),
      entitled,
      blocs: (JSON.parse(row.blocs) as Bloc[]).map((bloc) => bloc.id),
    });
    await tx
      .updateTable('ballot')
      .set({ status: 'closed', results: JSON.stringify(results) })
      .where('id', '=', ballotId)
      .execute();
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
    const ballot = (await readBallots(tx, groupId)).find((one) => one.id === ballotId);
    if (ballot === undefined) throw new Error('a ballot that was just written cannot be read');
    return ballot;
  }

  #tellProgress(ballotId: BallotId): Promise<void> {
    return this.#db.transaction(async (tx) => {
      const ballot = await tx
        .selectFrom('ballot')
        .innerJoin('group', 'group.id', 'ballot.group_id')
        .select(['ballot.group_id', 'ballot.status', 'group.symposium_id'])
        .where('ballot.id', '=', ballotId)
        .executeTakeFirst();
      if (ballot?.status !== 'open') return;
      const progress = await countCast(tx, ballotId);
      tx.afterCommit(() => {
        this.#announcements.announce({
          to: 'group',
          news: { type: 'ballot.progressed', groupId: ballot.group_id, ballotId, progress },
        });
        this.#announcements.announce({ to: 'symposium', symposiumId: ballot.symposium_id });
      });
    });
  }
}

/** Budget and cap as given or by rule; a cap above the budget could never be reached. */
const dotSettings = (input: CommandParsed<'ballot.open'>): Outcome<DotSettings> => {
  const byRule = defaultDotSettings(input.options.length);
  const budget = input.settings?.budget ?? byRule.budget;
  const cap = input.settings?.cap ?? Math.min(byRule.cap, budget);
  return cap > budget
    ? fail('invalid-input', `The cap of ${cap} dots is above the budget of ${budget}.`, 'settings.cap')
    : succeed({ budget, cap });
};

const frozenTexts = (options: readonly OptionText[]): Map<SubjectKey, FrozenText> => {
  const frozen = new Map<SubjectKey, FrozenText>();
  for (const { subject, title, body } of options) {
    if (subject.kind !== 'option') frozen.set(`${subject.kind}:${subject.id}`, { title, body });
  }
  return frozen;
};

const explain = (refusal: DotRefusal): Outcome<never> => {
  switch (refusal.code) {
    case 'unknown-option':
      return fail(refusal.code, 'The paper names something that is not on this ballot.', 'choices.dots');
    case 'over-budget':
      return fail(refusal.code, `The paper holds ${refusal.used} dots; there are ${refusal.budget}.`, 'choices.dots');
    case 'over-cap':
      return fail(
        refusal.code,
        `One option has ${refusal.dots} dots; at most ${refusal.cap} can go to one.`,
        'choices.dots',
      );
  }
};

const countCast = async (tx: Transaction, ballotId: BallotId): Promise<{ cast: number; entitled: number }> => {
  const row = await tx
    .selectFrom('ballot_seat')
    .select((eb) => [
      eb.fn.countAll<number | string>().as('entitled'),
      eb.fn.sum<number | string | null>('cast').as('cast'),
    ])
    .where('ballot_id', '=', ballotId)
    .executeTakeFirstOrThrow();
  return { cast: Number(row.cast ?? 0), entitled: Number(row.entitled) };
};
