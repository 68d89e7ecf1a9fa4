import type { CardId, CommentId } from '@rapport/domain/ids';
import type { Comment } from '@rapport/protocol/comments';

/** Two cards to talk about. */
export const water = { kind: 'card' as const, id: 'water' as CardId };
export const fire = { kind: 'card' as const, id: 'fire' as CardId };
/** The first comment of a thread on the first of them. */
export const comment = (number: number, patch: Partial<Comment> = {}): Comment => ({
  id: `comment-${number}` as CommentId,
  subject: water,
  parent: null,
  number,
  text: `Text ${number}`,
  resolved: false,
  withdrawn: false,
  ...patch,
});
