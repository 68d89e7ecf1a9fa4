import { collapseCluster } from '@rapport/board/set-cluster';
import type { ClusterId } from '@rapport/domain/ids';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { clusterTitle, isDenied } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { select } from './board-ui.ts';

/**
 * Folds a cluster to its title for everybody, or opens it again. Also while clusters are locked: nothing changes about
 * what belongs together.
 */
export const fold = (session: BoardSession, rights: BoardRights, cluster: ClusterId, folded: boolean): void => {
  if (isDenied(rights.edit)) return;
  const { ui, records } = session;
  if (!session.perform((doc, origin) => collapseCluster(doc, cluster, folded, origin))) return;
  const hidden = new Set(records.membersOf(cluster).map(({ id }) => id));
  if (folded) {
    const { selection } = ui.getState();
    select(
      ui,
      [...selection].filter((id) => !hidden.has(id)),
    );
  }
  announce(
    translateNow(folded ? 'cluster.said.folded' : 'cluster.said.unfolded', {
      cluster: clusterTitle(session, cluster),
      count: hidden.size,
    }),
  );
};
