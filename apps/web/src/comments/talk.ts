import type { CardId, CommentId } from '@rapport/domain/ids';
import type { Comment, CommentSubject } from '@rapport/protocol/comments';

/** A group's discussion as this page has it, ready to be looked up. */
export type Talk = {
  comments: ReadonlyMap<CommentId, Comment>;
  /** How many comments about something are open, by `talkKey`: every card shows its own. */
  open: ReadonlyMap<string, number>;
  /** Which cards somebody finds like a card. */
  similar: ReadonlyMap<CardId, ReadonlySet<CardId>>;
  /** Cards somebody has looked at. */
  opened: ReadonlySet<CardId>;
};

export const NO_TALK: Talk = { comments: new Map(), open: new Map(), similar: new Map(), opened: new Set() };

export const talkKey = (kind: CommentSubject['kind'], id: string): string => `${kind} ${id}`;
