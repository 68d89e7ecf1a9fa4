import type { Attribution } from '@rapport/domain/attribution';
import { leastTelling } from '@rapport/domain/attribution';
import type { BlocId } from '@rapport/domain/blocs';
import type { Author } from '@rapport/domain/group-record';
import type { CardId, GroupId } from '@rapport/domain/ids';
import { attribute } from '@rapport/domain/projection';
import type { CardAuthor } from '@rapport/protocol/card-authors';
import type { Database } from '../db/database.ts';

type Query = Database['query'];

/** Who is behind a card, what that person was promised, and whether it was signed. Nothing to show as it is. */
export type KnownAuthor = { author: Author; signed: boolean; mode: Attribution };

/** Cards asked for at once: a statement holds a limited number of parameters in SQLite. */
const CARDS_AT_ONCE = 500;

/** What is known of the authors of these cards, or of all of a group's. */
export const readAuthors = async (
  query: Query,
  groupId: GroupId,
  cards?: readonly CardId[],
): Promise<Map<CardId, KnownAuthor>> => {
  const all = query
    .selectFrom('authorship')
    .innerJoin('seat', 'seat.id', 'authorship.seat_id')
    .select([
      'authorship.card_id',
      'authorship.signed',
      'authorship.mode',
      'seat.display_name',
      'seat.delegation',
      'seat.bloc',
    ])
    .where('authorship.group_id', '=', groupId)
    .orderBy('authorship.card_id');
  const rows = [];
  if (cards === undefined) rows.push(...(await all.execute()));
  else {
    for (let from = 0; from < cards.length; from += CARDS_AT_ONCE) {
      rows.push(...(await all.where('authorship.card_id', 'in', cards.slice(from, from + CARDS_AT_ONCE)).execute()));
    }
  }
  return new Map(
    rows.map((row) => [
      row.card_id,
      {
        author: { displayName: row.display_name, delegation: row.delegation, bloc: row.bloc },
        signed: row.signed === 1,
        mode: row.mode,
      },
    ]),
  );
};

/** Seats of each bloc in the group: bloc tags are shown only where none of them is small (A0). */
export const countSeatsByBloc = async (query: Query, groupId: GroupId): Promise<Record<BlocId, number>> => {
  const rows = await query
    .selectFrom('group_seat')
    .innerJoin('seat', 'seat.id', 'group_seat.seat_id')
    .select((eb) => ['seat.bloc', eb.fn.countAll<number | string>().as('seats')])
    .where('group_seat.group_id', '=', groupId)
    .groupBy('seat.bloc')
    .execute();
  return Object.fromEntries(rows.map(({ bloc, seats }) => [bloc, Number(seats)]));
};

/** What the room may see of who is behind these cards, or all: cards of which nothing may be said are left out. */
export const readCardAuthors = async (
  query: Query,
  groupId: GroupId,
  cards?: readonly CardId[],
): Promise<CardAuthor[]> => {
  const group = await query
    .selectFrom('group')
    .innerJoin('symposium', 'symposium.id', 'group.symposium_id')
    .select(['group.attribution', 'symposium.chatham_house'])
    .where('group.id', '=', groupId)
    .executeTakeFirst();
  if (group === undefined) return [];
  const context = {
    audience: 'room' as const,
    chathamHouse: group.chatham_house === 1,
    seatsByBloc: await countSeatsByBloc(query, groupId),
  };
  const known = await readAuthors(query, groupId, cards);
  return [...known].flatMap(([cardId, { author, signed, mode }]) => {
    const shown = attribute(author, signed, leastTelling(group.attribution, mode), context);
    return shown.author === undefined && shown.bloc === undefined ? [] : [{ cardId, ...shown }];
  });
};
