import type { DocumentId } from '@rapport/domain/document-id';
import { useSession } from '../session/session-store.ts';
import { LiveDocument } from './live-document.ts';

type Open = { live: LiveDocument; users: number };

/** Documents open in this page, by tab and id: another seat in the same tab must never see what this one opened. */
const open = new Map<string, Open>();

const syncAddress = (): string => `${location.origin.replace(/^http/, 'ws')}/sync`;

/**
 * Opens a document of the server, or shares the one that is open already. After the last `release` it stays until
 * everything written in it is on disk.
 */
export const openDocument = (documentId: DocumentId): { live: LiveDocument; release: () => void } => {
  const tab = useSession.getState().tab ?? '';
  const key = `${tab} ${documentId}`;
  let entry = open.get(key);
  if (entry === undefined) {
    entry = { live: new LiveDocument({ url: syncAddress(), documentId, params: { tab } }), users: 0 };
    open.set(key, entry);
  }
  entry.users += 1;
  const one = entry;
  let released = false;
  return {
    live: one.live,
    release: () => {
      if (released) return;
      released = true;
      one.users -= 1;
      closeWhenSaved(key, one);
    },
  };
};

const closeWhenSaved = (key: string, one: Open): void => {
  const close = (): boolean => {
    if (one.users > 0) return true;
    const { saved, connection } = one.live.store.getState();
    if (saved.kind !== 'saved' && connection.kind !== 'ended') return false;
    open.delete(key);
    one.live.destroy();
    return true;
  };
  if (close()) return;
  const unsubscribe = one.live.store.subscribe(() => {
    if (close()) unsubscribe();
  });
};

/** Leaving the page would lose what is only here. */
window.addEventListener('beforeunload', (event) => {
  for (const { live } of open.values()) {
    const { saved, connection } = live.store.getState();
    if (saved.kind !== 'saved' && connection.kind !== 'ended') event.preventDefault();
  }
});
