import type { BoardRecords } from '@rapport/board/board-records';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type * as Y from 'yjs';
import type { Translate } from '../messages/use-t.ts';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import type { BoardSession } from './board-session.ts';

/** What others do is said together, so long after the first of it, ms: one at a time, nobody could hear anything else. */
const TELL_AFTER_MS = 4000;
/** More than this is only counted. */
const MOST_SENTENCES = 3;

/** Which cards lie where, as far as it is worth telling. */
type Standing = { cards: ReadonlyMap<CardId, ClusterId | null>; clusters: ReadonlySet<ClusterId> };

const standing = (records: BoardRecords): Standing => ({
  cards: new Map(records.cardIds().map((id) => [id, records.card(id)?.cluster ?? null])),
  clusters: new Set(records.clusterIds()),
});

/** What others have changed and is yet to be said. A card counts once: as what it came to. */
class Changes {
  readonly #added = new Set<CardId>();
  readonly #moved = new Set<CardId>();
  readonly #gone = new Set<CardId>();
  readonly #clusters = new Set<ClusterId>();

  take(before: Standing, now: Standing): boolean {
    for (const [id, cluster] of now.cards) {
      if (!before.cards.has(id)) {
        this.#gone.delete(id);
        this.#added.add(id);
      } else if (before.cards.get(id) !== cluster && !this.#added.has(id)) this.#moved.add(id);
    }
    for (const id of before.cards.keys()) {
      if (now.cards.has(id)) continue;
      this.#moved.delete(id);
      // Came and went between two announcements: nothing to say.
      if (!this.#added.delete(id)) this.#gone.add(id);
    }
    for (const id of now.clusters) if (!before.clusters.has(id)) this.#clusters.add(id);
    return this.#added.size + this.#moved.size + this.#gone.size + this.#clusters.size > 0;
  }

  /** In the fewest sentences that say what came, where; a new cluster is told with its cards. */
  tell(t: Translate, records: BoardRecords): string[] {
    const title = (id: ClusterId | null): string | null =>
      id === null ? null : records.cluster(id)?.title.trim() || t('board.cluster.untitled');
    const byCluster = (ids: Iterable<CardId>): [ClusterId | null, number][] =>
      [...Map.groupBy(ids, (id) => records.card(id)?.cluster ?? null)].map(([id, some]) => [id, some.length]);
    const moved = byCluster(this.#moved);
    const told = new Set(moved.map(([id]) => id));
    const sentences = [
      ...byCluster(this.#added).map(([id, count]) =>
        id === null ? t('news.added', { count }) : t('news.addedIn', { count, cluster: title(id) ?? '' }),
      ),
      ...moved.map(([id, count]) =>
        id === null ? t('news.loose', { count }) : t('news.moved', { count, cluster: title(id) ?? '' }),
      ),
      ...[...this.#clusters]
        .filter((id) => records.cluster(id) !== null && !told.has(id))
        .map((id) => t('news.cluster', { cluster: title(id) ?? '' })),
      ...(this.#gone.size > 0 ? [t('news.gone', { count: this.#gone.size })] : []),
    ];
    if (sentences.length <= MOST_SENTENCES) return sentences;
    return [t('news.many', { count: this.#added.size + this.#moved.size + this.#gone.size + this.#clusters.size })];
  }
}

/** Tells screen readers what others do on the board; returns how to stop. What this page does it says itself. */
export const watchNews = (session: BoardSession): (() => void) => {
  let changes = new Changes();
  let timer: number | null = null;
  const say = (): void => {
    timer = null;
    for (const sentence of changes.tell(translateNow, session.records)) announce(sentence);
    changes = new Changes();
  };
  const follow = (doc: Y.Doc, records: BoardRecords): (() => void) => {
    let before = standing(records);
    let dirty = false;
    const collect = (): void => {
      if (!dirty) return;
      dirty = false;
      const now = standing(records);
      const any = changes.take(before, now);
      before = now;
      if (any) timer ??= window.setTimeout(say, TELL_AFTER_MS);
    };
    const soon = (): void => {
      collect();
      checking = null;
    };
    // Not at every change: others may drag fifty cards at once.
    let checking: number | null = null;
    const begins = (transaction: Y.Transaction): void => {
      if (transaction.local) collect();
    };
    const ended = (transaction: Y.Transaction): void => {
      if (transaction.local) before = standing(records);
      else {
        dirty = true;
        checking ??= window.setTimeout(soon, TELL_AFTER_MS / 4);
      }
    };
    doc.on('beforeTransaction', begins);
    doc.on('afterTransaction', ended);
    return () => {
      doc.off('beforeTransaction', begins);
      doc.off('afterTransaction', ended);
      if (checking !== null) window.clearTimeout(checking);
    };
  };
  let stop: (() => void) | null = null;
  // What is there when somebody comes is read with the page.
  const begin = (): void => {
    stop?.();
    stop = session.live.store.getState().loaded ? follow(session.doc, session.records) : null;
  };
  const stops = [
    session.content.subscribe(begin),
    session.live.store.subscribe((now, was) => now.loaded !== was.loaded && begin()),
  ];
  begin();
  return () => {
    for (const end of stops) end();
    stop?.();
    if (timer !== null) window.clearTimeout(timer);
  };
};
