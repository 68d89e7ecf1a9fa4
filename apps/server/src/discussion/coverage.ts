import { cardMap } from '@rapport/board/layout';
import { boardDocument } from '@rapport/domain/document-id';
import type { CardId, GroupId, SeatId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { leads } from '@rapport/domain/roles';
import type { CommandParsed } from '@rapport/protocol/commands';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from '../groups/allow.ts';

/** What was opened is told this long after the first of it, ms: at once, it would show who is reading. */
const TELL_AFTER_MS = 60_000;
/** Nothing is told before so many have opened something: with fewer it points at one of two. */
const FEWEST_READERS = 3;
/** Cards that one event tells, at most. */
const TOLD_AT_ONCE = 500;

/** What a group has opened and is yet to be told, and who has opened anything at all: not what. */
type Reading = { untold: Set<CardId>; readers: Set<SeatId>; callOff: (() => void) | null };

/**
 * Which cards somebody has opened, so that a group sees what nobody has looked at. Who opened what is nowhere: of a
 * card only that it was opened is kept, of a seat only that it reads. Those who lead look at everything; they are not
 * counted.
 */
export class Coverage implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #announcements: Announcements;
  readonly #clock: Clock;
  readonly #onFault: (fault: unknown) => void;
  readonly #groups = new Map<GroupId, Reading>();
  readonly #telling = new Set<Promise<void>>();
  readonly #stopListening: () => void;
  #ended = false;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read'>;
    announcements: Announcements;
    clock: Clock;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#announcements = options.announcements;
    this.#clock = options.clock;
    this.#onFault = options.onFault;
    this.#stopListening = options.announcements.listen((announcement) => {
      if (announcement.to !== 'group' || announcement.news.type !== 'group.closed') return;
      this.#groups.get(announcement.news.groupId)?.callOff?.();
      this.#groups.delete(announcement.news.groupId);
    });
  }

  /** `card.opened`; cards that are not on the board are passed over when it is told. */
  async open(caller: Caller, { groupId, cardIds }: CommandParsed<'card.opened'>): Promise<Outcome<null>> {
    const allowed = await allow(this.#db.query, 'comment.write', caller, groupId);
    if (!allowed.ok) return allowed;
    const { seatId, role } = allowed.value;
    if (seatId === null || leads(role) || this.#ended) return succeed(null);
    const reading = this.#groups.get(groupId) ?? { untold: new Set(), readers: new Set(), callOff: null };
    this.#groups.set(groupId, reading);
    reading.readers.add(seatId);
    // More than a board can hold is made up.
    for (const id of cardIds) if (reading.untold.size < LIMITS.cardsPerBoard) reading.untold.add(id);
    reading.callOff ??= this.#clock.after(TELL_AFTER_MS, () => this.#due(groupId, reading));
    return succeed(null);
  }

  /** Waits for what is being told; what was still to come is lost. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    this.#stopListening();
    for (const { callOff } of this.#groups.values()) callOff?.();
    await Promise.all(this.#telling);
  }

  #due(groupId: GroupId, reading: Reading): void {
    reading.callOff = null;
    const telling: Promise<void> = this.#tell(groupId, reading)
      .catch(this.#onFault)
      .finally(() => this.#telling.delete(telling));
    this.#telling.add(telling);
  }

  async #tell(groupId: GroupId, reading: Reading): Promise<void> {
    const known = await this.#db.query
      .selectFrom('opened_card')
      .select('card_id')
      .where('group_id', '=', groupId)
      .execute();
    // What stands there from before a restart was told to enough.
    if (reading.readers.size < FEWEST_READERS && known.length === 0) return;
    const told = new Set(known.map((row) => row.card_id));
    const untold = [...reading.untold].filter((id) => !told.has(id));
    reading.untold.clear();
    const fresh = await this.#documents.read(boardDocument(groupId), (doc) =>
      // In the order of ids: that in which they were opened is somebody's.
      untold.filter((id) => cardMap(doc, id) !== null).toSorted(),
    );
    for (let from = 0; from < fresh.length; from += TOLD_AT_ONCE) {
      const opened = fresh.slice(from, from + TOLD_AT_ONCE);
      await this.#db.transaction(async (tx) => {
        await tx
          .insertInto('opened_card')
          // How many have opened it is not known; the column is older than that.
          .values(opened.map((card_id) => ({ group_id: groupId, card_id, count: 1 })))
          .onConflict((conflict) => conflict.columns(['group_id', 'card_id']).doNothing())
          .execute();
        tx.afterCommit(() => {
          this.#announcements.announce({ to: 'group', news: { type: 'coverage.changed', groupId, opened } });
        });
      });
    }
  }
}
