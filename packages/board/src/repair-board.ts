import * as Y from 'yjs';
import { ID_PATTERN } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { OPTION_FIELDS, OPTION_LIMITS } from '@rapport/domain/options';
import { readBodyText } from './body-text.ts';
import { cutText } from './cut-text.ts';
import { ALSO_KEY, CARD_KEYS, CLUSTER_KEYS, TAG_KEY, asMap, cardsOf, clustersOf, optionsOf } from './layout.ts';
import { readClusterId, readColour, readPoint, readTag, readText } from './read-board.ts';
import { repairBody } from './repair-body.ts';
import { replaceText } from './replace-text.ts';
import { isBody, replaceBody } from './set-card-text.ts';

export type RepairContext = {
  /** A reveal is done: a card added from now on says so (P3). Always false for drafts. */
  revealed: boolean;
  /** Keys that came into being in this tick. */
  added: ReadonlySet<string>;
  /** Whether who touched the entry may enter cards for others (P6). */
  mayProxy(key: string): boolean;
  /** How many cards the document may hold; those of this tick beyond it go. */
  maxCards: number;
};

const MARKS = ['late', 'proxy', 'binned', 'finished'] as const;

/**
 * Mends entries of a board or draft document that somebody has just touched, inside the caller's transaction: what is
 * no card, cluster or option goes, wrong values become the nearest right ones, too long texts are cut, unknown keys go, a
 * cluster that does not exist is left. Afterwards these entries read exactly as they are written. Sound entries are
 * not written to.
 */
export const repairBoard = (
  doc: Y.Doc,
  touched: Iterable<{ root: string; key: string }>,
  context: RepairContext,
): void => {
  doc.transact(() => {
    const [cards, clusters] = [cardsOf(doc), clustersOf(doc)];
    if (context.added.size > 0) {
      dropExcess(cards, context.added, context.maxCards);
      dropExcess(clusters, context.added, LIMITS.clustersPerBoard);
    }
    for (const { root, key } of touched) {
      if (root === 'cards' && cards.has(key)) repairCard(cards, key, clusters, context);
      if (root === 'clusters' && clusters.has(key)) repairCluster(clusters, key);
      if (root === 'options') repairOption(optionsOf(doc), key);
    }
  });
};

const dropExcess = (root: Y.Map<unknown>, added: ReadonlySet<string>, limit: number): void => {
  let excess = root.size - limit;
  for (const key of added) {
    if (excess <= 0) return;
    if (!root.has(key)) continue;
    root.delete(key);
    excess -= 1;
  }
};

const repairCard = (cards: Y.Map<unknown>, key: string, clusters: Y.Map<unknown>, context: RepairContext): void => {
  const map = asMap(cards.get(key));
  if (map === null || !ID_PATTERN.test(key)) {
    cards.delete(key);
    return;
  }
  dropUnknownKeys(map, CARD_KEYS, [TAG_KEY, ALSO_KEY]);
  repairMarks(map, TAG_KEY, (text) => readTag(text) === text, LIMITS.tagsPerCard);
  repairMarks(map, ALSO_KEY, (id) => asMap(clusters.get(id)) !== null, LIMITS.linksPerCard);
  repairTitle(map, LIMITS.cardTitle);
  const body = map.get('body');
  if (isBody(body)) repairBody(body);
  else replaceBody(map, cutText(readBodyText(body), LIMITS.cardBody));
  if (readPoint(map.get('position')) === null) map.set('position', [0, 0]);
  if (map.has('cluster')) {
    const cluster = readClusterId(map.get('cluster'));
    if (cluster === null || asMap(clusters.get(cluster)) === null) map.delete('cluster');
  }
  for (const mark of MARKS) if (map.has(mark) && map.get(mark) !== true) map.delete(mark);
  const isNew = context.added.has(key);
  if (isNew && context.revealed && !map.has('late')) map.set('late', true);
  if (isNew && map.has('proxy') && !context.mayProxy(key)) map.delete('proxy');
};

const repairCluster = (clusters: Y.Map<unknown>, key: string): void => {
  const map = asMap(clusters.get(key));
  if (map === null || !ID_PATTERN.test(key)) {
    clusters.delete(key);
    return;
  }
  dropUnknownKeys(map, CLUSTER_KEYS);
  repairTitle(map, LIMITS.clusterTitle);
  const colour = readColour(map.get('colour'));
  if (map.get('colour') !== colour) map.set('colour', colour);
  if (map.has('position') && readPoint(map.get('position')) === null) map.delete('position');
  if (map.has('collapsed') && map.get('collapsed') !== true) map.delete('collapsed');
};

const repairOption = (options: Y.Map<unknown>, key: string): void => {
  const map = asMap(options.get(key));
  if (map === null || !ID_PATTERN.test(key)) {
    if (options.has(key)) options.delete(key);
    return;
  }
  dropUnknownKeys(map, OPTION_FIELDS);
  repairTitle(map, LIMITS.optionTitle);
  for (const field of OPTION_FIELDS) if (field !== 'title') repairText(map, field, OPTION_LIMITS[field]);
};

const dropUnknownKeys = (map: Y.Map<unknown>, known: readonly string[], prefixes: readonly string[] = []): void => {
  for (const key of map.keys()) {
    if (!known.includes(key) && !prefixes.some((prefix) => key.startsWith(prefix))) map.delete(key);
  }
};

/** Tags or further clusters: what is none goes, and of too many those that come last in order. */
const repairMarks = (map: Y.Map<unknown>, prefix: string, isSound: (text: string) => boolean, limit: number): void => {
  const keys = [...map.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  const sound = keys.filter((key) => map.get(key) === true && isSound(key.slice(prefix.length)));
  const kept = new Set(sound.slice(0, limit));
  for (const key of keys) if (!kept.has(key)) map.delete(key);
};

/** A title is a text of plain characters: no formatting, no embeds, no XML, no line ends. */
const repairTitle = (map: Y.Map<unknown>, limit: number): void =>
  mend(map, 'title', readText(map.get('title'), limit).replaceAll(/[\r\n\u2028\u2029]+/g, ' '));

/** The same with paragraphs, each ended by one line feed. */
const repairText = (map: Y.Map<unknown>, key: string, limit: number): void =>
  mend(map, key, readText(map.get(key), limit).replaceAll(/\r\n?|[\u2028\u2029]/g, '\n'));

const mend = (map: Y.Map<unknown>, key: string, wanted: string): void => {
  const text = map.get(key);
  const sound = text instanceof Y.Text && !(text instanceof Y.XmlText) && readBodyText(text) === wanted;
  if (!sound || text.length !== wanted.length) replaceText(map, key, wanted);
};
