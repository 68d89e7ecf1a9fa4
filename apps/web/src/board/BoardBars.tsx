import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { ClusterBar } from './ClusterBar.tsx';
import { MovingBar } from './MovingBar.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useBoardUi } from './use-board.ts';

/** What can be done with what is chosen on the board: one bar at a time. */
export const BoardBars = ({ session, rights }: { session: BoardSession; rights: BoardRights }) => {
  const moves = useBoardUi(session, (ui) => ui.moving !== null);
  const cluster = useBoardUi(session, (ui) =>
    ui.selection.size > 0 || ui.dragging.size > 0 || ui.editing !== null || ui.renaming !== null ? null : ui.cluster,
  );
  if (moves) return <MovingBar session={session} rights={rights} />;
  if (cluster !== null) return <ClusterBar session={session} rights={rights} id={cluster} />;
  return <SelectionBar session={session} rights={rights} where="board" />;
};
