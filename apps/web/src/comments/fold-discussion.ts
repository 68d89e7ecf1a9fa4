import type { CardId, CommentId } from '@rapport/domain/ids';
import type { Comment, CommentSubject, Discussion } from '@rapport/protocol/comments';
import type { GroupEvent } from '@rapport/protocol/group-events';

/** A group's discussion as this page has it, ready to be looked up. */
export type Talk = {
  comments: ReadonlyMap<CommentId, Comment>;
  /** Which cards somebody finds like a card. */
  similar: ReadonlyMap<CardId, ReadonlySet<CardId>>;
  opened: Readonly<Record<string, number>>;
};

export const NO_TALK: Talk = { comments: new Map(), similar: new Map(), opened: {} };

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
  comments: new Map(discussion.comments.map((comment) => [comment.id, comment])),
  similar: discussion.similar.reduce((all, pair) => withPair(all, pair, true), NO_TALK.similar),
  opened: discussion.opened,
});

/** The same object when the event says nothing about the discussion. */
export const foldTalk = (talk: Talk, event: GroupEvent): Talk => {
  switch (event.type) {
    case 'comment.changed':
      return { ...talk, comments: new Map(talk.comments).set(event.comment.id, event.comment) };
    case 'comment.withdrawn': {
      const comments = new Map(talk.comments);
      comments.delete(event.commentId);
      return { ...talk, comments };
    }
    case 'similar.changed':
      return {
        ...talk,
        similar: event.pairs.reduce((all, pair) => withPair(all, pair, event.similar), talk.similar),
      };
    case 'coverage.changed':
      return { ...talk, opened: { ...talk.opened, ...event.opened } };
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

/** Comments about something, those of settled threads left out: what its badge says. */
export const countOpen = (talk: Talk, subject: CommentSubject): number => {
  let count = 0;
  for (const comment of talk.comments.values()) {
    if (!isAbout(comment.subject, subject) || comment.withdrawn) continue;
    const first = comment.parent === null ? comment : talk.comments.get(comment.parent);
    if (first?.resolved !== true) count += 1;
  }
  return count;
};
