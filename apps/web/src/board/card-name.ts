import type { Card } from '@rapport/domain/card';
import type { Translate } from '../messages/use-t.ts';

export const cardTitle = (t: Translate, card: Pick<Card, 'title' | 'body'>): string => {
  const title = card.title.trim();
  return title === '' ? (card.body.trim().split('\n')[0] ?? '') || t('board.card.untitled') : title;
};

/**
 * What a card is called aloud: all that is to be seen on it, in the order in which it stands there (so that it can be
 * called by what one reads), then where it belongs.
 */
export const cardName = (t: Translate, card: Card, cluster: string | null): string => {
  const seen = [
    cardTitle(t, card),
    ...(card.body === '' || card.title.trim() === '' ? [] : [card.body.replace(/\s+/g, ' ').trim()]),
    ...(card.late ? [t('board.card.late')] : []),
    ...(card.proxy ? [t('board.card.proxy')] : []),
  ];
  const title = seen.join(', ');
  return cluster === null ? t('board.card.name', { title }) : t('board.card.nameInCluster', { title, cluster });
};
