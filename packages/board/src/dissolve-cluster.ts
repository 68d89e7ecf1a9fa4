import type * as Y from 'yjs';
import type { ClusterId } from '@rapport/domain/ids';
import { membershipChanges } from './assign-cards.ts';
import type { BoardChange, BoardDeed } from './board-deed.ts';
import { clustersOf } from './layout.ts';
import { performDeed } from './perform-deed.ts';
import { readBoard, readCluster } from './read-board.ts';

/** Ends a cluster; its cards stay where they are, without one. Returns the inverse; null when it has gone already. */
export const dissolveCluster = (doc: Y.Doc, id: ClusterId, origin: unknown): BoardDeed | null => {
  const members = readBoard(doc).cards.filter((card) => card.cluster === id);
  const changes = [...membershipChanges(doc, null, members), ...endOfCluster(doc, id)];
  return performDeed(doc, { name: 'dissolve-cluster', changes }, origin);
};

/** The change that ends a cluster as it stands now; none when there is no such cluster. */
export const endOfCluster = (doc: Y.Doc, id: ClusterId): BoardChange[] => {
  const now = readCluster(clustersOf(doc).get(id), id);
  if (now === null) return [];
  const { title, colour, position } = now;
  return [{ cluster: id, key: 'exists', from: { title, colour, position }, to: null }];
};
