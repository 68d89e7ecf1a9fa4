import type { CardId } from '@rapport/domain/ids';
import type { Talk } from '../comments/talk.ts';

/** How far a group has come through its cards; numbers of cards. */
export type Measured = { cards: number; opened: number; discussed: number; untouched: readonly CardId[] };

/** Cards somebody has said something about, settled or not. */
const discussedIn = ({ comments }: Talk): ReadonlySet<string> =>
  new Set(
    [...comments.values()]
      .filter(({ subject, withdrawn }) => subject.kind === 'card' && !withdrawn)
      .map(({ subject }) => subject.id),
  );

/** Tells of each card whether nobody has looked at it or said anything about it, as far as the group knows. */
export const untouchedIn = (talk: Talk): ((card: CardId) => boolean) => {
  const discussed = discussedIn(talk);
  return (card) => !talk.opened.has(card) && !discussed.has(card);
};

/** Counts what of these cards has been looked at; whoever says something about a card has looked at it. */
export const measureCoverage = (talk: Talk, cards: readonly CardId[]): Measured => {
  const discussed = discussedIn(talk);
  const untouched = cards.filter(untouchedIn(talk));
  return {
    cards: cards.length,
    opened: cards.length - untouched.length,
    discussed: cards.filter((card) => discussed.has(card)).length,
    untouched,
  };
};
