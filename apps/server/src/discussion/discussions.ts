import { cardMap, clusterMap } from '@rapport/board/layout';
import { boardDocument } from '@rapport/domain/document-id';
import { newId, type CardId, type CommentId, type GroupId, type RandomBytes, type SeatId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import type { Comment, CommentSubject, SimilarPair } from '@rapport/protocol/comments';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements, GroupNews } from '../events/announcements.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import { linkAuthors, storesAuthor } from '../groups/authorship.ts';
import { readCardAuthors } from '../groups/read-authors.ts';
import { roleOf } from '../groups/role-of.ts';
import { commentOf, readDiscussion } from './read-discussion.ts';

const noSuchComment = (): Outcome<never> => fail('not-found', 'There is no such comment.', 'commentId');

/** The id under which `authorship` knows a comment: cards and comments draw from one set of ids. */
const contributionOf = (commentId: CommentId): CardId => commentId as string as CardId;

/** Each pair among these cards once, the lesser id first. */
const pairsAmong = (cardIds: readonly CardId[]): SimilarPair[] => {
  const ids = [...new Set(cardIds)].toSorted();
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other): SimilarPair => [one, other]));
};

/**
 * Comments and marks of likeness (docs/method.md §2, clarify). A comment's author is kept where a card's is and for as
 * long (§4); a mark of likeness has none.
 */
export class Discussions {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #announcements: Announcements;
  readonly #random: RandomBytes;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read'>;
    announcements: Announcements;
    random: RandomBytes;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#announcements = options.announcements;
    this.#random = options.random;
  }

  /** `discussion.read` */
  read(
    caller: Caller,
    { groupId }: CommandParsed<'discussion.read'>,
  ): Promise<Outcome<CommandValue['discussion.read']>> {
    return this.#db.transaction(async (tx) => {
      if ((await roleOf(tx, caller, groupId)) === null) return noSuchGroup();
      return succeed(await readDiscussion(tx, groupId));
    });
  }

  /** `comment.add` */
  async add(
    caller: Caller,
    { groupId, subject, parent: thread, text }: CommandParsed<'comment.add'>,
  ): Promise<Outcome<CommandValue['comment.add']>> {
    const parent = thread ?? null;
    const first = await allow(this.#db.query, 'comment.write', caller, groupId);
    if (!first.ok) return first;
    if (!(await this.#isThere(groupId, subject))) {
      return fail('not-found', `There is no such ${subject.kind} to comment on.`, 'subject.id');
    }
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'comment.write', caller, groupId);
      if (!allowed.ok) return allowed;
      const last = await tx
        .selectFrom('comment')
        .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.max('number').as('number')])
        .where('group_id', '=', groupId)
        .executeTakeFirstOrThrow();
      if (Number(last.count) >= LIMITS.commentsPerGroup) {
        return fail('too-large', `A group has at most ${LIMITS.commentsPerGroup} comments.`);
      }
      if (parent !== null && !(await beginsThread(tx, groupId, parent, subject))) {
        return fail('not-found', 'There is no such thread to reply in.', 'parent');
      }
      const id = newId(this.#random) as CommentId;
      const row = {
        id,
        group_id: groupId,
        number: (last.number ?? 0) + 1,
        subject_kind: subject.kind,
        subject_id: subject.id,
        parent,
        text,
        resolved: 0,
        withdrawn: 0,
      };
      await tx.insertInto('comment').values(row).execute();
      // Whoever replies has not settled it.
      if (parent !== null) await this.#settle(tx, groupId, parent, false);
      this.#tell(tx, { type: 'comment.changed', groupId, comment: commentOf(row) });
      await this.#link(tx, groupId, id, allowed.value.seatId);
      return succeed({ commentId: id });
    });
  }

  /** `comment.resolve` */
  resolve(caller: Caller, { groupId, commentId, resolved }: CommandParsed<'comment.resolve'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'comment.write', caller, groupId);
      if (!allowed.ok) return allowed;
      return (await this.#settle(tx, groupId, commentId, resolved)) ? succeed(null) : noSuchComment();
    });
  }

  /** `comment.withdraw`: its text goes for good; what begins a thread with replies stays as a gap. */
  withdraw(caller: Caller, { groupId, commentId }: CommandParsed<'comment.withdraw'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'comment.write', caller, groupId);
      if (!allowed.ok) return allowed;
      const row = await findComment(tx, groupId, commentId);
      if (row === undefined || row.withdrawn === 1) return noSuchComment();
      const { seatId } = allowed.value;
      const own =
        seatId === null
          ? undefined
          : await tx
              .deleteFrom('authorship')
              .where('group_id', '=', groupId)
              .where('card_id', '=', contributionOf(commentId))
              .where('seat_id', '=', seatId)
              .executeTakeFirst();
      if (own === undefined || Number(own.numDeletedRows) === 0) {
        return fail('not-author', 'Only who wrote a comment can take it back, and only while that is known.');
      }
      const reply = await tx
        .selectFrom('comment')
        .select('id')
        .where('group_id', '=', groupId)
        .where('parent', '=', commentId)
        .executeTakeFirst();
      if (reply === undefined) {
        await tx.deleteFrom('comment').where('group_id', '=', groupId).where('id', '=', commentId).execute();
        this.#tell(tx, { type: 'comment.withdrawn', groupId, commentId });
      } else {
        await tx
          .updateTable('comment')
          .set({ text: '', withdrawn: 1 })
          .where('group_id', '=', groupId)
          .where('id', '=', commentId)
          .execute();
        this.#tell(tx, {
          type: 'comment.changed',
          groupId,
          comment: commentOf({ ...row, text: '', withdrawn: 1 }),
        });
      }
      tx.afterCommit(() => this.#db.truncateLog());
      return succeed(null);
    });
  }

  /** `similar.mark` */
  async mark(
    caller: Caller,
    { groupId, cardIds, similar }: CommandParsed<'similar.mark'>,
  ): Promise<Outcome<CommandValue['similar.mark']>> {
    const first = await allow(this.#db.query, 'comment.write', caller, groupId);
    if (!first.ok) return first;
    if (similar) {
      const missing = await this.#documents.read(boardDocument(groupId), (doc) =>
        cardIds.findIndex((id) => cardMap(doc, id)?.get('binned') !== undefined || cardMap(doc, id) === null),
      );
      if (missing !== -1) return fail('not-found', 'There is no such card on the board.', `cardIds.${missing}`);
    }
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'comment.write', caller, groupId);
      if (!allowed.ok) return allowed;
      const marked = await tx.selectFrom('similar').select(['one', 'other']).where('group_id', '=', groupId).execute();
      const known = new Set(marked.map(({ one, other }) => `${one} ${other}`));
      const changed = pairsAmong(cardIds).filter(([one, other]) => known.has(`${one} ${other}`) !== similar);
      if (similar && known.size + changed.length > LIMITS.similarPairs) {
        return fail('too-large', `A board has at most ${LIMITS.similarPairs} marks of likeness.`);
      }
      for (const [one, other] of changed) {
        if (similar) await tx.insertInto('similar').values({ group_id: groupId, one, other }).execute();
        else {
          await tx
            .deleteFrom('similar')
            .where('group_id', '=', groupId)
            .where('one', '=', one)
            .where('other', '=', other)
            .execute();
        }
      }
      if (changed.length > 0) this.#tell(tx, { type: 'similar.changed', groupId, pairs: changed, similar });
      return succeed({ pairs: changed.length });
    });
  }

  /** Whether it stands on the board or among the options now. */
  async #isThere(groupId: GroupId, subject: CommentSubject): Promise<boolean> {
    switch (subject.kind) {
      case 'card':
        return this.#documents.read(boardDocument(groupId), (doc) => {
          const card = cardMap(doc, subject.id);
          return card !== null && card.get('binned') === undefined;
        });
      case 'cluster':
        return this.#documents.read(boardDocument(groupId), (doc) => clusterMap(doc, subject.id) !== null);
      case 'option': {
        const option = await this.#db.query
          .selectFrom('option')
          .select('id')
          .where('id', '=', subject.id)
          .where('group_id', '=', groupId)
          .executeTakeFirst();
        return option !== undefined;
      }
    }
  }

  /** Keeps who wrote it as for a card: the same table, the same promise, the same purge. */
  async #link(tx: Transaction, groupId: GroupId, commentId: CommentId, seatId: SeatId | null): Promise<void> {
    if (seatId === null) return;
    const group = await tx
      .selectFrom('group')
      .select(['attribution', 'revealed'])
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    if (!storesAuthor({ attribution: group.attribution, revealed: group.revealed === 1 })) return;
    const contribution = contributionOf(commentId);
    await linkAuthors(tx, groupId, [
      {
        cardId: contribution,
        seatId,
        mode: group.attribution,
      },
    ]);
    const authors = await readCardAuthors(tx, groupId, [contribution]);
    if (authors.length === 0) return;
    tx.afterCommit(() => this.#announcements.announce({ to: 'authors', list: { groupId, authors } }));
  }

  /** False when no thread begins there. */
  async #settle(tx: Transaction, groupId: GroupId, commentId: CommentId, resolved: boolean): Promise<boolean> {
    const row = await findComment(tx, groupId, commentId);
    if (row === undefined || row.parent !== null) return false;
    if ((row.resolved === 1) === resolved) return true;
    const changed = { resolved: resolved ? 1 : 0 };
    await tx.updateTable('comment').set(changed).where('group_id', '=', groupId).where('id', '=', commentId).execute();
    this.#tell(tx, { type: 'comment.changed', groupId, comment: commentOf({ ...row, ...changed }) });
    return true;
  }

  #tell(tx: Transaction, news: GroupNews): void {
    tx.afterCommit(() => this.#announcements.announce({ to: 'group', news }));
  }
}

const findComment = (tx: Transaction, groupId: GroupId, commentId: CommentId) =>
  tx.selectFrom('comment').selectAll().where('group_id', '=', groupId).where('id', '=', commentId).executeTakeFirst();

const beginsThread = async (
  tx: Transaction,
  groupId: GroupId,
  parent: CommentId,
  subject: Comment['subject'],
): Promise<boolean> => {
  const row = await findComment(tx, groupId, parent);
  return row !== undefined && row.parent === null && row.subject_kind === subject.kind && row.subject_id === subject.id;
};
