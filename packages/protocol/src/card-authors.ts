import { z } from 'zod';
import { BlocId } from '@rapport/domain/blocs';
import { CardId, GroupId } from '@rapport/domain/ids';

/** What may be said in the room about who is behind a card: a name, or the bloc only; never a seat id. */
export const CardAuthor = z.object({
  cardId: CardId,
  author: z.object({ displayName: z.string(), delegation: z.string(), bloc: BlocId }).optional(),
  bloc: BlocId.optional(),
});
export type CardAuthor = z.infer<typeof CardAuthor>;

/**
 * Who is behind which cards, as far as the mode each was written under or its author's signature allows (§4); the only
 * message in which a name and a card stand together. Sent as socket event `authors` to a group's watchers when some are
 * added; `null` says that what was known may hold no longer: ask `card.authors` again.
 */
export const CardAuthors = z.object({ groupId: GroupId, authors: z.array(CardAuthor).nullable() });
export type CardAuthors = z.infer<typeof CardAuthors>;
