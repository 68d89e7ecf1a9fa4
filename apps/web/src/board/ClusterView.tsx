import { memo, useCallback, useSyncExternalStore } from 'react';
import type { ClusterId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import type { BoardSession } from './board-session.ts';
import styles from './ClusterView.module.css';
import { useBoardContent, useBoardUi, useCluster } from './use-board.ts';

/** A cluster as a tinted region around its members, with its title where one grasps it. */
export const ClusterView = memo(({ session, id }: { session: BoardSession; id: ClusterId }) => {
  const t = useT();
  const content = useBoardContent(session);
  const cluster = useCluster(content, id);
  const region = useSyncExternalStore(
    (listener) => content.index.onChange(listener),
    () => content.index.region(id),
  );
  const focused = useBoardUi(session, (ui) => ui.focused === id);
  const isTarget = useBoardUi(session, (ui) => ui.dropTarget === id);
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      if (element === null) session.elements.delete(id);
      else session.elements.set(id, element);
    },
    [session, id],
  );
  if (cluster === null || region === null) return null;
  const title = cluster.title.trim() === '' ? t('board.cluster.untitled') : cluster.title;
  const order = focused ? session.index.inOrder() : null;
  return (
    <div
      ref={attach}
      role="presentation"
      className={`${styles['cluster']} ${styles[`colour${cluster.colour}`]} ${isTarget ? styles['target'] : ''}`}
      style={{
        transform: `translate(${region.x}px, ${region.y}px)`,
        width: region.width,
        height: region.height,
      }}
    >
      <div
        role="option"
        aria-selected={false}
        {...(order !== null && { 'aria-posinset': order.indexOf(id) + 1, 'aria-setsize': order.length })}
        tabIndex={focused ? 0 : -1}
        data-cluster-id={id}
        className={styles['head']}
      >
        <span className="visually-hidden">{t('board.cluster.kind')}</span>{' '}
        <span dir="auto" className={cluster.title.trim() === '' ? styles['untitled'] : styles['title']}>
          {title}
        </span>{' '}
        <span className={styles['count']}>
          <bdi>{t('board.cluster.count', { count: cluster.cards })}</bdi>
        </span>
      </div>
      {cluster.cards === 0 && (
        <p dir="auto" className={styles['empty']}>
          {t('board.cluster.empty')}
        </p>
      )}
      {isTarget && (
        <span className={styles['hint']}>
          <bdi>{t('board.drop.into', { cluster: title })}</bdi>
        </span>
      )}
    </div>
  );
});
ClusterView.displayName = 'ClusterView';
