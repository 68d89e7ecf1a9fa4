import type * as Y from 'yjs';
import type { ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { BoardDeed } from './board-deed.ts';
import { cutText } from './cut-text.ts';
import { clustersOf } from './layout.ts';
import { performDeed } from './perform-deed.ts';
import { readCluster } from './read-board.ts';

/** Gives a cluster a title (cut at the limit). Returns the inverse; null when it has gone or has that title already. */
export const renameCluster = (doc: Y.Doc, id: ClusterId, title: string, origin: unknown): BoardDeed | null => {
  const now = readCluster(clustersOf(doc).get(id), id);
  if (now === null) return null;
  const to = cutText(title, LIMITS.clusterTitle);
  return performDeed(
    doc,
    { name: 'rename-cluster', changes: [{ cluster: id, key: 'title', from: now.title, to }] },
    origin,
  );
};
