import * as Y from 'yjs';
import { CLUSTER_COLOURS, type Card, type Cluster, type Point } from '@rapport/domain/card';
import { ID_PATTERN, type CardId, type ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { readBodyText } from './body-text.ts';
import { cutText } from './cut-text.ts';
import { ALSO_KEY, TAG_KEY, asMap, cardsOf, clustersOf } from './layout.ts';

/** A card of somebody's own draft document; `finished` ones are in the next reveal's set (P4). */
export type DraftCard = Card & { finished: boolean };

/** A cluster with where it stands when it is empty, and how many live cards it has. */
export type BoardCluster = Cluster & { position: Point | null; collapsed: boolean; cards: number };

export type Board = { cards: Card[]; clusters: BoardCluster[] };

/** Further out than any board reaches, px. Beyond it pointers lose their precision. */
const FAR = 1_000_000;

/** `[x, y]` in board px when the value is two finite numbers within reach; else null. */
export const readPoint = (value: unknown): Point | null => {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [x, y] = value as unknown[];
  return typeof x === 'number' && typeof y === 'number' && Math.abs(x) <= FAR && Math.abs(y) <= FAR ? [x, y] : null;
};

/** Text of at most `limit` characters; a string in place of a text is read as the text it holds. */
export const readText = (value: unknown, limit: number): string => {
  const text = value instanceof Y.Text ? readBodyText(value) : typeof value === 'string' ? value : '';
  return cutText(text, limit);
};

/** The id when it could be one. */
export const readClusterId = (value: unknown): ClusterId | null =>
  typeof value === 'string' && ID_PATTERN.test(value) ? (value as ClusterId) : null;

/** The colour, 1–8; 1 when there is no such colour. */
export const readColour = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= CLUSTER_COLOURS ? value : 1;

/** A tag as it is kept: one line without spaces at its ends, composed; null when nothing is left or it is too long. */
export const readTag = (text: unknown): string | null => {
  if (typeof text !== 'string') return null;
  const tag = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return tag === '' || tag.length > LIMITS.tag ? null : tag;
};

/** What stands behind a prefix among the keys of a map, the sound ones in order, up to a limit. */
const readMarks = <T extends string>(
  map: Y.Map<unknown>,
  prefix: string,
  read: (text: unknown) => T | null,
  limit: number,
): T[] => {
  const marks: T[] = [];
  for (const key of map.keys()) {
    if (!key.startsWith(prefix) || map.get(key) !== true) continue;
    const mark = read(key.slice(prefix.length));
    if (mark !== null && `${prefix}${mark}` === key) marks.push(mark);
  }
  return marks.toSorted().slice(0, limit);
};

/**
 * One entry of the root of cards as a record; null when it is no card at all. Never throws, whatever stands there:
 * a wrong title reads as empty, a wrong position as the origin. `cluster` is as written: whether it exists is the
 * board's to know (`readBoard`, `BoardRecords`).
 */
export const readCard = (entry: unknown, id: string): Card | null => {
  const map = asMap(entry);
  if (map === null || !ID_PATTERN.test(id)) return null;
  return {
    id: id as CardId,
    title: readText(map.get('title'), LIMITS.cardTitle),
    body: cutText(readBodyText(map.get('body')), LIMITS.cardBody),
    position: readPoint(map.get('position')) ?? [0, 0],
    cluster: readClusterId(map.get('cluster')),
    late: map.get('late') === true,
    proxy: map.get('proxy') === true,
    binned: map.get('binned') === true,
    tags: readMarks(map, TAG_KEY, readTag, LIMITS.tagsPerCard),
    alsoIn: readMarks(map, ALSO_KEY, readClusterId, LIMITS.linksPerCard),
  };
};

/** One entry of the root of clusters; null when it is no cluster. Never throws. */
export const readCluster = (entry: unknown, id: string): Omit<BoardCluster, 'cards'> | null => {
  const map = asMap(entry);
  if (map === null || !ID_PATTERN.test(id)) return null;
  return {
    id: id as ClusterId,
    title: readText(map.get('title'), LIMITS.clusterTitle),
    colour: readColour(map.get('colour')),
    position: readPoint(map.get('position')),
    collapsed: map.get('collapsed') === true,
  };
};

/** One entry of a draft document; null when it is no card. */
export const readDraft = (entry: unknown, id: string): DraftCard | null => {
  const card = readCard(entry, id);
  return card === null ? null : { ...card, cluster: null, finished: asMap(entry)?.get('finished') === true };
};

/** Ids are random, so this order is the same for everybody and says nothing about who wrote what when. */
const byId = (one: { id: string }, other: { id: string }): number =>
  one.id < other.id ? -1 : Number(one.id > other.id);

/**
 * The whole board as plain values, in order of ids, binned cards included (`binned` says so). A card whose cluster
 * does not exist has none; a cluster stays until it is dissolved, also without cards.
 */
export const readBoard = (doc: Y.Doc): Board => {
  const clusters = new Map<string, BoardCluster>();
  for (const [id, entry] of clustersOf(doc)) {
    const cluster = readCluster(entry, id);
    if (cluster !== null) clusters.set(id, { ...cluster, cards: 0 });
  }
  const cards: Card[] = [];
  for (const [id, entry] of cardsOf(doc)) {
    const card = readCard(entry, id);
    if (card === null) continue;
    const cluster = card.cluster === null ? undefined : clusters.get(card.cluster);
    if (cluster === undefined) card.cluster = null;
    else if (!card.binned) cluster.cards += 1;
    card.alsoIn = card.alsoIn.filter((other) => clusters.has(other));
    cards.push(card);
  }
  return { cards: cards.toSorted(byId), clusters: [...clusters.values()].toSorted(byId) };
};

/** The cards of a draft document, in order of ids. */
export const readDrafts = (doc: Y.Doc): DraftCard[] =>
  [...cardsOf(doc)]
    .map(([id, entry]) => readDraft(entry, id))
    .filter((card) => card !== null)
    .toSorted(byId);
