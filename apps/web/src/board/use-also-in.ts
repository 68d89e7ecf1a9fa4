import type { ClusterId } from '@rapport/domain/ids';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import type { BoardContent } from './board-session.ts';

/** Titles of the clusters a card is also relevant to, kept up to date; those that have gone are left out. */
export const useAlsoIn = ({ records }: BoardContent, clusters: readonly ClusterId[]): readonly string[] => {
  const t = useT();
  const titles = useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const stops = clusters.map((id) => records.subscribe(id, listener));
        return () => stops.forEach((stop) => stop());
      },
      [records, clusters],
    ),
    // One text for all: compared by value.
    () => JSON.stringify(clusters.flatMap((id) => records.cluster(id)?.title ?? [])),
  );
  return useMemo(
    () => (JSON.parse(titles) as string[]).map((title) => title.trim() || t('board.cluster.untitled')),
    [titles, t],
  );
};

/** Several things in a row as the interface's language lists them. */
export const useListWords = (): ((words: readonly string[]) => string) => {
  const locale = useLocaleStore((state) => state.locale);
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    return (words) => list.format(words);
  }, [locale]);
};
