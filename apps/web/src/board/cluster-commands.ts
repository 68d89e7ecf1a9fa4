import { layOutCluster } from '@rapport/board/lay-out-cluster';
import { moveCards } from '@rapport/board/move-cards';
import { colourCluster } from '@rapport/board/set-cluster';
import type { ClusterId } from '@rapport/domain/ids';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { clusterTitle, isDenied } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { around, cardRect } from './geometry.ts';
import { settle } from './settle.ts';

/** The tints there are, each with a pattern of its own. */
export const TINTS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
type Tint = (typeof TINTS)[number];

/** Gives a cluster another tint and pattern. */
export const tint = (session: BoardSession, rights: BoardRights, cluster: ClusterId, colour: Tint): void => {
  if (isDenied(rights.cluster)) return;
  if (!session.perform((doc, origin) => colourCluster(doc, cluster, colour, origin))) return;
  announce(translateNow('cluster.said.tinted', { tint: translateNow(`cluster.tint.${colour}`) }));
};

/** Gathers a cluster's cards into a block where its first one lies. */
export const gather = (session: BoardSession, rights: BoardRights, cluster: ClusterId): void => {
  if (isDenied(rights.edit)) return;
  const members = session.records.membersOf(cluster);
  const block = around(members.map(({ position }) => cardRect(position)));
  if (block === null) return;
  const spots = layOutCluster(members.length, [block.x, block.y]);
  const moves = members.flatMap(({ id }, n) => {
    const position = spots[n];
    return position === undefined ? [] : [{ id, position }];
  });
  settle(session);
  if (!session.perform((doc, origin) => moveCards(doc, moves, origin))) return;
  announce(translateNow('cluster.said.gathered', { cluster: clusterTitle(session, cluster), count: members.length }));
};
