import * as Y from 'yjs';
import type { CardId, ClusterId, OptionId } from '@rapport/domain/ids';

/** Roots of `board.<groupId>`. A root can never be deleted, so the list is closed. */
export const BOARD_ROOTS = { cards: 'map', clusters: 'map', options: 'map' } as const;

/** Roots of `draft.<groupId>.<seatId>`: cards of the same shape with `finished`. */
export const DRAFT_ROOTS = { cards: 'map' } as const;

/**
 * Keys of a card's map. `position` is one key: two would cost six thousand times the bytes over a long drag. Marks
 * (`late`, `proxy`, `binned`, `finished`) are `true` or absent, `cluster` is an id or absent. Tags and further clusters
 * are marks too, each under a key of its own (`tag:water`, `also:<cluster id>`), so that two people who add one each
 * never undo each other.
 */
export type CardShape = {
  title: Y.Text;
  body: Y.XmlFragment;
  position: [number, number];
  cluster: ClusterId;
  late: true;
  proxy: true;
  binned: true;
  finished: true;
};
export const CARD_KEYS: readonly (keyof CardShape)[] = [
  'title',
  'body',
  'position',
  'cluster',
  'late',
  'proxy',
  'binned',
  'finished',
];

export const TAG_KEY = 'tag:';
export const ALSO_KEY = 'also:';

/**
 * Keys of a cluster's map; `position` says where an empty cluster stands and may be absent, `collapsed` is
 * `true` or absent.
 */
export type ClusterShape = { title: Y.Text; colour: number; position: [number, number]; collapsed: true };
export const CLUSTER_KEYS: readonly (keyof ClusterShape)[] = ['title', 'colour', 'position', 'collapsed'];

/** The root of cards, of a board or of drafts. Anybody may have written anything into it: its values are unknown. */
export const cardsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('cards');

/** The root of clusters of a board. */
export const clustersOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('clusters');

/** A card's own map; null when there is none or something else stands there. */
export const cardMap = (doc: Y.Doc, id: CardId): Y.Map<unknown> | null => asMap(cardsOf(doc).get(id));

/** A cluster's own map; null when there is none or something else stands there. */
export const clusterMap = (doc: Y.Doc, id: ClusterId): Y.Map<unknown> | null => asMap(clustersOf(doc).get(id));

/** The root of the live texts of a board's options. */
export const optionsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('options');

/** An option's own map; null when there is none or something else stands there. */
export const optionMap = (doc: Y.Doc, id: OptionId): Y.Map<unknown> | null => asMap(optionsOf(doc).get(id));

/** The value when it is a map. */
export const asMap = (value: unknown): Y.Map<unknown> | null =>
  value instanceof Y.Map ? (value as Y.Map<unknown>) : null;
