import { CLOSE } from '@rapport/sync/close-codes';
import { FRAME, readRefusal, tokenFrame } from '@rapport/sync/frames';
import type { Refusal } from '@rapport/sync/refusals';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { followClientId } from './fresh-client-id.ts';
import { RemoteChanges } from './remote-changes.ts';
import { SavedState, type Saved } from './saved.ts';
import { TouchedCards, type RescuedText } from './touched-cards.ts';

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
  /** True once the stored document is here. */
  loaded: boolean;
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
  /** For tests: the pipe. */
  socket?: typeof WebSocket;
};

type Link = { provider: WebsocketProvider; remote: RemoteChanges; touched: TouchedCards; close(): void };

/** Fresh documents in a row that the server does not take before we give up. */
const RENEWALS = 2;

/**
 * One document of the server, live in this page: keeps the connection, says what is on disk, and starts again with a
 * fresh document when the server refuses what was written here. Changes made without a connection live in the page's
 * memory until it is back.
 */
export class LiveDocument {
  readonly documentId: string;
  readonly store: StoreApi<LiveDocumentState>;
  private readonly options: LiveDocumentOptions;
  private readonly saved: SavedState;
  private link: Link;
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
      connection: { kind: 'connecting' },
      saved: this.saved.state,
      refusal: null,
      rescued: [],
    }));
    link.provider.connect();
    window.addEventListener('online', this.hurry);
    window.addEventListener('offline', this.lose);
    document.addEventListener('visibilitychange', this.hurry);
  }

  destroy(): void {
    window.removeEventListener('online', this.hurry);
    window.removeEventListener('offline', this.lose);
    document.removeEventListener('visibilitychange', this.hurry);
    this.saved.destroy();
    this.link.close();
  }

  /** Tries again after an end. */
  retry(): void {
    this.renewals = 0;
    this.store.setState({ connection: { kind: 'connecting' } });
    this.link.provider.connect();
  }

  /** The person has seen why, and has copied what they wanted. */
  dismissRefusal(): void {
    this.store.setState({ refusal: null, rescued: [] });
  }

  private connect(): { link: Link; doc: Y.Doc } {
    const { url, documentId, params, socket } = this.options;
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
    const touched = new TouchedCards(doc);
    provider.messageHandlers[FRAME.sync] = (encoder, decoder) => readSync(encoder, decoder, provider, remote);
    provider.messageHandlers[FRAME.token] = (_encoder, decoder) => {
      // An answer covers what came before it on the wire.
      this.saved.answered(decoding.readTailAsUint8Array(decoder));
    };
    provider.messageHandlers[FRAME.refusal] = (_encoder, decoder) => {
      const refusal = readRefusal(decoder);
      queueMicrotask(() => this.refused(refusal));
    };
    provider.on('sync', this.onSync);
    provider.on('connection-close', this.onClose);
    provider.on('closed', this.onEnd);
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider) this.saved.changed();
    });
    doc.on('afterTransaction', () => followClientId(doc, provider.awareness));
    return {
      doc,
      link: {
        provider,
        remote,
        touched,
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

  private send(frame: Uint8Array): boolean {
    const { provider } = this.link;
    if (!provider.synced || provider.ws === null || provider.ws.readyState !== WebSocket.OPEN) return false;
    provider.ws.send(frame.slice());
    return true;
  }

  private readonly onSync = (synced: boolean): void => {
    if (!synced) return;
    this.renewals = 0;
    this.saved.connected();
    this.store.setState({ loaded: true, connection: { kind: 'online' } });
  };

  private readonly onClose = (): void => {
    this.saved.disconnected();
    if (this.store.getState().connection.kind !== 'ended') this.store.setState({ connection: { kind: 'offline' } });
  };

  private readonly onEnd = ({ code }: { code: number }): void => {
    // What the server has dropped must not come back from here; a document of that name starts empty.
    if (code === CLOSE.gone || code === CLOSE.badFrame) {
      queueMicrotask(() => this.renew(code === CLOSE.gone ? 'gone' : 'failed'));
      return;
    }
    this.end(code === CLOSE.sessionEnded ? 'signed-out' : 'not-allowed');
  };

  private refused(refusal: Refusal): void {
    const rescued = this.link.touched.read();
    this.store.setState((state) => ({ loaded: false, refusal, rescued: [...state.rescued, ...rescued] }));
    this.renew('failed');
  }

  /** Goes on with a document of which nothing was written here. */
  private renew(otherwise: DocumentEnd): void {
    if (this.renewals >= RENEWALS) return this.end(otherwise);
    this.renewals += 1;
    this.link.close();
    this.saved.reset();
    const { link, doc } = this.connect();
    this.link = link;
    this.store.setState({
      doc,
      awareness: link.provider.awareness,
      loaded: false,
      connection: { kind: 'connecting' },
    });
    link.provider.connect();
  }

  private end(why: DocumentEnd): void {
    this.saved.disconnected();
    this.store.setState({ connection: { kind: 'ended', why } });
  }

  /** A page that comes back to the front or finds its network again does not wait for the next try. */
  private readonly hurry = (): void => {
    if (document.visibilityState === 'hidden' || this.store.getState().connection.kind === 'ended') return;
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

/** The stock handler applies each change by itself; ours gathers them for the next frame. */
const readSync = (
  encoder: encoding.Encoder,
  decoder: decoding.Decoder,
  provider: WebsocketProvider,
  remote: RemoteChanges,
): void => {
  encoding.writeVarUint(encoder, FRAME.sync);
  const step = decoding.readVarUint(decoder);
  if (step === syncProtocol.messageYjsSyncStep1) {
    remote.flush();
    syncProtocol.readSyncStep1(decoder, encoder, provider.doc);
    return;
  }
  remote.add(decoding.readVarUint8Array(decoder));
  if (step === syncProtocol.messageYjsSyncStep2 && !provider.synced) {
    remote.flush();
    provider.synced = true;
  }
};
