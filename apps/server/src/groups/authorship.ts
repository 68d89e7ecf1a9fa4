import { keepsAuthorship, purgesAtClose, type Attribution } from '@rapport/domain/attribution';
import type { CardId, GroupId, SeatId } from '@rapport/domain/ids';
import type { Database, Transaction } from '../db/database.ts';

/** Rows of one insert: a statement holds a limited number of parameters in SQLite. */
const ROWS_AT_ONCE = 200;

/** Whether a new card's author may be stored: in `sealed` only until the reveal (docs/method.md §4). */
export const storesAuthor = (group: { attribution: Attribution; revealed: boolean }): boolean =>
  keepsAuthorship(group.attribution) || !group.revealed;

/** Stores who wrote which cards. The table has no order of its own; nothing of this is ever logged (A1). */
export const linkAuthors = async (
  tx: Transaction,
  groupId: GroupId,
  links: readonly { cardId: CardId; seatId: SeatId }[],
): Promise<void> => {
  for (let from = 0; from < links.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('authorship')
      .values(
        links
          .slice(from, from + ROWS_AT_ONCE)
          .map(({ cardId, seatId }) => ({ group_id: groupId, card_id: cardId, seat_id: seatId })),
      )
      // The first author stays: a later link to the same card would be a forgery.
      .onConflict((conflict) => conflict.columns(['group_id', 'card_id']).doNothing())
      .execute();
  }
};

/** Who wrote a card on the board, for the two things it is needed for: the author's own list and withdrawing. */
export class Authorship {
  readonly #db: Database;
  readonly #onFault: (fault: unknown) => void;

  constructor(options: { db: Database; onFault: (fault: unknown) => void }) {
    this.#db = options.db;
    this.#onFault = options.onFault;
  }

  /** Stores the authors of cards that have just been written on the board, soon; answers at once, for ticks. */
  record(groupId: GroupId, links: readonly { cardId: CardId; seatId: SeatId }[]): void {
    this.#db
      .transaction(async (tx) => {
        const group = await tx
          .selectFrom('group')
          .select(['attribution', 'revealed', 'status'])
          .where('id', '=', groupId)
          .executeTakeFirst();
        // A reveal may have begun since the tick, or the session been closed and its links destroyed.
        if (group === undefined || !storesAuthor({ ...group, revealed: group.revealed === 1 })) return;
        if (group.status === 'closed' && purgesAtClose(group.attribution)) return;
        await linkAuthors(tx, groupId, links);
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
