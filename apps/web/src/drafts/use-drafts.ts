import { readDrafts, type DraftCard } from '@rapport/board/read-board';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

type Drafts = { subscribe: (listener: () => void) => () => void; read: () => readonly DraftCard[] };

const follow = (doc: Y.Doc): Drafts => {
  let list: readonly DraftCard[] | null = null;
  return {
    subscribe: (listener) => {
      // One person's cards: few enough to be read again at every change.
      const forget = (): void => {
        list = null;
        listener();
      };
      // Something may have been written between the first look and now.
      list = null;
      doc.on('afterTransaction', forget);
      return () => doc.off('afterTransaction', forget);
    },
    read: () => (list ??= readDrafts(doc).filter((draft) => !draft.binned)),
  };
};

/** The cards of one's own draft document, in an order that stays. */
export const useDrafts = (doc: Y.Doc): readonly DraftCard[] => {
  const drafts = useMemo(() => follow(doc), [doc]);
  return useSyncExternalStore(drafts.subscribe, drafts.read);
};
