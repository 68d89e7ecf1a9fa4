import type { EarlierBoard } from '@rapport/protocol/history';
import { useT } from '../messages/use-t.ts';
import styles from './History.module.css';

/** An earlier board as a list, cluster by cluster, for looking only. */
export const EarlierBoardView = ({ board }: { board: EarlierBoard }) => {
  const t = useT();
  const live = board.cards.filter((card) => !card.binned);
  const parts = [
    ...board.clusters.map(({ id, title }) => ({ id: String(id), title, cluster: id })),
    { id: 'none', title: t('history.uncategorised'), cluster: null },
  ]
    .map((part) => ({ ...part, cards: live.filter((card) => card.cluster === part.cluster) }))
    .filter(({ cards, cluster }) => cards.length > 0 || cluster !== null);
  if (live.length === 0 && board.clusters.length === 0) return <p>{t('history.empty')}</p>;
  return (
    <div className={styles['board']}>
      {parts.map(({ id, title, cards }) => (
        <section key={id}>
          <h3 dir="auto">{title}</h3>
          <ul className={styles['cards']}>
            {cards.map((card) => (
              <li key={card.id} dir="auto">
                <strong>{card.title}</strong>
                {card.body !== '' && <span className={styles['text']}>{card.body}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
