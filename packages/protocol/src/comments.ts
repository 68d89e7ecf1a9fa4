import { z } from 'zod';
import { CardId, ClusterId, CommentId, GroupId, OptionId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';

/** What is talked about. */
export const CommentSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), id: CardId }),
  z.object({ kind: z.literal('cluster'), id: ClusterId }),
  z.object({ kind: z.literal('option'), id: OptionId }),
]);
export type CommentSubject = z.infer<typeof CommentSubject>;

/**
 * A remark without author and time: who is behind it comes, as for cards, in `CardAuthors` and as far as the group's
 * mode allows. Comments without a parent begin a thread.
 */
export const Comment = z.object({
  id: CommentId,
  subject: CommentSubject,
  parent: CommentId.nullable(),
  /** Place in the group's discussion, from 1. */
  number: z.number().int(),
  text: z.string(),
  /** The thread it begins is settled; false for replies. */
  resolved: z.boolean(),
  /** Its author took the text back; it stays because of the replies. */
  withdrawn: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;

/** Two cards somebody finds alike, the lesser id first. */
export const SimilarPair = z.tuple([CardId, CardId]);
export type SimilarPair = z.infer<typeof SimilarPair>;

/** All that is said beside the board of a group. */
export const Discussion = z.object({
  /** In the order of their numbers. */
  comments: z.array(Comment),
  similar: z.array(SimilarPair),
  /** Cards that somebody other than who leads has looked at, as far as that has been told. */
  opened: z.array(CardId),
});
export type Discussion = z.infer<typeof Discussion>;

const inGroup = z.object({ groupId: GroupId });

/** Commands of the discussion; part of `COMMANDS`. */
export const DISCUSSION_COMMANDS = {
  /** Everything there is; events keep it up to date. Ask again when a group's state was asked for again. */
  'discussion.read': inGroup,
  /** `{groupId, subject: {kind: 'card', id: 'c1'}, text: 'Who pays?'}`, with `parent` as a reply in its thread. */
  'comment.add': inGroup.extend({
    subject: CommentSubject,
    parent: CommentId.optional(),
    text: z.string().trim().min(1, 'a comment needs a text').max(LIMITS.comment),
  }),
  /** Settles a thread, or opens it again. */
  'comment.resolve': inGroup.extend({ commentId: CommentId, resolved: z.boolean().default(true) }),
  /** Takes an own comment back for good, while it is known whose it is. */
  'comment.withdraw': inGroup.extend({ commentId: CommentId }),
  /** Marks each of these cards as similar to each other, or takes the marks away. Nobody stores who did it. */
  'similar.mark': inGroup.extend({
    cardIds: z.array(CardId).min(2).max(LIMITS.similarAtOnce),
    similar: z.boolean().default(true),
  }),
  /** A client has shown these cards for reading, each told once; who opened what is not kept. */
  'card.opened': inGroup.extend({ cardIds: z.array(CardId).min(1).max(LIMITS.openedAtOnce) }),
} as const;

/** What their acks carry. */
export type DiscussionCommandValue = {
  'discussion.read': Discussion;
  'comment.add': { commentId: CommentId };
  'comment.resolve': null;
  'comment.withdraw': null;
  'similar.mark': { pairs: number };
  'card.opened': null;
};
