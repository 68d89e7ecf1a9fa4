import { useMemo, useSyncExternalStore } from 'react';
import type { BoardRecords } from '@rapport/board/board-records';
import type { Card } from '@rapport/domain/card';
import type { CardId } from '@rapport/domain/ids';
import type { BoardContent } from '../board/board-session.ts';

/** A card as a list shows it: where it lies is of no concern there. */
type ListedCard = Omit<Card, 'position'>;

const looksLike = (one: Card, other: Card): boolean =>
  (Object.keys(other) as (keyof Card)[]).every((key) => key === 'position' || one[key] === other[key]);

const reader = (records: BoardRecords, id: CardId): (() => ListedCard | null) => {
  let shown: Card | null = null;
  return () => {
    const now = records.card(id);
    if (shown === null || now === null || !looksLike(shown, now)) shown = now;
    return shown;
  };
};

/** The card, another object only when something other than its place has changed; null when there is none. */
export const useListedCard = ({ records }: BoardContent, id: CardId): ListedCard | null => {
  const read = useMemo(() => reader(records, id), [records, id]);
  return useSyncExternalStore((listener) => records.subscribe(id, listener), read);
};
