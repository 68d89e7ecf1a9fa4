import type { Card } from '@rapport/domain/card';
import type { GroupState } from '@rapport/protocol/group-state';
import { AuthorMark } from '../board/AuthorMark.tsx';
import type { BoardContent } from '../board/board-session.ts';
import { cardTitle } from '../board/card-title.ts';
import { useCardAuthor } from '../connection/authors-store.ts';
import { useT } from '../messages/use-t.ts';
import { BoardMap } from './BoardMap.tsx';
import { groupName } from '../ui/group-name.ts';
import { PaperMarking } from './PaperMarking.tsx';
import styles from './Print.module.css';
import type { PaperSize, PrintedCluster } from './printed-board.ts';

/**
 * The board as it lies, then cluster by cluster with every word. A table, because browsers repeat its head and foot on
 * every page: the marking has to stand on each.
 */
export const PrintedBoard = ({
  state,
  content,
  clusters,
  paper,
}: {
  state: GroupState;
  content: BoardContent;
  clusters: readonly PrintedCluster[];
  paper: PaperSize;
}) => {
  const t = useT();
  const { attribution, symposium } = state;
  // Paper leaves the room: the same as for a file holds for it.
  const named = attribution === 'named' && !symposium.chathamHouse;
  return (
    <table className={`${styles['board']} ${styles[paper]}`}>
      <thead>
        <tr>
          <td>
            <p className={styles['marking']}>
              <PaperMarking symposium={symposium} />
            </p>
            <p className={styles['about']}>
              <span dir="auto">{symposium.title}</span> · <bdi>{groupName(t, state)}</bdi>
            </p>
            <h1 className={styles['question']} dir="auto">
              {state.question}
            </h1>
          </td>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td>
            <p className={styles['marking']}>
              <PaperMarking symposium={symposium} />
            </p>
          </td>
        </tr>
      </tfoot>
      <tbody>
        <tr>
          <td>
            <BoardMap content={content} />
            {clusters.map((one) => (
              <Cluster key={one.cluster?.id ?? ''} content={content} printed={one} named={named} />
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
};

const Cluster = ({
  content,
  printed: { cluster, cards },
  named,
}: {
  content: BoardContent;
  printed: PrintedCluster;
  named: boolean;
}) => {
  const t = useT();
  const title = cluster === null ? t('outline.loose') : cluster.title.trim() || t('board.cluster.untitled');
  return (
    <section className={styles['cluster']}>
      <h2 className={`${styles['head']} ${cluster === null ? '' : styles[`colour${cluster.colour}`]}`}>
        <span dir="auto">{title}</span>
        <span className={styles['count']}>{t('board.cluster.count', { count: cards.length })}</span>
      </h2>
      <div className={styles['cards']}>
        {cards.map((card) => (
          <PrintedCard key={card.id} content={content} card={card} named={named} />
        ))}
      </div>
    </section>
  );
};

const PrintedCard = ({ content, card, named }: { content: BoardContent; card: Card; named: boolean }) => {
  const t = useT();
  const shown = useCardAuthor(card.id);
  const also = card.alsoIn
    .map((id) => content.records.cluster(id)?.title.trim())
    .filter((title) => title !== undefined && title !== '');
  return (
    <article className={styles['card']}>
      <p className={styles['title']} dir="auto">
        {cardTitle(t, card)}
      </p>
      {card.body !== '' && (
        <p className={styles['body']} dir="auto">
          {card.body}
        </p>
      )}
      {card.tags.length > 0 && (
        <p className={styles['small']} dir="auto">
          {card.tags.map((tag) => `#${tag}`).join('  ')}
        </p>
      )}
      {also.length > 0 && <p className={styles['small']}>{t('print.alsoIn', { clusters: also.join(' · ') })}</p>}
      {(card.late || card.proxy) && (
        <p className={styles['small']}>
          {[card.late && t('board.card.late'), card.proxy && t('board.card.proxy')].filter(Boolean).join(' · ')}
        </p>
      )}
      {named && shown?.author !== undefined && (
        <p className={styles['small']}>
          <AuthorMark shown={shown} />
        </p>
      )}
    </article>
  );
};
