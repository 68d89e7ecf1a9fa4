import * as Y from 'yjs';
import type { ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { BoardChange, BoardDeed, ClusterSeed } from './board-deed.ts';
import { ALSO_KEY, TAG_KEY, cardMap, cardsOf, clusterMap, clustersOf } from './layout.ts';
import { readCard, readCluster } from './read-board.ts';
import { replaceText } from './replace-text.ts';

/** Clusters come before the cards that go into them and leave after the cards that leave them. */
const turn = (change: BoardChange): number => {
  if (change.key !== 'exists') return 1;
  return change.to === null ? 2 : 0;
};

/** A mark is there or it is not. */
const setMark = (map: Y.Map<unknown>, key: string, isThere: boolean): void => {
  if (isThere) map.set(key, true);
  else map.delete(key);
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

type ClusterValue = Extract<BoardChange, { cluster: ClusterId; key: 'collapsed' | 'colour' | 'position' }>;

const samePlace = (one: readonly number[] | null, other: readonly number[] | null): boolean =>
  one === null || other === null ? one === other : samePoint(one, other);

const performClusterValue = (
  doc: Y.Doc,
  change: ClusterValue,
  now: ReturnType<typeof readCluster>,
): BoardChange | null => {
  const map = clusterMap(doc, change.cluster);
  if (map === null || now === null) return null;
  switch (change.key) {
    case 'collapsed':
      if (now.collapsed !== change.from || change.to === change.from) return null;
      setMark(map, 'collapsed', change.to);
      return { ...change, from: change.to, to: change.from };
    case 'colour':
      if (now.colour !== change.from || change.to === change.from) return null;
      map.set('colour', change.to);
      return { ...change, from: change.to, to: change.from };
    case 'position':
      if (!samePlace(now.position, change.from) || samePlace(change.from, change.to)) return null;
      if (change.to === null) map.delete('position');
      else map.set('position', change.to);
      return { ...change, from: change.to, to: change.from };
  }
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
  if (change.key === 'collapsed' || change.key === 'colour' || change.key === 'position') {
    return performClusterValue(doc, change, now);
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
  change: Exclude<BoardChange, { cluster: ClusterId; key: 'title' | 'exists' | 'collapsed' | 'colour' | 'position' }>,
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
    case 'tag': {
      const isFull = change.to && now.tags.length >= LIMITS.tagsPerCard;
      if (now.tags.includes(change.tag) !== change.from || change.to === change.from || isFull) return null;
      setMark(map, TAG_KEY + change.tag, change.to);
      return { ...change, from: change.to, to: change.from };
    }
    case 'also': {
      const isFull = change.to && now.alsoIn.length >= LIMITS.linksPerCard;
      if (now.alsoIn.includes(change.also) !== change.from || change.to === change.from || isFull) return null;
      if (change.to && clusterMap(doc, change.also) === null) return null;
      setMark(map, ALSO_KEY + change.also, change.to);
      return { ...change, from: change.to, to: change.from };
    }
    case 'binned':
      if (now.binned !== change.from || change.to === change.from) return null;
      setMark(map, 'binned', change.to);
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
