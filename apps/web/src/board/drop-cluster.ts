import { moveCards } from '@rapport/board/move-cards';
import { moveCluster } from '@rapport/board/set-cluster';
import type { Point } from '@rapport/domain/card';
import type { ClusterId } from '@rapport/domain/ids';
import { isDenied, merge } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { headerOf } from './cluster-region.ts';
import { contains } from './geometry.ts';

/** Moves a whole cluster by board px, as one step to undo: its cards, or its own place when it has none. */
export const moveClusterBy = (
  session: BoardSession,
  rights: BoardRights,
  cluster: ClusterId,
  [dx, dy]: Point,
): void => {
  if ((dx === 0 && dy === 0) || isDenied(rights.edit)) return;
  const members = session.records.membersOf(cluster);
  const region = session.index.region(cluster);
  session.perform((doc, origin) => {
    if (members.length > 0) {
      const moves = members.map(({ id, position: [x, y] }) => ({ id, position: [x + dx, y + dy] as Point }));
      return moveCards(doc, moves, origin);
    }
    return region === null ? null : moveCluster(doc, cluster, [region.x + dx, region.y + dy], origin);
  });
};

/** The other cluster whose title is under a point: letting a cluster go there merges the two. */
export const mergeTargetAt = (
  { index }: BoardSession,
  rights: BoardRights,
  cluster: ClusterId,
  point: Point,
): ClusterId | null => {
  if (rights.cluster !== null) return null;
  for (const [id, region] of index.allRegions()) if (id !== cluster && contains(headerOf(region), point)) return id;
  return null;
};

/** Lets a cluster go after a drag: merges it into the one whose title is there, else moves it. */
export const dropCluster = (
  session: BoardSession,
  rights: BoardRights,
  cluster: ClusterId,
  delta: Point,
  point: Point,
): void => {
  const into = mergeTargetAt(session, rights, cluster, point);
  if (into === null) moveClusterBy(session, rights, cluster, delta);
  else merge(session, rights, cluster, into);
};
