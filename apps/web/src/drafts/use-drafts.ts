import { DraftRecords } from '@rapport/board/draft-records';
import type { DraftCard } from '@rapport/board/read-board';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

type Drafts = {
  subscribe: (listener: () => void) => () => void;
  read: () => readonly DraftCard[];
  dispose: () => void;
};

const follow = (doc: Y.Doc): Drafts => {
  const records = new DraftRecords(doc);
  let list: readonly DraftCard[] | null = null;
  return {
    subscribe: (listener) => {
      // One person's cards: few enough to be read again at every change.
      const forget = (): void => {
        list = null;
        listener();
      };
      doc.on('afterTransaction', forget);
      return () => doc.off('afterTransaction', forget);
    },
    read: () =>
      (list ??= records
        .cardIds()
        .map((id) => records.card(id))
        .filter((card) => card !== null)),
    dispose: () => records.dispose(),
  };
};

/** The cards of one's own draft document, in an order that stays. */
export const useDrafts = (doc: Y.Doc): readonly DraftCard[] => {
  const drafts = useMemo(() => follow(doc), [doc]);
  useEffect(() => () => drafts.dispose(), [drafts]);
  return useSyncExternalStore(drafts.subscribe, drafts.read);
};
