import { memo, useCallback, useSyncExternalStore } from 'react';
import type { BoardRecords } from '@rapport/board/board-records';
import type { ClusterId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import type { BoardSession } from './board-session.ts';
import type { BoardUi } from './board-ui.ts';
import tints from './ClusterTints.module.css';
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
  const isChosen = useBoardUi(session, (ui) => ui.cluster === id && ui.selection.size === 0);
  const isTarget = useBoardUi(session, (ui) => ui.dropTarget === id);
  const merges = useBoardUi(session, (ui) => mergesOnDrop(ui, id, content.records));
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
      className={`${styles['cluster']} ${tints[`colour${cluster.colour}`]} ${isTarget ? styles['target'] : ''}`}
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
        className={`${styles['head']} ${isChosen ? styles['chosen'] : ''}`}
      >
        <span className="visually-hidden">{t('board.cluster.kind')}</span>{' '}
        <span dir="auto" className={cluster.title.trim() === '' ? styles['untitled'] : styles['title']}>
          {title}
        </span>{' '}
        <span className={styles['count']}>
          <bdi>{t('board.cluster.count', { count: cluster.cards })}</bdi>
        </span>
        {cluster.collapsed && <span className={styles['fold']}>{t('cluster.folded')}</span>}
      </div>
      {cluster.cards === 0 && !cluster.collapsed && (
        <p dir="auto" className={styles['empty']}>
          {t('board.cluster.empty')}
        </p>
      )}
      {isTarget && (
        <span className={styles['hint']}>
          <bdi>{t(merges ? 'board.drop.merge' : 'board.drop.into', { cluster: title })}</bdi>
        </span>
      )}
    </div>
  );
});
ClusterView.displayName = 'ClusterView';

/** Whether what is about to be dropped here is a whole cluster. */
const mergesOnDrop = ({ dropTarget, dragging }: BoardUi, id: ClusterId, records: BoardRecords): boolean =>
  dropTarget === id && [...dragging].some((one) => records.cluster(one as ClusterId) !== null);
