import { CLOSE } from '@rapport/sync/close-codes';
import { FRAME, readRefusal, tokenFrame } from '@rapport/sync/frames';
import { refusal, type Refusal } from '@rapport/sync/refusals';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SetAside } from './copy-store.ts';
import { FOUND, FOUND_UNSAVED } from './found-changes.ts';
import { followClientId, takeFreshClientId } from './fresh-client-id.ts';
import { LocalCopy } from './local-copy.ts';
import { RemoteChanges } from './remote-changes.ts';
import { SavedState, type Saved } from './saved.ts';
import { covers, joinVectors, type StateVector } from './state-vectors.ts';
import { TouchedCards, type RescuedText, type TouchedTexts } from './touched-cards.ts';

/** Why a document does not come back by itself. */
export type DocumentEnd = 'signed-out' | 'not-allowed' | 'gone' | 'failed';

export type DocumentConnection =
  | { kind: 'connecting' }
  | { kind: 'online' }
  | { kind: 'offline' }
  | { kind: 'ended'; why: DocumentEnd };

export type LiveDocumentState = {
  /** Another one after a refusal: what was refused cannot be taken out of a document again. */
  doc: Y.Doc;
  awareness: Awareness;
  /** True once the stored document is here, or what this device has of it. */
  loaded: boolean;
  /** True while what is written here is kept on this device too. */
  kept: boolean;
  connection: DocumentConnection;
  saved: Saved;
  /** Why the server did not take what was written here, until it is dismissed. */
  refusal: Refusal | null;
  rescued: RescuedText[];
};

export type LiveDocumentOptions = {
  /** Address of the sync endpoint, without the document's id: `ws://host/sync`. */
  url: string;
  documentId: string;
  params: Record<string, string>;
  /** Where this device keeps a copy, and for which session; absent: nowhere. */
  copy?: { name: string; tab: string };
  /** Notes which texts are written here; absent: those of cards. */
  watchTouched?: WatchTouched;
  /** For tests: the pipe. */
  socket?: typeof WebSocket;
};

export type WatchTouched = (doc: Y.Doc) => TouchedTexts;

const watchTouchedCards: WatchTouched = (doc) => new TouchedCards(doc);

type Link = {
  provider: WebsocketProvider;
  remote: RemoteChanges;
  touched: TouchedTexts;
  /** What the server is known to have on disk. */
  durable: StateVector;
  close(): void;
};

/** Fresh documents in a row that the server does not take before we give up. */
const RENEWALS = 2;

/**
 * One document of the server, live in this page: keeps the connection, says what is on disk, and starts again with a
 * fresh document when the server refuses what was written here. Changes made without a connection are kept on this
 * device where it can, else in the page's memory, until it is back.
 */
export class LiveDocument {
  readonly documentId: string;
  readonly store: StoreApi<LiveDocumentState>;
  /** Resolves when the server is asked: when what this device has is here. */
  readonly asked: Promise<void>;
  private readonly options: LiveDocumentOptions;
  private readonly saved: SavedState;
  private link: Link;
  private copy: LocalCopy | null = null;
  private started = false;
  private destroyed = false;
  private renewals = 0;

  constructor(options: LiveDocumentOptions) {
    this.options = options;
    this.documentId = options.documentId;
    this.saved = new SavedState({
      send: (token) => this.send(tokenFrame(token)),
      tell: (saved) => {
        if (saved.kind === 'saved') this.link.touched.clear();
        this.store.setState({ saved });
      },
    });
    const { link, doc } = this.connect();
    this.link = link;
    this.store = createStore<LiveDocumentState>(() => ({
      doc,
      awareness: link.provider.awareness,
      loaded: false,
      kept: false,
      connection: { kind: 'connecting' },
      saved: this.saved.state,
      refusal: null,
      rescued: [],
    }));
    if (options.copy === undefined) this.start();
    this.asked = options.copy === undefined ? Promise.resolve() : this.findCopy(options.copy);
    window.addEventListener('online', this.hurry);
    window.addEventListener('offline', this.lose);
    document.addEventListener('visibilitychange', this.hurry);
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    window.removeEventListener('online', this.hurry);
    window.removeEventListener('offline', this.lose);
    document.removeEventListener('visibilitychange', this.hurry);
    this.saved.destroy();
    this.copy?.close();
    this.link.close();
  }

  /** True when closing the page now loses nothing. */
  get mayLeave(): boolean {
    const { connection } = this.store.getState();
    return this.unsavedChanges === 0 || connection.kind === 'ended' || this.copy?.upToDate === true;
  }

  /** Tries again after an end. */
  retry(): void {
    this.renewals = 0;
    this.store.setState({ connection: { kind: 'connecting' } });
    this.link.provider.connect();
  }

  /** The person has seen why, and has copied what they wanted. */
  dismissRefusal(): void {
    this.copy?.forgetSetAside();
    this.store.setState({ refusal: null, rescued: [] });
  }

  /** What this device has comes before the server is asked: only then is it known what to ask for. */
  private async findCopy(where: { name: string; tab: string }): Promise<void> {
    const opened = await LocalCopy.open({ ...where, tell: this.tellKept });
    if (this.destroyed) return opened?.copy.close();
    if (opened !== null) {
      const { copy, found } = opened;
      this.copy = copy;
      copy.follow(this.link.provider.doc);
      this.link.durable = found.durable;
      this.saved.found(copy.restore(found));
      if (found.rows.length > 0) this.store.setState({ loaded: true });
      if (found.setAside !== null) this.store.setState(found.setAside);
      this.tellKept();
    }
    this.start();
  }

  private start(): void {
    this.started = true;
    this.link.provider.connect();
  }

  private readonly tellKept = (): void => {
    const kept = this.copy?.keeps === true;
    if (this.store.getState().kept !== kept) this.store.setState({ kept });
  };

  private connect(): { link: Link; doc: Y.Doc } {
    const { url, documentId, params, socket, watchTouched = watchTouchedCards } = this.options;
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(url, documentId, doc, {
      connect: false,
      disableBc: true,
      params,
      // A hall whose Wi-Fi comes back comes back all at once.
      maxBackoffTime: 2500 + Math.random() * 2500,
      ...(socket === undefined ? {} : { WebSocketPolyfill: socket }),
    });
    const remote = new RemoteChanges(doc, provider);
    const touched = watchTouched(doc);
    provider.messageHandlers[FRAME.sync] = (encoder, decoder) => this.readSync(encoder, decoder);
    provider.messageHandlers[FRAME.token] = (_encoder, decoder) => {
      // An answer covers what came before it on the wire.
      this.saved.answered(decoding.readTailAsUint8Array(decoder));
    };
    provider.messageHandlers[FRAME.refusal] = (_encoder, decoder) => {
      const reason = readRefusal(decoder);
      queueMicrotask(() => this.refused(reason));
    };
    provider.on('sync', this.onSync);
    provider.on('connection-close', this.onClose);
    provider.on('closed', this.onEnd);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === FOUND || origin === FOUND_UNSAVED) return;
      const here = origin !== provider;
      this.copy?.changed(update, here);
      if (here) this.saved.changed();
    });
    doc.on('afterTransaction', () => followClientId(doc, provider.awareness));
    return {
      doc,
      link: {
        provider,
        remote,
        touched,
        durable: new Map(),
        close: () => {
          provider.off('sync', this.onSync);
          provider.off('connection-close', this.onClose);
          provider.off('closed', this.onEnd);
          remote.destroy();
          touched.destroy();
          provider.destroy();
          doc.destroy();
        },
      },
    };
  }

  private send(frame: Uint8Array): (() => void) | null {
    const { link, copy } = this;
    const { provider } = link;
    if (!provider.synced || provider.ws === null || provider.ws.readyState !== WebSocket.OPEN) return null;
    provider.ws.send(frame.slice());
    const vector = Y.decodeStateVector(Y.encodeStateVector(provider.doc));
    const mark = copy?.mark(vector);
    return () => {
      link.durable = joinVectors(link.durable, vector);
      mark?.();
    };
  }

  /** The stock handler applies each change by itself; ours gathers them for the next frame. */
  private readSync(encoder: encoding.Encoder, decoder: decoding.Decoder): void {
    const { provider, remote, durable } = this.link;
    encoding.writeVarUint(encoder, FRAME.sync);
    const step = decoding.readVarUint(decoder);
    if (step === syncProtocol.messageYjsSyncStep1) {
      const vector = decoding.readVarUint8Array(decoder);
      remote.flush();
      // Nothing that is on its disk is ever lost: a server with less has dropped the document on purpose.
      if (!covers(Y.decodeStateVector(vector), durable)) return queueMicrotask(() => this.dropped());
      syncProtocol.writeSyncStep2(encoder, provider.doc, vector);
      return;
    }
    remote.add(decoding.readVarUint8Array(decoder));
    if (step === syncProtocol.messageYjsSyncStep2 && !provider.synced) {
      remote.flush();
      provider.synced = true;
    }
  }

  private readonly onSync = (synced: boolean): void => {
    if (!synced) return;
    this.renewals = 0;
    this.saved.connected();
    this.copy?.caughtUp();
    this.store.setState({ loaded: true, connection: { kind: 'online' } });
  };

  private readonly onClose = (): void => {
    this.saved.disconnected();
    if (this.store.getState().connection.kind !== 'ended') this.store.setState({ connection: { kind: 'offline' } });
    this.partFromClientId();
  };

  /**
   * What is written out of touch stands under an id nobody knows: whichever session of the seat brings it, after a
   * reload or another sign-in, is the first under that id. An id the server knows answers to one session only.
   */
  private partFromClientId(): void {
    const { doc, awareness } = this.link.provider;
    if (Y.getState(doc.store, doc.clientID) > 0) takeFreshClientId(doc, awareness);
  }

  private readonly onEnd = ({ code }: { code: number }): void => {
    // What the server has dropped must not come back from here; a document of that name starts empty.
    if (code === CLOSE.gone) return queueMicrotask(() => this.dropped());
    if (code === CLOSE.badFrame) return queueMicrotask(() => this.refused(refusal('malformed')));
    if (code === CLOSE.sessionEnded) {
      // What only this device has waits for the next sign-in; everything else is no business of a stranger's.
      if (this.unsavedChanges === 0) this.copy?.discard(null);
      return this.end('signed-out');
    }
    const aside = this.rescue({ code: 'not-allowed', text: '' });
    this.copy?.discard(aside);
    if (aside !== null) this.store.setState(aside);
    this.end('not-allowed');
  };

  private refused(reason: Refusal): void {
    this.renew('failed', this.rescue(reason));
  }

  private dropped(): void {
    this.renew('gone', this.rescue({ code: 'gone', text: '' }));
  }

  private get unsavedChanges(): number {
    const { saved } = this.store.getState();
    return saved.kind === 'saved' ? 0 : saved.changes;
  }

  /** What was written here and is not on the server, and why not; null when there is nothing of the kind. */
  private rescue(reason: Refusal): SetAside | null {
    const rescued = this.link.touched.read();
    if (this.unsavedChanges === 0 && rescued.length === 0) return null;
    return { refusal: reason, rescued: [...this.store.getState().rescued, ...rescued] };
  }

  /** Goes on with a document of which nothing was written here. */
  private renew(otherwise: DocumentEnd, aside: SetAside | null): void {
    this.copy?.discard(aside);
    this.tellKept();
    this.store.setState({ loaded: false, ...aside });
    if (this.renewals >= RENEWALS) return this.end(otherwise);
    this.renewals += 1;
    this.link.close();
    this.saved.reset();
    const { link, doc } = this.connect();
    this.link = link;
    this.copy?.follow(doc);
    this.store.setState({ doc, awareness: link.provider.awareness, connection: { kind: 'connecting' } });
    link.provider.connect();
  }

  private end(why: DocumentEnd): void {
    this.saved.disconnected();
    this.store.setState({ connection: { kind: 'ended', why } });
  }

  /** A page that comes back to the front or finds its network again does not wait for the next try. */
  private readonly hurry = (): void => {
    if (!this.started || document.visibilityState === 'hidden' || this.store.getState().connection.kind === 'ended')
      return;
    const { provider } = this.link;
    if (!provider.wsconnected) provider.connect();
  };

  /** The network has gone: no need to wait for the silence to be noticed. */
  private readonly lose = (): void => {
    const { provider } = this.link;
    if (provider.ws === null) return;
    provider.disconnect();
    provider.shouldConnect = true;
  };
}
