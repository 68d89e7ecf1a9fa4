import type { BallotId, GroupId } from '@rapport/domain/ids';
import type { Phase } from '@rapport/domain/phases';
import { stoppedTimer } from '@rapport/domain/timer';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import { readBallots } from '../ballots/read-ballots.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';
import type { GroupConditions } from './group-conditions.ts';

/** What a move asks of private writing. */
export type PrivateCards = {
  /** Finished cards nobody but their authors has seen. */
  hiddenCount(groupId: GroupId): Promise<number>;
  /** Reveals them without waiting for open drafts. */
  revealNow(groupId: GroupId): Promise<unknown>;
  /** Later cards whose authors agreed appear at a move (P5). */
  appearLater(groupId: GroupId): Promise<unknown>;
};

/** Writes the papers of a ballot anew, so that nothing is left of the order they came in. */
export type SealPapers = (tx: Transaction, ballotId: BallotId) => Promise<unknown>;

type Move = CommandParsed<'phase.move'>;

/** Moves a group from phase to phase. Nothing but a command ever moves it, and no move destroys anything. */
export class Phases {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #conditions: GroupConditions;
  readonly #privateCards: PrivateCards;
  readonly #sealPapers: SealPapers;

  constructor(options: {
    db: Database;
    announcements: Announcements;
    conditions: GroupConditions;
    privateCards: PrivateCards;
    sealPapers: SealPapers;
  }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#conditions = options.conditions;
    this.#privateCards = options.privateCards;
    this.#sealPapers = options.sealPapers;
  }

  /** `phase.move` */
  async move(caller: Caller, input: Move): Promise<Outcome<CommandValue['phase.move']>> {
    const { groupId, phaseId } = input;
    const allowed = await allow(this.#db.query, 'phase.move', caller, groupId);
    if (!allowed.ok) return allowed;
    const before = await this.#where(this.#db.query, input);
    if (!before.ok) return before;
    if (before.value.from.id === phaseId) return succeed({ phaseId });
    const refusal = await this.#refuseBallots(this.#db.query, input, before.value);
    if (refusal !== null) return refusal;
    if (before.value.from.kind === 'write') {
      const hidden = await this.#privateCards.hiddenCount(groupId);
      if (hidden > 0 && input.drafts === undefined) {
        return fail(
          'cards-hidden',
          'There are private cards. Say whether to reveal them or to keep them private.',
          'drafts',
        );
      }
      if (input.drafts === 'keep' && (await this.#revealRuns(groupId))) {
        return fail('reveal-running', 'A reveal has begun and ends in a moment: its cards cannot be kept private.');
      }
      if (hidden > 0 && input.drafts === 'reveal') await this.#privateCards.revealNow(groupId);
    }
    const moved = await this.#db.transaction((tx) => this.#move(tx, caller, input));
    if (moved.ok) await this.#privateCards.appearLater(groupId);
    return moved;
  }

  async #revealRuns(groupId: GroupId): Promise<boolean> {
    const group = await this.#db.query
      .selectFrom('group')
      .select('reveal_ends_at')
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    return group.reveal_ends_at !== null;
  }

  async #where(query: Database['query'], { groupId, phaseId }: Move): Promise<Outcome<{ from: Phase; to: Phase }>> {
    const group = await query
      .selectFrom('group')
      .select('phase_id')
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    const phases = await query
      .selectFrom('phase')
      .select(['id', 'kind', 'minutes', 'index'])
      .where('group_id', '=', groupId)
      .execute();
    const from = phases.find((phase) => phase.id === group.phase_id);
    const to = phases.find((phase) => phase.id === phaseId);
    if (from === undefined) throw new Error('a group stands in a phase that is not its own');
    if (to === undefined) return fail('phase-unknown', 'This group has no such phase.', 'phaseId');
    return succeed({ from, to });
  }

  async #refuseBallots(
    query: Database['query'],
    input: Move,
    way: { from: Phase; to: Phase },
  ): Promise<Outcome<never> | null> {
    if (input.ballots !== undefined || (await this.castBallots(query, input.groupId, way)).length === 0) return null;
    return fail('ballots-cast', 'Papers were cast there. Say whether to keep or to archive those ballots.', 'ballots');
  }

  /** Ballots with papers that belong to the phase gone back to or to a later one; none when moving on. */
  async castBallots(
    query: Database['query'],
    groupId: GroupId,
    { from, to }: { from: Phase; to: Phase },
  ): Promise<BallotId[]> {
    if (to.index > from.index) return [];
    const ballots = await query
      .selectFrom('ballot')
      .leftJoin('phase', 'phase.id', 'ballot.phase_id')
      .select(['ballot.id', 'phase.index'])
      .where('ballot.group_id', '=', groupId)
      .where('ballot.status', '!=', 'archived')
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('ballot_paper')
            .select('ballot_paper.ballot_id')
            .whereRef('ballot_paper.ballot_id', '=', 'ballot.id'),
        ),
      )
      .execute();
    return ballots.filter(({ index }) => index === null || index >= to.index).map(({ id }) => id);
  }

  async #move(tx: Transaction, caller: Caller, input: Move): Promise<Outcome<CommandValue['phase.move']>> {
    const { groupId, phaseId } = input;
    // Another leader may have moved or closed the group, or somebody voted, since the first look.
    const allowed = await allow(tx, 'phase.move', caller, groupId);
    if (!allowed.ok) return allowed;
    const way = await this.#where(tx, input);
    if (!way.ok) return way;
    const { to } = way.value;
    if (way.value.from.id === phaseId) return succeed({ phaseId });
    const refusal = await this.#refuseBallots(tx, input, way.value);
    if (refusal !== null) return refusal;
    const archived = input.ballots === 'archive' ? await this.castBallots(tx, groupId, way.value) : [];
    if (archived.length > 0) {
      // One that was open was never closed, which is what seals the others.
      const open = await tx
        .updateTable('ballot')
        .set({ status: 'archived' })
        .where('id', 'in', archived)
        .where('status', '=', 'open')
        .returning('id')
        .execute();
      for (const { id } of open) await this.#sealPapers(tx, id);
      await tx.updateTable('ballot').set({ status: 'archived' }).where('id', 'in', archived).execute();
    }
    const timer = stoppedTimer(to.minutes);
    await tx
      .updateTable('group')
      // What everybody was asked to look at belonged to the step before.
      .set({ phase_id: phaseId, timer: JSON.stringify(timer), spotlight: null })
      .where('id', '=', groupId)
      .execute();
    await tx.updateTable('group_seat').set({ done: 0 }).where('group_id', '=', groupId).execute();
    const ballots = await readBallots(tx, { groupId });
    const openBallot = ballots.some((ballot) => ballot.status === 'open');
    tx.afterCommit(() => {
      this.#conditions.set(groupId, {
        phaseKind: to.kind,
        // With the open ballot archived its texts may be edited again.
        ...(archived.length > 0 && !openBallot && { ballotsFrozen: new Map() }),
      });
      this.#announcements.announce({ to: 'group', news: { type: 'phase.moved', groupId, phase: to, timer, ballots } });
      this.#announcements.announce({ to: 'documents', groupId });
    });
    return succeed({ phaseId });
  }
}
