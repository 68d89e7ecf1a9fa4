import type * as Y from 'yjs';
import type { Card } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { EntryRecords } from './entry-records.ts';
import { cardsOf, clustersOf } from './layout.ts';
import { readCard, readCluster, type BoardCluster } from './read-board.ts';
import { Subscribers, type TouchListener } from './subscribers.ts';

/**
 * What to listen to: one card or cluster by id (a cluster also speaks when its members change, move or go), `ids` for
 * which cards and clusters there are, `loose` for the cards without a cluster, `any` for everything.
 */
export type BoardTopic = CardId | ClusterId | 'ids' | 'loose' | 'any';

type ClusterEntry = NonNullable<ReturnType<typeof readCluster>>;

/** Reading order: from top to bottom, then from the left; ids keep it the same for everybody. */
const inReadingOrder = (one: Card, other: Card): number =>
  one.position[1] - other.position[1] || one.position[0] - other.position[0] || (one.id < other.id ? -1 : 1);

const NONE: readonly Card[] = [];

/**
 * A board as immutable records, made for `useSyncExternalStore`: every getter returns the same object until what it
 * shows has changed, and all listeners of a transaction are called once, after it. One deep observer a root feeds it;
 * the document is never copied as a whole.
 */
export class BoardRecords {
  readonly #doc: Y.Doc;
  readonly #entries: EntryRecords<Card>;
  readonly #clusterEntries: EntryRecords<ClusterEntry>;
  /** Cards as shown: without a cluster where theirs does not exist. */
  readonly #cards = new Map<string, Card>();
  readonly #clusters = new Map<string, BoardCluster>();
  /** Members by the cluster id they name, whether it exists or not. */
  readonly #named = new Map<string, Set<string>>();
  readonly #members = new Map<string, readonly Card[]>();
  readonly #subscribers = new Subscribers();
  readonly #flush: () => void;
  #cardIds: readonly CardId[] | null = null;
  #binnedIds: readonly CardId[] | null = null;
  #clusterIds: readonly ClusterId[] | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#clusterEntries = new EntryRecords(clustersOf(doc), readCluster, (id) => this.#clusterChanged(id));
    this.#entries = new EntryRecords(cardsOf(doc), readCard, (id, now, before) => this.#cardChanged(id, now, before));
    for (const entry of this.#entries.values()) this.#name(entry.id, entry.cluster);
    for (const entry of this.#entries.values()) this.#cards.set(entry.id, this.#shown(entry));
    this.#flush = () => this.#subscribers.flush();
    doc.on('afterTransaction', this.#flush);
  }

  /** The card, in the bin or not; null when there is none. `alsoIn` is as written: some of it may be gone. */
  card(id: CardId): Card | null {
    return this.#cards.get(id) ?? null;
  }

  /** The cluster with the number of its live cards; null when there is none. */
  cluster(id: ClusterId): BoardCluster | null {
    const entry = this.#clusterEntries.get(id);
    if (entry === undefined) return null;
    const known = this.#clusters.get(id);
    if (known !== undefined) return known;
    const cluster = { ...entry, cards: this.membersOf(id).length };
    this.#clusters.set(id, cluster);
    return cluster;
  }

  /** Ids of live cards, sorted by id. */
  cardIds(): readonly CardId[] {
    this.#cardIds ??= [...this.#cards.values()]
      .filter((card) => !card.binned)
      .map((card) => card.id)
      .toSorted();
    return this.#cardIds;
  }

  /** Ids of cards in the bin, sorted by id. */
  binnedIds(): readonly CardId[] {
    this.#binnedIds ??= [...this.#cards.values()]
      .filter((card) => card.binned)
      .map((card) => card.id)
      .toSorted();
    return this.#binnedIds;
  }

  /** Ids of clusters, sorted by id. */
  clusterIds(): readonly ClusterId[] {
    this.#clusterIds ??= [...this.#clusterEntries.values()].map((cluster) => cluster.id).toSorted();
    return this.#clusterIds;
  }

  /** Live cards of a cluster, or of none (null), in reading order. */
  membersOf(cluster: ClusterId | null): readonly Card[] {
    const key = cluster ?? 'loose';
    const known = this.#members.get(key);
    if (known !== undefined) return known;
    const candidates =
      cluster === null
        ? [...this.#cards.values()]
        : [...(this.#named.get(cluster) ?? [])].map((id) => this.#cards.get(id)).filter((card) => card !== undefined);
    const live = candidates.filter((card) => card.cluster === cluster && !card.binned).toSorted(inReadingOrder);
    const members = live.length === 0 ? NONE : live;
    this.#members.set(key, members);
    return members;
  }

  /**
   * Calls `listener` once after each transaction that changed the topic, with every topic but `any` that it changed;
   * returns how to stop.
   */
  subscribe(topic: BoardTopic, listener: TouchListener): () => void {
    return this.#subscribers.add(topic, listener);
  }

  /** Stops following the document. */
  dispose(): void {
    this.#doc.off('afterTransaction', this.#flush);
    this.#entries.dispose();
    this.#clusterEntries.dispose();
  }

  #shown(card: Card): Card {
    return card.cluster === null || this.#clusterEntries.get(card.cluster) !== undefined
      ? card
      : { ...card, cluster: null };
  }

  #name(id: string, cluster: ClusterId | null): void {
    if (cluster === null) return;
    const named = this.#named.get(cluster) ?? new Set();
    this.#named.set(cluster, named.add(id));
  }

  #cardChanged(id: string, now: Card | null, before: Card | null): void {
    if (before !== null && before.cluster !== now?.cluster) this.#unname(id, before.cluster);
    if (now !== null) this.#name(id, now.cluster);
    this.#show(id, now);
  }

  #unname(id: string, cluster: ClusterId | null): void {
    if (cluster === null) return;
    const named = this.#named.get(cluster);
    named?.delete(id);
    if (named?.size === 0) this.#named.delete(cluster);
  }

  /** Puts the record that is shown in place and forgets every list it was or is on. */
  #show(id: string, entry: Card | null): void {
    const before = this.#cards.get(id);
    const now = entry === null ? undefined : this.#shown(entry);
    if (now === undefined) this.#cards.delete(id);
    else this.#cards.set(id, now);
    this.#subscribers.touch(id);
    if (before !== undefined) this.#forgetMembers(before.cluster);
    if (now !== undefined) this.#forgetMembers(now.cluster);
    if (before?.binned !== now?.binned) {
      this.#cardIds = null;
      this.#binnedIds = null;
      this.#subscribers.touch('ids');
    }
  }

  #forgetMembers(cluster: ClusterId | null): void {
    this.#members.delete(cluster ?? 'loose');
    if (cluster !== null) this.#clusters.delete(cluster);
    this.#subscribers.touch(cluster ?? 'loose');
  }

  #clusterChanged(id: string): void {
    this.#clusters.delete(id);
    this.#clusterIds = null;
    this.#subscribers.touch(id);
    this.#subscribers.touch('ids');
    for (const member of this.#named.get(id) ?? []) {
      const entry = this.#entries.get(member);
      const shown = this.#cards.get(member);
      if (entry !== undefined && shown !== undefined && this.#shown(entry).cluster !== shown.cluster) {
        this.#show(member, entry);
      }
    }
  }
}
