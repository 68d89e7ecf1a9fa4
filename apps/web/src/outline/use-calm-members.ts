import type { BoardRecords } from '@rapport/board/board-records';
import type { Card } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { useMemo, useSyncExternalStore } from 'react';
import type { BoardContent } from '../board/board-session.ts';

/** Least time between two orders of a list, ms: a line that jumps away while others move cards cannot be read. */
const CALM_MS = 500;

const follow = (
  records: BoardRecords,
  cluster: ClusterId | null,
): { subscribe: (listener: () => void) => () => void; read: () => readonly CardId[] } => {
  let ids: readonly CardId[] | null = null;
  const read = (): readonly CardId[] => (ids ??= records.membersOf(cluster).map((card) => card.id));
  return {
    read,
    subscribe: (listener) => {
      let changedAt = Number.NEGATIVE_INFINITY;
      let timer: ReturnType<typeof setTimeout> | null = null;
      const show = (): void => {
        if (timer !== null) clearTimeout(timer);
        timer = null;
        changedAt = performance.now();
        ids = null;
        listener();
      };
      const changed = (): void => {
        const now = records.membersOf(cluster);
        if (ids !== null && sameOrder(ids, now)) return;
        const wait = changedAt + CALM_MS - performance.now();
        // What has come or gone is seen at once, above all by whoever did it.
        if (ids === null || ids.length !== now.length || wait <= 0) show();
        else timer ??= setTimeout(show, wait);
      };
      // Something may have been written between the first look and now.
      ids = null;
      const stop = records.subscribe(cluster ?? 'loose', changed);
      return () => {
        stop();
        if (timer !== null) clearTimeout(timer);
      };
    },
  };
};

const sameOrder = (ids: readonly CardId[], cards: readonly Card[]): boolean =>
  ids.length === cards.length && ids.every((id, index) => id === cards[index]?.id);

/** Ids of a cluster's cards, or of those in none, in reading order; a new order shows at once, the next a moment later. */
export const useCalmMembers = ({ records }: BoardContent, cluster: ClusterId | null): readonly CardId[] => {
  const members = useMemo(() => follow(records, cluster), [records, cluster]);
  return useSyncExternalStore(members.subscribe, members.read);
};
