import type { DocumentId } from '@rapport/domain/document-id';
import { keeperOf, seatKey } from '../session/seat-storage.ts';
import { useSession } from '../session/session-store.ts';
import { LiveDocument, type LiveDocumentState, type WatchTouched } from './live-document.ts';
import { PageSocket } from './tunnel-socket.ts';

type Open = { live: LiveDocument; users: number };

/**
 * What can be said about all documents of the page together; `changes` are those not known to be on disk, `kept` says
 * whether this device keeps all of them when the page is closed.
 */
export type OverallState = {
  kind: 'saved' | 'saving' | 'offline' | 'connecting' | 'refused';
  changes: number;
  kept: boolean;
};

/** Documents open in this page, by tab and id: another seat in the same tab must never see what this one opened. */
const open = new Map<string, Open>();

const watchers = new Set<() => void>();
const tell = (): void => {
  for (const watcher of watchers) watcher();
};

/** Calls when anything about the open documents changes. */
export const watchDocuments = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

let overall: OverallState = { kind: 'connecting', changes: 0, kept: true };

/** The worst of all: a line that says Saved must hold for everything. The same object until it changes. */
export const overallState = (): OverallState => {
  const next = worst([...open.values()].map(({ live }) => live.store.getState()));
  const same = next.kind === overall.kind && next.changes === overall.changes && next.kept === overall.kept;
  if (!same) overall = next;
  return overall;
};

const ORDER: readonly OverallState['kind'][] = ['refused', 'offline', 'connecting', 'saving', 'saved'];

type OneState = Pick<LiveDocumentState, 'saved' | 'connection' | 'refusal' | 'loaded' | 'kept'>;

/** Exported for tables of cases. */
export const worst = (states: readonly OneState[]): OverallState => {
  if (states.length === 0) return { kind: 'connecting', changes: 0, kept: true };
  let kind: OverallState['kind'] = 'saved';
  for (const state of states) {
    const one = kindOf(state);
    if (ORDER.indexOf(one) < ORDER.indexOf(kind)) kind = one;
  }
  const changed = states.filter((state) => changesOf(state) > 0);
  return {
    kind,
    changes: changed.reduce((sum, state) => sum + changesOf(state), 0),
    kept: (changed.length > 0 ? changed : states).every((state) => state.kept),
  };
};

const changesOf = ({ saved }: OneState): number => (saved.kind === 'saved' ? 0 : saved.changes);

const kindOf = ({ saved, connection, refusal, loaded }: OneState): OverallState['kind'] => {
  if (refusal !== null || connection.kind === 'ended') return 'refused';
  if (connection.kind === 'offline') return 'offline';
  if (!loaded || connection.kind === 'connecting') return 'connecting';
  return saved.kind;
};

const keyOf = (documentId: DocumentId): string => `${useSession.getState().tab ?? ''} ${documentId}`;

/** The document if it is open already. */
export const openedDocument = (documentId: DocumentId): LiveDocument | null =>
  open.get(keyOf(documentId))?.live ?? null;

const syncAddress = (): string => `${location.origin.replace(/^http/, 'ws')}/sync`;

/** Under the seat's name, so that signing out wipes it. */
const copyName = (documentId: DocumentId): string =>
  seatKey(keeperOf(useSession.getState().me), `document.${documentId}`);

/**
 * Opens a document of the server, or shares the one that is open already. After the last `release` it stays until
 * everything written in it is on disk. `watchTouched` notes which texts are written; a document always has the same.
 */
export const openDocument = (
  documentId: DocumentId,
  watchTouched?: WatchTouched,
): { live: LiveDocument; release: () => void } => {
  const tab = useSession.getState().tab ?? '';
  const key = keyOf(documentId);
  let entry = open.get(key);
  if (entry === undefined) {
    // The provider uses of a WebSocket what ours has.
    const socket = PageSocket as unknown as typeof WebSocket;
    const copy = { name: copyName(documentId), tab };
    const touched = watchTouched && { watchTouched };
    const live = new LiveDocument({ url: syncAddress(), documentId, params: { tab }, copy, socket, ...touched });
    entry = { live, users: 0 };
    open.set(key, entry);
    entry.live.store.subscribe(tell);
    tell();
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
    tell();
    return true;
  };
  if (close()) return;
  const unsubscribe = one.live.store.subscribe(() => {
    if (close()) unsubscribe();
  });
};

/** Leaving the page would lose what is only in it. */
window.addEventListener('beforeunload', (event) => {
  for (const { live } of open.values()) if (!live.mayLeave) event.preventDefault();
});
