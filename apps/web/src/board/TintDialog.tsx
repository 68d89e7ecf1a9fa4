import type { ClusterId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { clusterTitle } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { tint, TINTS } from './cluster-commands.ts';
import tints from './ClusterTints.module.css';
import styles from './TintDialog.module.css';
import { useBoardContent, useCluster } from './use-board.ts';

/** Eight tints, each with a pattern and both in words: a press takes one at once. */
export const TintDialog = ({
  session,
  rights,
  cluster,
  onClose,
}: {
  session: BoardSession;
  rights: BoardRights;
  cluster: ClusterId;
  onClose: () => void;
}) => {
  const t = useT();
  const now = useCluster(useBoardContent(session), cluster);
  return (
    <Dialog title={t('cluster.tint.title', { cluster: clusterTitle(session, cluster) })} isOpen onClose={onClose}>
      <div className={styles['tints']}>
        {TINTS.map((colour) => (
          <button
            key={colour}
            type="button"
            aria-pressed={now?.colour === colour}
            className={styles['tint']}
            onClick={() => {
              tint(session, rights, cluster, colour);
              onClose();
            }}
          >
            <span aria-hidden="true" className={`${styles['swatch']} ${tints[`colour${colour}`]}`} />
            {t(`cluster.tint.${colour}`)}
          </button>
        ))}
      </div>
    </Dialog>
  );
};
