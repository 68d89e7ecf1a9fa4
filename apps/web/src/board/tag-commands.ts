import { renameTag, tagCards } from '@rapport/board/tag-cards';
import { foldText } from '@rapport/domain/fold-text';
import type { CardId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { notify } from '../ui/toast-store.ts';
import { isDenied } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';

/** A tag with the number of live cards that have it. */
export type TagCount = { tag: string; cards: number };

/** Every tag on the board, the most used first. */
export const tagsOf = ({ records }: Pick<BoardSession, 'records'>): TagCount[] => {
  const counts = new Map<string, number>();
  for (const id of records.cardIds()) {
    for (const tag of records.card(id)?.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .map(([tag, cards]) => ({ tag, cards }))
    .toSorted((one, other) => other.cards - one.cards || (one.tag < other.tag ? -1 : 1));
};

/** The word as it stands on the board already, whatever its case or accents; else as it was typed. */
const known = (session: BoardSession, typed: string): string =>
  tagsOf(session).find(({ tag }) => foldText(tag) === foldText(typed.trim()))?.tag ?? typed;

/** Gives cards a tag, as one step to undo; says so where some have as many as they may. */
export const tag = (session: BoardSession, rights: BoardRights, cards: readonly CardId[], typed: string): void => {
  if (isDenied(rights.edit)) return;
  const word = known(session, typed);
  const done = session.perform((doc, origin) => tagCards(doc, { cards, tag: word }, origin));
  const without = cards.filter((id) => session.records.card(id)?.tags.includes(word) === false).length;
  if (without > 0 && session.records.card(cards[0] as CardId)?.tags.length === LIMITS.tagsPerCard) {
    notify({ text: translateNow('tags.full', { count: LIMITS.tagsPerCard }), tone: 'warn' });
  }
  if (done) announce(translateNow('tags.said.given', { tag: word, count: cards.length - without }));
};

export const untag = (session: BoardSession, rights: BoardRights, cards: readonly CardId[], word: string): void => {
  if (isDenied(rights.edit)) return;
  if (!session.perform((doc, origin) => tagCards(doc, { cards, tag: word, tagged: false }, origin))) return;
  announce(translateNow('tags.said.taken', { tag: word }));
};

/** Gives a tag another word wherever it stands, as one step to undo. */
export const renameTagEverywhere = (session: BoardSession, rights: BoardRights, from: string, to: string): void => {
  if (isDenied(rights.edit)) return;
  const cards = session.records.cardIds();
  if (!session.perform((doc, origin) => renameTag(doc, { cards, from, to: known(session, to) }, origin))) return;
  announce(translateNow('tags.said.renamed', { tag: to.trim() }));
};
