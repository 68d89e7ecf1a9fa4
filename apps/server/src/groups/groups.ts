import type { GroupId, SeatId } from '@rapport/domain/ids';
import type { CommandParsed } from '@rapport/protocol/commands';
import type { Outcome } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import type { Caller } from '../access/caller.ts';
import { enterOpenBallots } from '../ballots/entitlement.ts';
import { readBallots } from '../ballots/read-ballots.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { streamOf } from '../events/revisions.ts';
import { readGroupState, readMe, type LiveFacts } from './read-group-state.ts';
import { roleOf, type RoleInGroup } from './role-of.ts';

/** Each further look costs one read; whoever still misses an event then sees the gap and asks again. */
const ATTEMPTS = 5;

const NOBODY_ENTERED = (): void => undefined;

/** What a watcher receives: the state, and how to end its presence. */
export type Watched = { state: GroupState; leave: () => void };

/** The state of a group for one caller, once or as the start of a stream. */
export class Groups {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #facts: LiveFacts;

  constructor(options: { db: Database; announcements: Announcements } & LiveFacts) {
    const { db, announcements, ...facts } = options;
    this.#db = db;
    this.#announcements = announcements;
    this.#facts = facts;
  }

  /** What this caller may know of the group now. Checks nobody in. */
  read(caller: Caller, groupId: GroupId): Promise<Outcome<GroupState>> {
    return this.#db.transaction((tx) => readGroupState(tx, caller, groupId, this.#facts));
  }

  /**
   * `group.watch`: checks the caller's seat in and hands the state over in the very moment in which it is true: every
   * event announced before is in it, every later one has a higher revision. So `onState` must start listening at once.
   */
  async watch(
    caller: Caller,
    { groupId }: CommandParsed<'group.watch'>,
    onState: (watched: Watched) => void,
  ): Promise<Outcome<GroupState>> {
    let leave = NOBODY_ENTERED;
    let handedOver = false;
    try {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await this.#db.transaction(async (tx) => {
          const who = await roleOf(tx, caller, groupId);
          if (who !== null && who.seatId !== null && attempt === 1) {
            leave = this.#facts.presence.enter(groupId, who.seatId);
            await this.#checkIn(tx, groupId, who, who.seatId);
          }
          const read = await readGroupState(tx, caller, groupId, this.#facts);
          if (read.ok) {
            tx.afterCommit(() => {
              // Counts are announced outside of transactions: one that came while the rows were read may be missing.
              const stream = streamOf(read.value.me.role);
              const missed = this.#facts.revisions.current(groupId, stream) !== read.value.revision;
              if (missed && attempt < ATTEMPTS) return;
              handedOver = true;
              onState({ state: read.value, leave });
            });
          }
          return read;
        });
        if (handedOver || !outcome.ok) return outcome;
      }
    } finally {
      if (!handedOver) leave();
    }
  }

  /** Going in: from now on the seat is present while connected, and votes in what is open if its role votes. */
  async #checkIn(tx: Transaction, groupId: GroupId, who: RoleInGroup, seatId: SeatId): Promise<void> {
    const group = await tx
      .selectFrom('group')
      .select(['status', 'attribution'])
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    if (group.status === 'closed') return;
    const checkedIn = await tx
      .updateTable('group_seat')
      .set({ checked_in: 1 })
      .where('group_id', '=', groupId)
      .where('seat_id', '=', seatId)
      .where('checked_in', '=', 0)
      .executeTakeFirst();
    const entered = await enterOpenBallots(tx, groupId, seatId, who.role);
    if (Number(checkedIn.numUpdatedRows) === 0 && entered === 0) return;
    if (group.attribution === 'bloc' && (await isWalkIn(tx, seatId))) {
      // A newcomer may make a bloc so small that tags must not be shown any more (A0).
      tx.afterCommit(() => this.#announcements.announce({ to: 'authors', list: { groupId, authors: null } }));
    }
    const me = await readMe(tx, who, groupId);
    const ballots = entered === 0 ? [] : await readBallots(tx, { groupId });
    tx.afterCommit(() => {
      this.#announcements.announce({ to: 'seat', seatId, news: { type: 'me.changed', groupId, me } });
      for (const { id, progress } of ballots.filter((ballot) => ballot.status === 'open')) {
        this.#announcements.announce({
          to: 'group',
          news: { type: 'ballot.progressed', groupId, ballotId: id, progress },
        });
      }
    });
  }
}

const isWalkIn = async (tx: Transaction, seatId: SeatId): Promise<boolean> => {
  const seat = await tx.selectFrom('seat').select('participant_id').where('id', '=', seatId).executeTakeFirst();
  return seat?.participant_id === null;
};
