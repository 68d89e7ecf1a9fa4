import * as Y from 'yjs';
import type { ClusterId } from '@rapport/domain/ids';
import type { BoardChange, BoardDeed, ClusterSeed } from './board-deed.ts';
import { cardMap, cardsOf, clusterMap, clustersOf } from './layout.ts';
import { readCard, readCluster } from './read-board.ts';
import { replaceText } from './replace-text.ts';

/** Clusters come before the cards that go into them and leave after the cards that leave them. */
const turn = (change: BoardChange): number => {
  if (change.key !== 'exists') return 1;
  return change.to === null ? 2 : 0;
};

const samePoint = (one: readonly number[], other: readonly number[]): boolean =>
  one[0] === other[0] && one[1] === other[1];

/** A cluster with a title and a place, ready for the root. */
const newCluster = (seed: ClusterSeed): Y.Map<unknown> =>
  new Y.Map<unknown>([
    ['title', new Y.Text(seed.title)],
    ['colour', seed.colour],
    ...(seed.position === null ? [] : [['position', seed.position] as [string, unknown]]),
  ]);

const hasLiveCards = (doc: Y.Doc, id: ClusterId): boolean => {
  for (const entry of cardsOf(doc).values()) {
    if (entry instanceof Y.Map && entry.get('cluster') === id && entry.get('binned') !== true) return true;
  }
  return false;
};

const performClusterChange = (doc: Y.Doc, change: Extract<BoardChange, { cluster: ClusterId }>): BoardChange | null => {
  const id = change.cluster;
  const now = readCluster(clustersOf(doc).get(id), id);
  if (change.key === 'title') {
    const map = clusterMap(doc, id);
    if (map === null || now?.title !== change.from || change.to === change.from) return null;
    replaceText(map, 'title', change.to);
    return { ...change, from: change.to, to: change.from };
  }
  if (change.to !== null) {
    if (now !== null) return null;
    clustersOf(doc).set(id, newCluster(change.to));
    return { ...change, from: change.to, to: null };
  }
  // Somebody named it or put a card into it since: then it is theirs too and stays.
  if (now === null || now.title !== change.from?.title || hasLiveCards(doc, id)) return null;
  clustersOf(doc).delete(id);
  return { ...change, from: null, to: { title: now.title, colour: now.colour, position: now.position } };
};

const performCardChange = (
  doc: Y.Doc,
  change: Exclude<BoardChange, { cluster: ClusterId; key: 'title' | 'exists' }>,
): BoardChange | null => {
  const map = cardMap(doc, change.card);
  const now = map === null ? null : readCard(map, change.card);
  if (map === null || now === null) return null;
  switch (change.key) {
    case 'position':
      if (!samePoint(now.position, change.from) || samePoint(change.from, change.to)) return null;
      map.set('position', change.to);
      return { ...change, from: change.to, to: change.from };
    case 'cluster': {
      const cluster = now.cluster !== null && clustersOf(doc).has(now.cluster) ? now.cluster : null;
      if (cluster !== change.from || change.to === change.from) return null;
      if (change.to !== null && clusterMap(doc, change.to) === null) return null;
      if (change.to === null) map.delete('cluster');
      else map.set('cluster', change.to);
      return { ...change, from: change.to, to: change.from };
    }
    case 'binned':
      if (now.binned !== change.from || change.to === change.from) return null;
      if (change.to) map.set('binned', true);
      else map.delete('binned');
      return { ...change, from: change.to, to: change.from };
  }
};

/**
 * Performs a deed in one transaction with the given origin and returns its inverse. Changes whose `from` no longer
 * stands are left out, because somebody else has been there since; null when nothing was left to do.
 */
export const performDeed = (doc: Y.Doc, deed: BoardDeed, origin: unknown): BoardDeed | null => {
  const undone: BoardChange[] = [];
  doc.transact(() => {
    for (const change of deed.changes.toSorted((one, other) => turn(one) - turn(other))) {
      const inverse = 'cluster' in change ? performClusterChange(doc, change) : performCardChange(doc, change);
      if (inverse !== null) undone.push(inverse);
    }
  }, origin);
  return undone.length === 0 ? null : { name: deed.name, changes: undone };
};
