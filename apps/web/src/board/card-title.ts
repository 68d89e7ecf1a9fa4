import type { Card } from '@rapport/domain/card';
import type { Translate } from '../messages/use-t.ts';

/** What a card is called: its title, else the first line of its text, else that it has none. */
export const cardTitle = (t: Translate, card: Pick<Card, 'title' | 'body'>): string => {
  const title = card.title.trim();
  return title === '' ? (card.body.trim().split('\n')[0] ?? '') || t('board.card.untitled') : title;
};
