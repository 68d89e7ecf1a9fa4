import type { CardId, GroupId } from '@rapport/domain/ids';
import { CommentSubject, type Comment, type Discussion } from '@rapport/protocol/comments';
import type { Database } from '../db/database.ts';
import type { Schema } from '../db/schema.ts';

type Query = Database['query'];

export const commentOf = (row: Schema['comment']): Comment => ({
  id: row.id,
  subject: CommentSubject.parse({ kind: row.subject_kind, id: row.subject_id }),
  parent: row.parent,
  number: row.number,
  text: row.text,
  resolved: row.resolved === 1,
  withdrawn: row.withdrawn === 1,
});

/** Everything that is said beside a group's board; nothing in it says by whom. */
export const readDiscussion = async (query: Query, groupId: GroupId): Promise<Discussion> => {
  const comments = await query
    .selectFrom('comment')
    .selectAll()
    .where('group_id', '=', groupId)
    .orderBy('number')
    .execute();
  const similar = await query
    .selectFrom('similar')
    .select(['one', 'other'])
    .where('group_id', '=', groupId)
    .orderBy('one')
    .orderBy('other')
    .execute();
  const opened = await query
    .selectFrom('opened_card')
    .select('card_id')
    .where('group_id', '=', groupId)
    .orderBy('card_id')
    .execute();
  return {
    comments: comments.map(commentOf),
    similar: similar.map(({ one, other }): [CardId, CardId] => [one, other]),
    opened: opened.map((row) => row.card_id),
  };
};
