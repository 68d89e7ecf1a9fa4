import { addCard } from '@rapport/board/add-card';
import { cardsOf } from '@rapport/board/layout';
import { placeInGrid } from '@rapport/board/place-in-grid';
import { readBoard } from '@rapport/board/read-board';
import { removeCards } from '@rapport/board/remove-cards';
import type { CardText } from '@rapport/domain/card';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import { newId, type CardId, type GroupId, type RandomBytes } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements, GroupNews } from '../events/announcements.ts';
import type { OptionNews } from '../options/option-news.ts';
import { allow, noSuchGroup } from './allow.ts';
import type { Authorship } from './authorship.ts';
import type { GroupConditions } from './group-conditions.ts';
import { roleOf } from './role-of.ts';

/** Where a withdrawn card has to go too. */
export type CardHistory = { forgetCard(groupId: GroupId, cardId: CardId): Promise<void> };

/** What the server itself does with cards on a board; all else is edits of the shared document. */
export class Cards {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'edit' | 'compact'>;
  readonly #history: CardHistory;
  readonly #authorship: Authorship;
  readonly #conditions: GroupConditions;
  readonly #announcements: Announcements;
  readonly #news: Pick<OptionNews, 'tell'>;
  readonly #random: RandomBytes;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'edit' | 'compact'>;
    history: CardHistory;
    authorship: Authorship;
    conditions: GroupConditions;
    announcements: Announcements;
    news: Pick<OptionNews, 'tell'>;
    random: RandomBytes;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#history = options.history;
    this.#authorship = options.authorship;
    this.#conditions = options.conditions;
    this.#announcements = options.announcements;
    this.#news = options.news;
    this.#random = options.random;
  }

  /** `card.mine` */
  async mine(caller: Caller, { groupId }: CommandParsed<'card.mine'>): Promise<Outcome<CommandValue['card.mine']>> {
    const who = await roleOf(this.#db.query, caller, groupId);
    if (who === null) return noSuchGroup();
    return succeed({ cardIds: who.seatId === null ? [] : await this.#authorship.cardsOf(groupId, who.seatId) });
  }

  /**
   * `card.withdraw`: for good. The card leaves the board at once and its bytes leave the store before this succeeds; the
   * link goes last, so that a withdrawal that was cut off can be asked for again.
   */
  async withdraw(caller: Caller, { groupId, cardId }: CommandParsed<'card.withdraw'>): Promise<Outcome<null>> {
    // As a right over one's own words it outlasts the lock of the board.
    const allowed = await allow(this.#db.query, 'drafts.write', caller, groupId);
    if (!allowed.ok) return allowed;
    const { seatId } = allowed.value;
    if (seatId === null || !(await this.#authorship.cardsOf(groupId, seatId)).includes(cardId)) {
      return fail('not-author', 'Only who wrote a card can withdraw it, and only while that is known.');
    }
    if ((await this.#conditions.load(groupId)) === null) return noSuchGroup();
    // Asked in the very edit: nothing can be opened or locked in between.
    const { value: outcome, durable } = await this.#documents.edit(boardDocument(groupId), (doc): Outcome<null> => {
      const condition = this.#conditions.get(groupId);
      if (condition?.clustersLocked === true) {
        return fail('clusters-locked', 'The clusters are locked: cards cannot be withdrawn any more.');
      }
      if (condition?.ballotsFrozen.has(`card:${cardId}`) === true) {
        return fail('ballot-open', 'The group is voting on this card. It can be withdrawn when the ballot is closed.');
      }
      removeCards(doc, [cardId], 'server');
      return succeed(null);
    });
    if (!outcome.ok) return outcome;
    await durable;
    await this.#history.forgetCard(groupId, cardId);
    await this.#documents.compact(boardDocument(groupId));
    // The draft it came from is long removed there; now its bytes go.
    await this.#documents.compact(draftDocument(groupId, seatId));
    await this.#db.transaction(async (tx) => {
      await tx.deleteFrom('authorship').where('group_id', '=', groupId).where('card_id', '=', cardId).execute();
      const gone = await forgetTalk(tx, groupId, cardId);
      // Its title stands in the lineage of options too; that they grew out of some card stays.
      const lineage = await tx
        .updateTable('option_source')
        .set({ title: '' })
        .where('kind', '=', 'card')
        .where('source_id', '=', cardId)
        .where('option_id', 'in', (eb) => eb.selectFrom('option').select('id').where('group_id', '=', groupId))
        .executeTakeFirst();
      tx.afterCommit(() => {
        for (const news of gone) this.#announcements.announce({ to: 'group', news });
        this.#db.truncateLog();
      });
      if (Number(lineage.numUpdatedRows) > 0) await this.#news.tell(tx, groupId);
    });
    return outcome;
  }

  /** `card.enter`: by a leader for somebody without a device; marked so, and without an author (P6). */
  async enter(
    caller: Caller,
    { groupId, title, body }: CommandParsed<'card.enter'>,
  ): Promise<Outcome<CommandValue['card.enter']>> {
    const added = await this.#add(caller, groupId, [{ title, body }], { proxy: true });
    if (!added.ok) return added;
    const [cardId] = added.value;
    if (cardId === undefined) throw new Error('one card was added and none came back');
    return succeed({ cardId });
  }

  /** Puts texts on the board in a grid, for seeding and migration; ids in the order of the texts. They have no author. */
  async importCards(caller: Caller, groupId: GroupId, texts: readonly CardText[]): Promise<Outcome<{ ids: CardId[] }>> {
    if (texts.length > LIMITS.cardsPerImport) {
      return fail('too-large', `At most ${LIMITS.cardsPerImport} cards can be imported at once.`);
    }
    const added = await this.#add(caller, groupId, texts, { proxy: false });
    return added.ok ? succeed({ ids: added.value }) : added;
  }

  async #add(
    caller: Caller,
    groupId: GroupId,
    texts: readonly CardText[],
    options: { proxy: boolean },
  ): Promise<Outcome<CardId[]>> {
    const allowed = await allow(this.#db.query, 'cards.import', caller, groupId);
    if (!allowed.ok) return allowed;
    const condition = await this.#conditions.load(groupId);
    if (condition === null) return noSuchGroup();
    const { value: outcome, durable } = await this.#documents.edit(boardDocument(groupId), (doc): Outcome<CardId[]> => {
      if (cardsOf(doc).size + texts.length > LIMITS.cardsPerBoard) {
        return fail('too-large', `A board holds at most ${LIMITS.cardsPerBoard} cards.`);
      }
      const taken = readBoard(doc)
        .cards.filter((card) => !card.binned)
        .map((card) => card.position);
      const spots = placeInGrid(texts.length, taken);
      // Imported cards belong to what the group starts from; one entered for somebody is written now (P3).
      const late = options.proxy && this.#conditions.get(groupId)?.revealed === true;
      return succeed(
        texts.map(({ title, body }, index) => {
          const id = newId(this.#random) as CardId;
          addCard(doc, { id, title, body, position: spots[index] ?? [0, 0], proxy: options.proxy, late }, 'server');
          return id;
        }),
      );
    });
    await durable;
    return outcome;
  }
}

/**
 * What was said of a withdrawn card goes with it, and with the comments what is known of their authors. Returns what is
 * to be told of it.
 */
const forgetTalk = async (tx: Transaction, groupId: GroupId, cardId: CardId): Promise<GroupNews[]> => {
  const comments = await tx
    .deleteFrom('comment')
    .where('group_id', '=', groupId)
    .where('subject_kind', '=', 'card')
    .where('subject_id', '=', cardId)
    .returning('id')
    .execute();
  const ids = comments.map((comment) => comment.id as string as CardId);
  if (ids.length > 0) {
    await tx.deleteFrom('authorship').where('group_id', '=', groupId).where('card_id', 'in', ids).execute();
  }
  const similar = await tx
    .deleteFrom('similar')
    .where('group_id', '=', groupId)
    .where((eb) => eb.or([eb('one', '=', cardId), eb('other', '=', cardId)]))
    .returning(['one', 'other'])
    .execute();
  await tx.deleteFrom('opened_card').where('group_id', '=', groupId).where('card_id', '=', cardId).execute();
  const news = comments.map(({ id }): GroupNews => ({ type: 'comment.withdrawn', groupId, commentId: id }));
  if (similar.length === 0) return news;
  const pairs = similar.map(({ one, other }): [CardId, CardId] => [one, other]);
  return [...news, { type: 'similar.changed', groupId, pairs, similar: false }];
};
