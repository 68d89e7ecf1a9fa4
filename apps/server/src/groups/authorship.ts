import { keepsAuthorship, leastTelling, purgesAtClose, type Attribution } from '@rapport/domain/attribution';
import type { CardId, GroupId, SeatId } from '@rapport/domain/ids';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { readCardAuthors } from './read-authors.ts';

/** Rows of one insert: a statement holds a limited number of parameters in SQLite. */
const ROWS_AT_ONCE = 200;

/** Whether a new card's author may be stored: in `sealed` only until the reveal (docs/method.md §4). */
export const storesAuthor = (group: { attribution: Attribution; revealed: boolean }): boolean =>
  keepsAuthorship(group.attribution) || !group.revealed;

/** Who wrote a card, and under which promise. */
export type AuthorLink = { cardId: CardId; seatId: SeatId; mode: Attribution };

/** Stores who wrote which cards. The table has no order of its own; nothing of this is ever logged (A1). */
export const linkAuthors = async (tx: Transaction, groupId: GroupId, links: readonly AuthorLink[]): Promise<void> => {
  for (let from = 0; from < links.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('authorship')
      .values(
        links
          .slice(from, from + ROWS_AT_ONCE)
          .map(({ cardId, seatId, mode }) => ({ group_id: groupId, card_id: cardId, seat_id: seatId, mode })),
      )
      // The first author stays: a later link to the same card would be a forgery.
      .onConflict((conflict) => conflict.columns(['group_id', 'card_id']).doNothing())
      .execute();
  }
};

/** Who wrote a card on the board: kept for the author's own list and for withdrawing, shown as far as its mode allows. */
export class Authorship {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #onFault: (fault: unknown) => void;

  constructor(options: { db: Database; announcements: Announcements; onFault: (fault: unknown) => void }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#onFault = options.onFault;
  }

  /**
   * Stores the authors of cards that have just been written on the board, soon; answers at once, for ticks. `promised`:
   * what the authors were promised when the tick ran.
   */
  record(groupId: GroupId, cards: readonly { cardId: CardId; seatId: SeatId }[], promised: Attribution): void {
    this.#db
      .transaction(async (tx) => {
        const group = await tx
          .selectFrom('group')
          .select(['attribution', 'revealed', 'status'])
          .where('id', '=', groupId)
          .executeTakeFirst();
        if (group === undefined) return;
        // The mode may have changed since the tick: the promise is the narrower of the two.
        const mode = leastTelling(promised, group.attribution);
        // A reveal may have begun since the tick, or the session been closed and its links destroyed.
        if (!storesAuthor({ attribution: mode, revealed: group.revealed === 1 })) return;
        if (group.status === 'closed' && purgesAtClose(mode)) return;
        await linkAuthors(
          tx,
          groupId,
          cards.map((card) => ({ ...card, mode })),
        );
        const ids = cards.map(({ cardId }) => cardId);
        const authors = await readCardAuthors(tx, groupId, ids);
        if (authors.length === 0) return;
        tx.afterCommit(() => this.#announcements.announce({ to: 'authors', list: { groupId, authors } }));
      })
      // What the database says of a failed row may name the row.
      .catch(() => this.#onFault(new Error('who wrote a new card could not be stored: it cannot be withdrawn')));
  }

  /** Cards on the board that this seat wrote. Waits for links that are being stored. */
  cardsOf(groupId: GroupId, seatId: SeatId): Promise<CardId[]> {
    return this.#db.transaction(async (tx) => {
      const rows = await tx
        .selectFrom('authorship')
        .select('card_id')
        .where('group_id', '=', groupId)
        .where('seat_id', '=', seatId)
        .orderBy('card_id')
        .execute();
      return rows.map((row) => row.card_id);
    });
  }
}
