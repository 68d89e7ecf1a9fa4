import { memo, useCallback } from 'react';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { TalkBadge } from '../comments/TalkBadge.tsx';
import { useCardAuthor } from '../connection/authors-store.ts';
import { useT } from '../messages/use-t.ts';
import { AuthorMark } from './AuthorMark.tsx';
import type { BoardContent, BoardSession } from './board-session.ts';
import { cardTitle } from './card-title.ts';
import { placeCard } from './place-card.ts';
import styles from './CardView.module.css';
import { useAlsoIn, useListWords } from './use-also-in.ts';
import { useBoardContent, useBoardUi, useCardFace, useClusterTitle } from './use-board.ts';

/** A card at rest; its name is all that it says. Where it lies is written by hand (`placeCard`). */
export const CardView = memo(({ session, id }: { session: BoardSession; id: CardId }) => {
  const t = useT();
  const content = useBoardContent(session);
  const card = useCardFace(content, id);
  const cluster = useClusterTitle(content, card?.cluster ?? null);
  const shown = useCardAuthor(id);
  const selected = useBoardUi(session, (ui) => ui.selection.has(id));
  const focused = useBoardUi(session, (ui) => ui.focused === id);
  const lifted = useBoardUi(session, (ui) => ui.dragging.has(id) || ui.moving?.cards.includes(id) === true);
  const dimmed = useBoardUi(session, (ui) => ui.shown?.has(id) === false);
  const isTarget = useBoardUi(session, (ui) => ui.dropTarget === id);
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      if (element === null) session.elements.delete(id);
      else {
        session.elements.set(id, element);
        placeCard(session, id);
      }
    },
    [session, id],
  );
  const writer = useBoardUi(session, (ui) => ui.writers.get(id));
  if (card === null || card.binned) return null;
  const order = focused ? session.index.inOrder() : null;
  const classes = [
    styles['card'],
    selected && styles['selected'],
    lifted && styles['lifted'],
    isTarget && styles['target'],
    dimmed && styles['dimmed'],
    shown !== null && styles['attributed'],
    card.tags.length > 0 && styles['tagged'],
  ];
  return (
    <div
      ref={attach}
      role="option"
      aria-selected={selected}
      {...(order !== null && { 'aria-posinset': order.indexOf(id) + 1, 'aria-setsize': order.length })}
      tabIndex={focused ? 0 : -1}
      data-card-id={id}
      className={classes.filter(Boolean).join(' ')}
    >
      <div className={styles['text']} title={card.body === '' ? card.title : `${card.title}\n${card.body}`}>
        <p dir="auto" className={card.title.trim() === '' ? styles['untitled'] : styles['title']}>
          <span className="visually-hidden">{t('board.card.kind')}</span> {cardTitle(t, card)}
          {dimmed && <span className="visually-hidden">{t('filter.dimmed')}</span>}
          {cluster !== null && (
            <span className="visually-hidden">
              {t('board.card.inCluster', { cluster: cluster || t('board.cluster.untitled') })}
            </span>
          )}
        </p>
        {card.body !== '' && (
          <p dir="auto" className={styles['body']}>
            {card.body}
          </p>
        )}
      </div>
      {card.tags.length > 0 && (
        <p className={styles['tags']}>
          <span className="visually-hidden">{t('tags.of')}</span>
          {card.tags.map((tag) => (
            <span key={tag} dir="auto">
              {tag}
            </span>
          ))}
        </p>
      )}
      {card.alsoIn.length > 0 && <AlsoIn content={content} clusters={card.alsoIn} />}
      {shown !== null && (
        <p className={styles['author']}>
          <AuthorMark shown={shown} />
        </p>
      )}
      <TalkBadge card={id} className={styles['talk']} />
      {card.late && (
        <span className={styles['late']}>
          <bdi>{t('board.card.late')}</bdi>
        </span>
      )}
      {card.proxy && (
        <span className={styles['proxy']}>
          <bdi>{t('board.card.proxy')}</bdi>
        </span>
      )}
      {writer !== undefined && <span className="visually-hidden">{writer}</span>}
      {isTarget && (
        <span className={styles['hint']}>
          <bdi>{t('board.drop.group')}</bdi>
        </span>
      )}
    </div>
  );
});
CardView.displayName = 'CardView';

const AlsoIn = ({ content, clusters }: { content: BoardContent; clusters: readonly ClusterId[] }) => {
  const t = useT();
  const titles = useAlsoIn(content, clusters);
  const listed = useListWords();
  return titles.length > 0 && <span className="visually-hidden">{t('links.of', { clusters: listed(titles) })}</span>;
};
