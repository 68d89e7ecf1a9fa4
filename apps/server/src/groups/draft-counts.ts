import type * as Y from 'yjs';
import { asMap, cardsOf } from '@rapport/board/layout';
import type { GroupId, SeatId } from '@rapport/domain/ids';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { Batches } from '../events/batches.ts';

/** Counts are told at most once in this time, ms. */
const TELL_EVERY_MS = 1_000;

/** Private cards: all that were written, and of them those that are not handed in. */
export type WrittenCards = { cardsWritten: number; draftsOpen: number };

/** How many private cards one document holds: drafts with a title, and cards handed in. Looks at no text. */
const countWritten = (doc: Y.Doc): WrittenCards => {
  let finished = 0;
  let draftsOpen = 0;
  for (const entry of cardsOf(doc).values()) {
    const card = asMap(entry);
    if (card === null || card.get('binned') === true) continue;
    const title = asText(card.get('title'));
    if (card.get('finished') === true) finished += 1;
    else if (title > 0) draftsOpen += 1;
  }
  return { cardsWritten: finished + draftsOpen, draftsOpen };
};

const NONE: WrittenCards = { cardsWritten: 0, draftsOpen: 0 };

const asText = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number'
    ? value.length
    : 0;

/**
 * How many private cards a group has written: the one thing anybody but their authors may know of them. Counted as
 * documents change, told in batches, never by seat.
 */
export class DraftCounts implements AsyncDisposable {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #groups = new Map<GroupId, Map<SeatId, WrittenCards>>();
  readonly #batches: Batches<GroupId>;

  constructor(options: {
    db: Database;
    clock: Clock;
    announcements: Announcements;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#batches = new Batches({
      clock: options.clock,
      everyMs: TELL_EVERY_MS,
      work: (groupId) => this.#tell(groupId),
      onFault: options.onFault,
    });
  }

  /** Takes the count of one seat's document. */
  note(groupId: GroupId, seatId: SeatId, doc: Y.Doc): void {
    let group = this.#groups.get(groupId);
    if (group === undefined) this.#groups.set(groupId, (group = new Map()));
    const written = countWritten(doc);
    const before = group.get(seatId) ?? NONE;
    if (before.cardsWritten === written.cardsWritten && before.draftsOpen === written.draftsOpen) return;
    group.set(seatId, written);
    this.#batches.ask(groupId);
  }

  /** Drafts with a title and finished cards of everybody whose document has been looked at. */
  written(groupId: GroupId): WrittenCards {
    const all = { ...NONE };
    for (const count of this.#groups.get(groupId)?.values() ?? []) {
      all.cardsWritten += count.cardsWritten;
      all.draftsOpen += count.draftsOpen;
    }
    return all;
  }

  /** The private documents of this group are gone. */
  forget(groupId: GroupId): void {
    this.#groups.delete(groupId);
    this.#batches.ask(groupId);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#batches[Symbol.asyncDispose]();
  }

  /** Spoken after a transaction, so that the number has its place among all that is announced. */
  #tell(groupId: GroupId): Promise<void> {
    return this.#db.transaction(async (tx) => {
      tx.afterCommit(() => {
        // Told even if it is what was told last: a state read or a reveal told in between may have another number.
        const counts = this.written(groupId);
        this.#announcements.announce({ to: 'group', news: { type: 'drafts.counted', groupId, ...counts } });
      });
    });
  }
}
