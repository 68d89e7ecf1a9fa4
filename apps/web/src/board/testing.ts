import { addCard } from '@rapport/board/add-card';
import type { Point } from '@rapport/domain/card';
import type { CardId, ClusterId, GroupId } from '@rapport/domain/ids';
import { Network, until } from '../documents/testing.ts';
import type { BoardRights } from './board-rights.ts';
import { BoardSession } from './board-session.ts';

export const MAY: BoardRights = { edit: null, cluster: null, writesPrivately: false, late: true, leads: false };

/** A board of titled cards, live over the server's own engine. */
export const openBoard = async (
  cards: Readonly<Record<string, Point>>,
): Promise<{ session: BoardSession; network: Network; close: () => void }> => {
  sessionStorage.clear();
  const network = new Network();
  network.server.room.edit((doc) => {
    for (const [id, position] of Object.entries(cards)) {
      addCard(doc, { id: id as CardId, title: `Idea ${id}`, position }, 'server');
    }
  }, performance.now());
  const live = network.open('board.g1');
  const session = new BoardSession({ groupId: 'g1' as GroupId, live, release: () => undefined, undoKey: 'undo' });
  await until(live, ({ loaded }) => loaded);
  return {
    session,
    network,
    close: () => {
      session.dispose();
      network.close();
    },
  };
};

/** What a board says in short: where each card lies and in which cluster (by title). */
export const sketch = ({ records }: BoardSession): Record<string, string> =>
  Object.fromEntries(
    records.cardIds().map((id) => {
      const card = records.card(id);
      const cluster = card?.cluster === null || card === null ? null : records.cluster(card.cluster);
      return [id, `${card?.position.join(',')}${cluster === null ? '' : ` in ${cluster.title}`}`];
    }),
  );

export const card = (id: string): CardId => id as CardId;
export const clusterNamed = ({ records }: BoardSession, title: string): ClusterId => {
  const id = records.clusterIds().find((one) => records.cluster(one)?.title === title);
  if (id === undefined) throw new Error(`no cluster is called ${title}`);
  return id;
};
