import type { GroupState } from '@rapport/protocol/group-state';
import { cardTitle } from '../board/card-title.ts';
import { useT } from '../messages/use-t.ts';
import { groupName } from '../ui/group-name.ts';
import { PaperMarking } from './PaperMarking.tsx';
import styles from './Print.module.css';
import { cutOutPages, titleSize, type PrintedCluster } from './printed-board.ts';

/** Eight cards a page with lines to cut along. Each carries the marking: cut out, it has no page any more. */
export const CutOuts = ({ state, clusters }: { state: GroupState; clusters: readonly PrintedCluster[] }) => {
  const t = useT();
  return cutOutPages(clusters).map((page, number) => (
    <section key={number} className={styles['cutPage']}>
      <p className={styles['marking']}>
        <PaperMarking symposium={state.symposium} /> · <bdi>{groupName(t, state)}</bdi> ·{' '}
        <span dir="auto">{state.question}</span>
      </p>
      <div className={styles['cutGrid']}>
        {page.map(({ card, cluster }) => {
          const title = cardTitle(t, card);
          return (
            <article key={card.id} className={styles['cutOut']}>
              <p className={`${styles['cutTitle']} ${styles[titleSize(title)]}`} dir="auto">
                {title}
              </p>
              {card.body !== '' && (
                <p className={styles['cutBody']} dir="auto">
                  {card.body}
                </p>
              )}
              <p className={styles['cutFoot']}>
                <PaperMarking symposium={state.symposium} />
                <br />
                <bdi>{groupName(t, state)}</bdi>
                {cluster !== null && cluster.title.trim() !== '' && (
                  <>
                    {' · '}
                    <span dir="auto">{cluster.title}</span>
                  </>
                )}
              </p>
            </article>
          );
        })}
      </div>
      <p className={styles['marking']}>
        <PaperMarking symposium={state.symposium} />
      </p>
    </section>
  ));
};
