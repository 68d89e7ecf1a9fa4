import type { ClusterId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { clusterSources } from '../options/cluster-sources.ts';
import { makeOption } from '../options/make-option.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { dissolve, pointAt, type BoardViewName } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { gather } from './cluster-commands.ts';
import { fold } from './fold-cluster.ts';
import { startMoving } from './moving.ts';
import { useBoardContent, useCluster } from './use-board.ts';

type ClusterDeed = 'rename' | 'fold' | 'tint' | 'gather' | 'move' | 'merge' | 'split' | 'option' | 'look' | 'dissolve';

/** What can be done with a cluster, on the board and in the outline alike. */
export const useClusterItems = (
  session: BoardSession,
  rights: BoardRights,
  id: ClusterId,
): (MenuItem & { id: ClusterDeed })[] => {
  const t = useT();
  const cluster = useCluster(useBoardContent(session), id);
  const isDisabled = rights.cluster !== null;
  const noEdit = rights.edit !== null;
  const few = (cluster?.cards ?? 0) < 2;
  return [
    { id: 'rename', label: t('outline.rename'), isDisabled },
    { id: 'fold', label: t(cluster?.collapsed === true ? 'cluster.unfold' : 'cluster.fold'), isDisabled: noEdit },
    { id: 'tint', label: t('cluster.tint'), isDisabled },
    { id: 'gather', label: t('cluster.gather'), isDisabled: noEdit || few },
    { id: 'move', label: t('cluster.move'), isDisabled: noEdit },
    { id: 'merge', label: t('outline.merge'), isDisabled },
    { id: 'split', label: t('cluster.split'), isDisabled: isDisabled || few },
    { id: 'option', label: t('options.fromThis'), isDisabled: noEdit },
    ...(rights.leads ? [{ id: 'look' as const, label: t('board.lookHere') }] : []),
    { id: 'dissolve', label: t('outline.dissolve'), hint: t('outline.dissolveHint'), isDisabled },
  ];
};

/** Does what was chosen for a cluster, or asks for what it needs. */
export const actOnCluster = (
  session: BoardSession,
  rights: BoardRights,
  cluster: ClusterId,
  deed: string,
  where: BoardViewName,
): void => {
  const { ui, records } = session;
  switch (deed as ClusterDeed) {
    case 'rename':
      return ui.setState({ renaming: { cluster, where } });
    case 'fold':
      return fold(session, rights, cluster, records.cluster(cluster)?.collapsed === false);
    case 'gather':
      return gather(session, rights, cluster);
    case 'move':
      return startMoving(session, rights, [], cluster);
    case 'tint':
      return ui.setState({ dialog: { kind: 'tint', cluster } });
    case 'merge':
      return ui.setState({ dialog: { kind: 'merge-cluster', cluster } });
    case 'split':
      return ui.setState({ dialog: { kind: 'split', cluster } });
    case 'option':
      return void makeOption(session.groupId, clusterSources(session, cluster));
    case 'look':
      return void pointAt(session, { kind: 'cluster', id: cluster });
    case 'dissolve':
      return dissolve(session, rights, cluster);
  }
};
