import { leastTelling, type Attribution } from './attribution.ts';
import { SMALL_CELL, type BlocId } from './blocs.ts';
import type { Author, GroupRecord, ProjectedRecord } from './group-record.ts';

/** Where something goes: the screens of the group, or a file and everything else that leaves the room. */
export type Audience = 'room' | 'file';

/** What may be said about the author of a card. */
export type Attributed = { author?: Author; bloc?: BlocId };

/**
 * The one rule about authors (docs/method.md §4): names only in `named` and, in files, only without the Chatham House
 * Rule; a bloc tag only in `bloc`, only in the room and only when every bloc present has at least five seats (A0);
 * nothing in all other cases. A signed card keeps its author in the room (A4).
 */
export const attribute = (
  author: Author | null,
  signed: boolean,
  mode: Attribution,
  context: { audience: Audience; chathamHouse: boolean; seatsByBloc: Readonly<Record<BlocId, number>> },
): Attributed => {
  if (author === null) return {};
  const leaves = context.audience === 'file';
  if (leaves && context.chathamHouse) return {};
  if (mode === 'named') return { author };
  if (signed && !leaves) return { author };
  if (mode !== 'bloc' || leaves) return {};
  const sizes = Object.values(context.seatsByBloc).filter((size) => size > 0);
  return sizes.every((size) => size >= SMALL_CELL) ? { bloc: author.bloc } : {};
};

/** What a file or a screen may hold of a group's session. It drops fields and never alters people's own words. */
export const projectRecord = (record: GroupRecord, audience: Audience): ProjectedRecord => {
  const { seatsByBloc, cards, ...rest } = record;
  const context = { audience, chathamHouse: record.symposium.chathamHouse, seatsByBloc };
  return {
    ...rest,
    cards: cards
      .filter((card) => !card.binned)
      .map(({ author, signed, mode, ...card }) => ({
        ...card,
        ...attribute(author, signed, leastTelling(record.group.attribution, mode ?? 'named'), context),
      })),
  };
};
