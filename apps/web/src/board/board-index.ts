import type { BoardRecords } from '@rapport/board/board-records';
import type { Card, Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { clusterRegion, foldedRegion, headerOf } from './cluster-region.ts';
import { around, cardRect, contains, sameRect, type Rect } from './geometry.ts';
import { GridIndex } from './grid-index.ts';
import { readingOrder } from './spatial-neighbour.ts';

/** What has changed: which records, and the parts of the board (board px) that look different; null is all of it. */
export type BoardChange = { touched: ReadonlySet<string>; parts: readonly Rect[] | null };

/**
 * Where everything on the board lies: cards in a grid, the regions of clusters around their members. Cards of a folded
 * cluster lie nowhere until it is opened. Follows the records and tells once per change of the document.
 */
export class BoardIndex {
  readonly cards = new GridIndex();
  /** Cards that are also relevant to another cluster. */
  readonly linked = new Set<CardId>();
  private readonly records: BoardRecords;
  private readonly seen = new Map<CardId, Card>();
  /** Clusters that are folded. */
  private closed: ReadonlySet<ClusterId> = new Set();
  /** Cards that lie in a folded cluster. */
  private readonly folded = new Set<CardId>();
  /** A region that has not changed keeps its identity. */
  private regions = new Map<ClusterId, Rect>();
  private order: string[] | null = null;
  private whole: { rect: Rect | null } | null = null;
  private parts: Rect[] = [];
  private readonly listeners = new Set<(change: BoardChange) => void>();
  private readonly unsubscribe: () => void;

  constructor(records: BoardRecords) {
    this.records = records;
    this.unsubscribe = records.subscribe('any', this.follow);
    this.readAll();
  }

  dispose(): void {
    this.unsubscribe();
    this.listeners.clear();
  }

  onChange(listener: (change: BoardChange) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  region(cluster: ClusterId): Rect | null {
    return this.regions.get(cluster) ?? null;
  }

  allRegions(): ReadonlyMap<ClusterId, Rect> {
    return this.regions;
  }

  /** Where a card, or the head of a cluster, lies. */
  placeOf(id: string): Rect | null {
    const card = this.cards.rectOf(id);
    if (card !== undefined) return card;
    const region = this.regions.get(id as ClusterId);
    return region === undefined ? null : headerOf(region);
  }

  /** What stands for a card in a folded cluster: the cluster. */
  standIn(id: string): string {
    return this.folded.has(id as CardId) ? (this.records.card(id as CardId)?.cluster ?? id) : id;
  }

  /** Everything keys can move to. */
  *places(): Generator<[string, Rect]> {
    yield* this.cards.entries();
    for (const [id, region] of this.regions) yield [id, headerOf(region)];
  }

  /** Ids of cards and clusters from top to bottom, from the left. */
  inOrder(): readonly string[] {
    this.order ??= readingOrder(this.places());
    return this.order;
  }

  /** Around everything; null on an empty board. */
  bounds(): Rect | null {
    this.whole ??= { rect: around([...this.regions.values(), ...[...this.cards.entries()].map(([, rect]) => rect)]) };
    return this.whole.rect;
  }

  cardAt(point: Point, without: ReadonlySet<string>): CardId | null {
    for (const id of this.cards.query({ x: point[0], y: point[1], width: 1, height: 1 })) {
      if (!without.has(id)) return id as CardId;
    }
    return null;
  }

  /** The cluster under a point, by the members that are not being moved; the smallest where several overlap. */
  clusterAt(point: Point, without: ReadonlySet<string>): ClusterId | null {
    let best: { id: ClusterId; area: number } | null = null;
    for (const id of this.regions.keys()) {
      const cluster = this.records.cluster(id);
      const members = this.records.membersOf(id).filter((card) => !without.has(card.id));
      const place = members.length === 0 && without.size > 0 && this.records.membersOf(id).length > 0 ? null : cluster;
      const open = clusterRegion(
        members.map((card) => cardRect(card.position)),
        place?.position ?? null,
      );
      const region = open !== null && cluster?.collapsed === true ? foldedRegion(open) : open;
      if (region === null || !contains(region, point)) continue;
      const area = region.width * region.height;
      if (best === null || area < best.area) best = { id, area };
    }
    return best?.id ?? null;
  }

  private readonly follow = (touched: ReadonlySet<string>): void => {
    // Which cards and clusters there are, and which of them are folded, is the same: only what was touched has moved.
    const all = touched.has('ids');
    this.parts = [];
    if (all) this.readAll();
    else this.readSome(touched);
    this.order = null;
    this.whole = null;
    const change = { touched, parts: all ? null : this.parts };
    for (const listener of this.listeners) listener(change);
  };

  private readSome(touched: ReadonlySet<string>): void {
    for (const id of touched) {
      const card = this.records.card(id as CardId);
      if (card !== null && this.seen.has(card.id)) this.readCard(card);
      const region = this.regionOf(id as ClusterId);
      if (region === null) continue;
      const old = this.regions.get(id as ClusterId);
      if (old !== region) this.parts.push(region, ...(old === undefined ? [] : [old]));
      this.regions.set(id as ClusterId, region);
    }
  }

  private readAll(): void {
    const ids = this.records.cardIds();
    this.closed = new Set(this.records.clusterIds().filter((id) => this.records.cluster(id)?.collapsed === true));
    let gone = this.seen.size;
    for (const id of ids) {
      const card = this.records.card(id);
      if (card === null) continue;
      if (this.seen.has(id)) gone -= 1;
      this.readCard(card);
    }
    if (gone > 0) {
      const live = new Set(ids);
      for (const id of this.seen.keys()) {
        if (live.has(id)) continue;
        this.seen.delete(id);
        this.folded.delete(id);
        this.linked.delete(id);
        this.cards.delete(id);
      }
    }
    const regions = new Map<ClusterId, Rect>();
    for (const id of this.records.clusterIds()) {
      const region = this.regionOf(id);
      if (region !== null) regions.set(id, region);
    }
    this.regions = regions;
  }

  private readCard(card: Card): void {
    const before = this.seen.get(card.id);
    const isFolded = card.cluster !== null && this.closed.has(card.cluster);
    if (before === card && this.folded.has(card.id) === isFolded) return;
    this.seen.set(card.id, card);
    this.place(card, isFolded, before);
    if (card.alsoIn.length > 0) this.linked.add(card.id);
    else this.linked.delete(card.id);
  }

  /** Around a cluster's members as they lie now: the same object while it has not changed; null where there is none. */
  private regionOf(id: ClusterId): Rect | null {
    const cluster = this.records.cluster(id);
    if (cluster === null) return null;
    const members = this.records.membersOf(id).map((card) => cardRect(card.position));
    const open = clusterRegion(members, cluster.position ?? [0, 0]);
    if (open === null) return null;
    const region = this.closed.has(id) ? foldedRegion(open) : open;
    const old = this.regions.get(id);
    return old !== undefined && sameRect(old, region) ? old : region;
  }

  private place(card: Card, isFolded: boolean, before: Card | undefined): void {
    const old = this.cards.rectOf(card.id);
    if (isFolded) {
      this.folded.add(card.id);
      this.cards.delete(card.id);
    } else if (this.folded.delete(card.id) || before?.position !== card.position) {
      this.cards.set(card.id, cardRect(card.position));
    }
    const now = this.cards.rectOf(card.id);
    if (old !== now) this.parts.push(...[old, now].filter((rect) => rect !== undefined));
  }
}
