import { collapseCluster } from '@rapport/board/set-cluster';
import type { Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { clusterTitle, isDenied } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { select } from './board-ui.ts';
import { clusterRegion } from './cluster-region.ts';
import { freePlace, occupies } from './free-place.ts';
import { cardRect } from './geometry.ts';

/**
 * Folds a cluster to its title for everybody, or opens it again. Also while clusters are locked: nothing changes about
 * what belongs together. What was put where its cards lay is left alone: they come out beside it.
 */
export const fold = (session: BoardSession, rights: BoardRights, cluster: ClusterId, folded: boolean): void => {
  if (isDenied(rights.edit)) return;
  const { ui, records } = session;
  const moves = folded ? [] : wayOut(session, cluster);
  if (!session.perform((doc, origin) => collapseCluster(doc, cluster, folded, origin, moves))) return;
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

/** Where the cards of a folded cluster lie free of everything else; none where they still do. */
const wayOut = ({ records, index }: BoardSession, cluster: ClusterId): { id: CardId; position: Point }[] => {
  const members = records.membersOf(cluster);
  const region = clusterRegion(
    members.map((card) => cardRect(card.position)),
    null,
  );
  if (region === null) return [];
  const others = [...index.allRegions()].flatMap(([id, rect]) => (id === cluster ? [] : [rect]));
  const loose = [...index.cards.entries()].map(([, rect]) => rect);
  const [x, y] = freePlace([region.x, region.y], region, occupies([...others, ...loose]));
  const [dx, dy] = [x - region.x, y - region.y];
  if (dx === 0 && dy === 0) return [];
  return members.map(({ id, position }) => ({ id, position: [position[0] + dx, position[1] + dy] }));
};
