import type { CardId, CommentId } from '@rapport/domain/ids';
import type { Comment, CommentSubject, Discussion } from '@rapport/protocol/comments';
import type { GroupEvent } from '@rapport/protocol/group-events';
import { NO_TALK, talkKey, type Talk } from './talk.ts';

/** Comments with the count of what is open; those of settled threads and those taken back are left out. */
const withCounts = (comments: ReadonlyMap<CommentId, Comment>): Pick<Talk, 'comments' | 'open'> => {
  const open = new Map<string, number>();
  for (const comment of comments.values()) {
    const first = comment.parent === null ? comment : comments.get(comment.parent);
    if (comment.withdrawn || first?.resolved === true) continue;
    const key = talkKey(comment.subject.kind, comment.subject.id);
    open.set(key, (open.get(key) ?? 0) + 1);
  }
  return { comments, open };
};

const withPair = (
  similar: ReadonlyMap<CardId, ReadonlySet<CardId>>,
  [one, other]: readonly [CardId, CardId],
  isSimilar: boolean,
): Map<CardId, ReadonlySet<CardId>> => {
  const next = new Map(similar);
  for (const [card, like] of [
    [one, other],
    [other, one],
  ] as const) {
    const set = new Set(next.get(card));
    if (isSimilar) set.add(like);
    else set.delete(like);
    if (set.size === 0) next.delete(card);
    else next.set(card, set);
  }
  return next;
};

export const talkOf = (discussion: Discussion): Talk => ({
  ...withCounts(new Map(discussion.comments.map((comment) => [comment.id, comment]))),
  similar: discussion.similar.reduce((all, pair) => withPair(all, pair, true), NO_TALK.similar),
  opened: new Set(discussion.opened),
});

/** The same object when the event says nothing about the discussion. */
export const foldTalk = (talk: Talk, event: GroupEvent): Talk => {
  switch (event.type) {
    case 'comment.changed':
      return { ...talk, ...withCounts(new Map(talk.comments).set(event.comment.id, event.comment)) };
    case 'comment.withdrawn': {
      const comments = new Map(talk.comments);
      comments.delete(event.commentId);
      return { ...talk, ...withCounts(comments) };
    }
    case 'similar.changed':
      return {
        ...talk,
        similar: event.pairs.reduce((all, pair) => withPair(all, pair, event.similar), talk.similar),
      };
    case 'coverage.changed':
      return { ...talk, opened: new Set([...talk.opened, ...event.opened]) };
    default:
      return talk;
  }
};

/** A thread: the comment that begins it, and its replies in order. */
export type Thread = { first: Comment; replies: readonly Comment[] };

const isAbout = (one: CommentSubject, other: CommentSubject): boolean => one.kind === other.kind && one.id === other.id;

/** Threads in order, those still open first; of one subject or of all. */
export const threadsOf = (talk: Talk, subject: CommentSubject | null): Thread[] => {
  const all = [...talk.comments.values()].toSorted((one, other) => one.number - other.number);
  const replies = Map.groupBy(all, (comment) => comment.parent);
  return all
    .filter((comment) => comment.parent === null && (subject === null || isAbout(comment.subject, subject)))
    .map((first) => ({ first, replies: replies.get(first.id) ?? [] }))
    .toSorted((one, other) => Number(one.first.resolved) - Number(other.first.resolved));
};
