import { useEffect } from 'react';
import { create } from 'zustand';
import type { CardId, GroupId } from '@rapport/domain/ids';
import { live } from '../connection/live.ts';

/** One's own cards on a board, as the server knew them when it was last asked: the document knows no author. */
const useOwnCards = create<{ groupId: GroupId | null; cards: ReadonlySet<CardId> }>(() => ({
  groupId: null,
  cards: new Set(),
}));

/** Asks which cards are one's own now. */
export const askOwnCards = async (groupId: GroupId): Promise<void> => {
  const outcome = await live.command('card.mine', { groupId });
  if (outcome.ok) useOwnCards.setState({ groupId, cards: new Set(outcome.value.cardIds) });
};

/** Whether a card is known to be one's own. */
export const useKnownOwn = (groupId: GroupId, card: CardId): boolean =>
  useOwnCards((own) => own.groupId === groupId && own.cards.has(card));

/** Whether a card is one's own; asks once for whoever shows it. */
export const useIsOwnCard = (groupId: GroupId, card: CardId): boolean => {
  useEffect(() => void askOwnCards(groupId), [groupId]);
  return useKnownOwn(groupId, card);
};
