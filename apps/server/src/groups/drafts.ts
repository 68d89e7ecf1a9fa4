import { cardsOf } from '@rapport/board/layout';
import { readDrafts, type DraftCard } from '@rapport/board/read-board';
import { removeCards } from '@rapport/board/remove-cards';
import { draftDocument } from '@rapport/domain/document-id';
import type { CardId, GroupId, SeatId } from '@rapport/domain/ids';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { DraftCounts, WrittenCards } from './draft-counts.ts';

/** One seat's private cards; nobody but its author and a reveal ever reads them. */
export type SeatDrafts = {
  seatId: SeatId;
  /** Handed in: in the set of the next reveal (P4). */
  finished: DraftCard[];
  /** How many are being written, with at least one character. */
  open: number;
};

const isEmpty = (card: DraftCard): boolean => card.title.trim() === '' && card.body.trim() === '';

/** The private documents of a group's seats, as reveals need them. */
export class Drafts {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read' | 'edit' | 'compact'>;
  readonly #counts: DraftCounts;
  readonly #onFault: (fault: unknown) => void;
  readonly #counted = new Set<GroupId>();

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read' | 'edit' | 'compact'>;
    counts: DraftCounts;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#counts = options.counts;
    this.#onFault = options.onFault;
  }

  /**
   * Private cards of a group, at once and from memory. Asked for the first time since start, it answers what is known
   * and looks into the documents meanwhile; if that changes the number, everybody is told.
   */
  count(groupId: GroupId): WrittenCards {
    if (!this.#counted.has(groupId)) {
      this.#counted.add(groupId);
      this.ofGroup(groupId).catch((fault: unknown) => {
        this.#counted.delete(groupId);
        this.#onFault(fault);
      });
    }
    return this.#counts.written(groupId);
  }

  /** The private cards of every seat of the group. */
  async ofGroup(groupId: GroupId): Promise<SeatDrafts[]> {
    const seats = await this.#db.query
      .selectFrom('group_seat')
      .select('seat_id')
      .where('group_id', '=', groupId)
      .orderBy('seat_id')
      .execute();
    return Promise.all(
      seats.map(({ seat_id: seatId }) =>
        this.#documents.read(draftDocument(groupId, seatId), (doc) => {
          this.#counts.note(groupId, seatId, doc);
          const cards = readDrafts(doc).filter((card) => !card.binned && !isEmpty(card));
          const finished = cards.filter((card) => card.finished);
          return { seatId, finished, open: cards.length - finished.length };
        }),
      ),
    );
  }

  /** Ids of everything that lies in the private documents of the group, whatever state it is in. */
  async idsOf(groupId: GroupId): Promise<{ seatId: SeatId; ids: CardId[] }[]> {
    const seats = await this.#db.query
      .selectFrom('group_seat')
      .select('seat_id')
      .where('group_id', '=', groupId)
      .execute();
    return Promise.all(
      seats.map(({ seat_id: seatId }) =>
        this.#documents.read(draftDocument(groupId, seatId), (doc) => ({
          seatId,
          ids: [...cardsOf(doc).keys()] as CardId[],
        })),
      ),
    );
  }

  /**
   * Takes finished cards out of a seat's document for good; resolves when that is on disk. A card that its author has
   * taken back meanwhile may hold words that are nowhere else: it stays, and its id is returned. With `leaveNoBytes` the
   * text of the others is gone from the store as well; the document itself stays, so that an author who comes back from
   * offline hears of the removal instead of writing everything anew.
   */
  async remove(
    groupId: GroupId,
    seatId: SeatId,
    ids: readonly CardId[],
    options: { leaveNoBytes: boolean },
  ): Promise<CardId[]> {
    const id = draftDocument(groupId, seatId);
    let stay: CardId[] = [];
    const { durable } = await this.#documents.edit(id, (doc) => {
      const open = new Set(readDrafts(doc).flatMap((card) => (card.finished ? [] : [card.id])));
      stay = ids.filter((card) => open.has(card));
      removeCards(
        doc,
        ids.filter((card) => !open.has(card)),
        'server',
      );
      this.#counts.note(groupId, seatId, doc);
    });
    await durable;
    if (options.leaveNoBytes) await this.#documents.compact(id);
    return stay;
  }
}
