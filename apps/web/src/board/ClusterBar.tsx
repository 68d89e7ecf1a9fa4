import type { ClusterId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { clearSelection } from './board-ui.ts';
import styles from './BoardView.module.css';
import { actOnCluster, useClusterItems } from './cluster-items.ts';
import { focusSoon } from './focus-element.ts';
import { fold } from './fold-cluster.ts';
import { useBoardContent, useCluster } from './use-board.ts';

/** What can be done with the cluster that was last chosen. */
export const ClusterBar = ({ session, rights, id }: { session: BoardSession; rights: BoardRights; id: ClusterId }) => {
  const t = useT();
  const cluster = useCluster(useBoardContent(session), id);
  const items = useClusterItems(session, rights, id);
  if (cluster === null) return null;
  const title = cluster.title.trim() === '' ? t('board.cluster.untitled') : cluster.title;
  return (
    <div role="group" aria-label={t('cluster.chosen', { cluster: title })} className={styles['selection']}>
      <span className={`${styles['count']} ${styles['name']}`} dir="auto">
        {title}
      </span>
      <Button
        size="small"
        isDisabled={rights.cluster !== null}
        onPress={() => session.ui.setState({ renaming: { cluster: id, where: 'board' } })}
      >
        {t('outline.rename')}
      </Button>
      <Button
        size="small"
        isDisabled={rights.edit !== null}
        onPress={() => fold(session, rights, id, !cluster.collapsed)}
      >
        {t(cluster.collapsed ? 'cluster.unfold' : 'cluster.fold')}
      </Button>
      <Button
        size="small"
        isDisabled={rights.cluster !== null}
        onPress={() => session.ui.setState({ dialog: { kind: 'tint', cluster: id } })}
      >
        {t('cluster.tint')}
      </Button>
      <Menu
        label={t('outline.clusterMenu', { title })}
        icon={<MoreIcon />}
        items={items.filter(({ id: item }) => !['rename', 'fold', 'tint'].includes(item))}
        onAction={(item) => actOnCluster(session, rights, id, item, 'board')}
      />
      <Button
        size="small"
        aria-label={t('board.selection.clear')}
        onPress={() => {
          clearSelection(session.ui);
          focusSoon(session, id);
        }}
      >
        ✕
      </Button>
    </div>
  );
};
