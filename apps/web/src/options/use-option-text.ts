import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { OptionRecords } from '@rapport/board/option-records';
import { readOptions, type BoardOption } from '@rapport/board/read-options';
import type { OptionId } from '@rapport/domain/ids';
import type * as Y from 'yjs';
import { useStore } from 'zustand';
import type { BoardSession } from '../board/board-session.ts';
import { useOpenBoard } from '../board/use-board.ts';

/** One set of records for each document, for as long as the document itself is kept. */
const known = new WeakMap<Y.Doc, OptionRecords>();

const recordsOf = (doc: Y.Doc): OptionRecords => {
  const records = known.get(doc) ?? new OptionRecords(doc);
  known.set(doc, records);
  return records;
};

/** An option's live text; null when it is not on the board (yet). */
export const useOptionText = (session: BoardSession, id: OptionId): BoardOption | null => {
  const doc = useStore(session.content, (content) => content.doc);
  return useSyncExternalStore(
    useCallback((listener) => recordsOf(doc).subscribe(id, listener), [doc, id]),
    () => recordsOf(doc).option(id),
  );
};

/** Titles of all options as one text: the same until one of them changes. */
const titlesOf = (session: BoardSession | null): string =>
  session === null
    ? '{}'
    : JSON.stringify(Object.fromEntries(readOptions(session.doc).map(({ id, title }) => [id, title])));

/** What an option is called on the board that is open in this page; null without a title, or without such a board. */
export const useOptionTitles = (): ((id: OptionId) => string | null) => {
  const session = useOpenBoard((store) => store.session);
  const subscribe = useCallback(
    (listener: () => void) => {
      if (session === null) return () => undefined;
      let stop = recordsOf(session.doc).subscribe('any', listener);
      const stopContent = session.content.subscribe(({ doc }) => {
        stop();
        stop = recordsOf(doc).subscribe('any', listener);
        listener();
      });
      return () => {
        stop();
        stopContent();
      };
    },
    [session],
  );
  const titles = useSyncExternalStore(subscribe, () => titlesOf(session));
  return useMemo(() => {
    const byId = JSON.parse(titles) as Readonly<Record<string, string>>;
    return (id) => byId[id]?.trim() || null;
  }, [titles]);
};
