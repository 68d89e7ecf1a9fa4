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

/**
 * How many have opened a card, so that a group sees what nobody has looked at. Only counts are stored; who opened what
 * is known to nobody but, while the server runs, this object, so that nobody is counted twice.
 */
export class Coverage implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #announcements: Announcements;
  readonly #batches: Batches<GroupId>;
  readonly #counted = new Map<SeatId, Set<CardId>>();
  readonly #untold = new Map<GroupId, Set<CardId>>();

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
  }

  /** `card.opened`; cards that are not on the board and those counted before are passed over. */
  async open(caller: Caller, { groupId, cardIds }: CommandParsed<'card.opened'>): Promise<Outcome<null>> {
    const allowed = await allow(this.#db.query, 'comment.write', caller, groupId);
    if (!allowed.ok) return allowed;
    const { seatId } = allowed.value;
    // Organisers look in; they are not the group.
    if (seatId === null) return succeed(null);
    const counted = this.#counted.get(seatId) ?? new Set();
    this.#counted.set(seatId, counted);
    const fresh = await this.#documents.read(boardDocument(groupId), (doc) =>
      [...new Set(cardIds)].filter((id) => !counted.has(id) && cardMap(doc, id) !== null),
    );
    if (fresh.length === 0) return succeed(null);
    for (const id of fresh) counted.add(id);
    await this.#db.transaction(async (tx) => {
      for (const id of fresh) {
        await tx
          .insertInto('opened_card')
          .values({ group_id: groupId, card_id: id, count: 1 })
          .onConflict((conflict) =>
            conflict.columns(['group_id', 'card_id']).doUpdateSet((eb) => ({ count: eb('opened_card.count', '+', 1) })),
          )
          .execute();
      }
    });
    const untold = this.#untold.get(groupId) ?? new Set();
    this.#untold.set(groupId, untold);
    for (const id of fresh) untold.add(id);
    this.#batches.ask(groupId);
    return succeed(null);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#batches[Symbol.asyncDispose]();
  }

  async #tell(groupId: GroupId): Promise<void> {
    const untold = [...(this.#untold.get(groupId) ?? [])];
    this.#untold.delete(groupId);
    if (untold.length === 0) return;
    const rows = await this.#db.query
      .selectFrom('opened_card')
      .select(['card_id', 'count'])
      .where('group_id', '=', groupId)
      .where('card_id', 'in', untold.slice(0, 500))
      .orderBy('card_id')
      .execute();
    const opened = Object.fromEntries(rows.map((row) => [row.card_id, row.count]));
    this.#announcements.announce({ to: 'group', news: { type: 'coverage.changed', groupId, opened } });
  }
}
