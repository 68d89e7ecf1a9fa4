import type { Card } from '@rapport/domain/card';
import type { Translate } from '../messages/use-t.ts';

export const cardTitle = (t: Translate, card: Pick<Card, 'title' | 'body'>): string => {
  const title = card.title.trim();
  return title === '' ? (card.body.trim().split('\n')[0] ?? '') || t('board.card.untitled') : title;
};

/** What a card is called aloud: its title, where it belongs, and its marks. */
export const cardName = (t: Translate, card: Card, cluster: string | null): string => {
  const title = cardTitle(t, card);
  const parts = [
    cluster === null ? t('board.card.name', { title }) : t('board.card.nameInCluster', { title, cluster }),
    ...(card.late ? [t('board.card.late')] : []),
    ...(card.proxy ? [t('board.card.proxy')] : []),
  ];
  return parts.join(', ');
};
