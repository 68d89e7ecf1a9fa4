import type { CardId, ClusterId } from '@rapport/domain/ids';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { isDenied, moveBy } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { moveClusterBy } from './drop-cluster.ts';
import type { Direction } from './spatial-neighbour.ts';

/** Board px a step goes. */
const STEP = { fine: 16, coarse: 112 } as const;

const VECTORS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** From now on arrows move these cards, or a whole cluster: without dragging, by keys or by the buttons of the bar. */
export const startMoving = (
  session: BoardSession,
  rights: BoardRights,
  cards: readonly CardId[],
  cluster: ClusterId | null = null,
): void => {
  const moved = cluster === null ? [...cards] : session.records.membersOf(cluster).map(({ id }) => id);
  if ((moved.length === 0 && cluster === null) || isDenied(rights.edit)) return;
  session.ui.setState({ moving: { cards: moved, cluster, dx: 0, dy: 0 } });
  announce(
    cluster === null
      ? translateNow('board.said.moving', { count: moved.length })
      : translateNow('cluster.said.moving', { count: moved.length }),
  );
};

/** One step of what is being moved; nothing is written until it is placed. */
export const nudge = (session: BoardSession, direction: Direction, step: keyof typeof STEP): void => {
  const { moving } = session.ui.getState();
  if (moving === null) return;
  const [x, y] = VECTORS[direction];
  const next = { ...moving, dx: moving.dx + x * STEP[step], dy: moving.dy + y * STEP[step] };
  session.ui.setState({ moving: next });
  shift(session, next, next.dx, next.dy);
  const place = session.index.placeOf(next.cluster ?? next.cards[0] ?? '');
  if (place !== null) session.camera.reveal({ ...place, x: place.x + next.dx, y: place.y + next.dy });
};

/** Ends moving without dragging: keeps the new places or puts everything back. */
export const stopMoving = (session: BoardSession, rights: BoardRights, keep: boolean): void => {
  const { moving } = session.ui.getState();
  if (moving === null) return;
  const { cards, cluster, dx, dy } = moving;
  session.ui.setState({ moving: null });
  shift(session, moving, 0, 0);
  if (keep && cluster !== null) moveClusterBy(session, rights, cluster, [dx, dy]);
  else if (keep) moveBy(session, rights, cards, dx, dy);
  announce(translateNow(keep ? 'board.said.placed' : 'board.said.putBack'));
};

type Moved = { cards: readonly CardId[]; cluster: ClusterId | null };

const shift = ({ elements }: BoardSession, { cards, cluster }: Moved, dx: number, dy: number): void => {
  for (const id of cluster === null ? cards : [...cards, cluster]) {
    const element = elements.get(id);
    if (element !== undefined) element.style.translate = dx === 0 && dy === 0 ? '' : `${dx}px ${dy}px`;
  }
};
