import { cardMap } from '@rapport/board/layout';
import { boardDocument } from '@rapport/domain/document-id';
import type { CardId, GroupId, SeatId } from '@rapport/domain/ids';
import type { CommandParsed } from '@rapport/protocol/commands';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import { Batches } from '../events/batches.ts';
import { allow } from '../groups/allow.ts';

/** Counts are told at most once in this time, ms: a count that moves at once would show who is reading. */
const TELL_EVERY_MS = 15_000;
/** Cards whose counts one event tells, at most. */
const TOLD_AT_ONCE = 500;

/**
 * How many have opened a card, so that a group sees what nobody has looked at. Only counts are stored; who opened what
 * is known to nobody but this object, until the session closes or the server stops. From then on earlier readers cannot
 * be told from the same people now, so a count grows again only when more than that many have opened the card: nobody
 * is counted twice.
 */
export class Coverage implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #announcements: Announcements;
  readonly #batches: Batches<GroupId>;
  readonly #readers = new Map<GroupId, Map<CardId, Set<SeatId>>>();
  readonly #untold = new Map<GroupId, Set<CardId>>();
  readonly #stopListening: () => void;

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
    this.#batches = new Batches({
      clock: options.clock,
      everyMs: TELL_EVERY_MS,
      work: (groupId) => this.#tell(groupId),
      onFault: options.onFault,
    });
    this.#stopListening = options.announcements.listen((announcement) => {
      if (announcement.to !== 'group' || announcement.news.type !== 'group.closed') return;
      this.#readers.delete(announcement.news.groupId);
    });
  }

  /** `card.opened`; cards that are not on the board and those counted before are passed over. */
  async open(caller: Caller, { groupId, cardIds }: CommandParsed<'card.opened'>): Promise<Outcome<null>> {
    const allowed = await allow(this.#db.query, 'comment.write', caller, groupId);
    if (!allowed.ok) return allowed;
    const { seatId } = allowed.value;
    // Organisers look in; they are not the group.
    if (seatId === null) return succeed(null);
    const there = await this.#documents.read(boardDocument(groupId), (doc) =>
      [...new Set(cardIds)].filter((id) => cardMap(doc, id) !== null),
    );
    const fresh = this.#enter(groupId, seatId, there);
    if (fresh.length === 0) return succeed(null);
    await this.#db.transaction(async (tx) => {
      for (const [id, count] of fresh) {
        await tx
          .insertInto('opened_card')
          .values({ group_id: groupId, card_id: id, count })
          .onConflict((conflict) =>
            conflict.columns(['group_id', 'card_id']).doUpdateSet({ count }).where('opened_card.count', '<', count),
          )
          .execute();
      }
    });
    const untold = this.#untold.get(groupId) ?? new Set();
    this.#untold.set(groupId, untold);
    for (const [id] of fresh) untold.add(id);
    this.#batches.ask(groupId);
    return succeed(null);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#stopListening();
    return this.#batches[Symbol.asyncDispose]();
  }

  /** The cards that this seat had not opened before, each with how many have by now. */
  #enter(groupId: GroupId, seatId: SeatId, cardIds: readonly CardId[]): [CardId, count: number][] {
    const cards = this.#readers.get(groupId) ?? new Map<CardId, Set<SeatId>>();
    this.#readers.set(groupId, cards);
    return cardIds.flatMap((id): [CardId, number][] => {
      const seats = cards.get(id) ?? new Set();
      if (seats.has(seatId)) return [];
      cards.set(id, seats.add(seatId));
      return [[id, seats.size]];
    });
  }

  async #tell(groupId: GroupId): Promise<void> {
    const untold = [...(this.#untold.get(groupId) ?? [])];
    this.#untold.delete(groupId);
    for (let from = 0; from < untold.length; from += TOLD_AT_ONCE) {
      const rows = await this.#db.query
        .selectFrom('opened_card')
        .select(['card_id', 'count'])
        .where('group_id', '=', groupId)
        .where('card_id', 'in', untold.slice(from, from + TOLD_AT_ONCE))
        .orderBy('card_id')
        .execute();
      const opened = Object.fromEntries(rows.map((row) => [row.card_id, row.count]));
      this.#announcements.announce({ to: 'group', news: { type: 'coverage.changed', groupId, opened } });
    }
  }
}
