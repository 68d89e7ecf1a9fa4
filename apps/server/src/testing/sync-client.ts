import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DocumentId } from '@rapport/domain/document-id';

/** The stock provider of y-websocket on a document of its own, as any outside client would run it. */
export class SyncClient implements Disposable {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;

  constructor(url: string, token: string | null, documentId: DocumentId, doc: Y.Doc = new Y.Doc()) {
    this.doc = doc;
    this.provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, documentId, doc, {
      disableBc: true,
      ...(token !== null && { params: { token } }),
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    });
  }

  /** Resolves once the server's whole state has arrived. */
  synced(): Promise<void> {
    if (this.provider.synced) return Promise.resolve();
    return new Promise((resolve) => {
      const listen = (synced: boolean): void => {
        if (!synced) return;
        this.provider.off('sync', listen);
        resolve();
      };
      this.provider.on('sync', listen);
    });
  }

  /** The close code with which the server shut the connection. */
  closed(): Promise<number> {
    return new Promise((resolve) => {
      this.provider.on('connection-close', (event) => {
        if (event !== null) resolve(event.code);
      });
    });
  }

  /** Resolves as soon as `holds` is true of the document, now or after some later update. */
  until(holds: (doc: Y.Doc) => boolean): Promise<void> {
    if (holds(this.doc)) return Promise.resolve();
    return new Promise((resolve) => {
      const listen = (): void => {
        if (!holds(this.doc)) return;
        this.doc.off('update', listen);
        resolve();
      };
      this.doc.on('update', listen);
    });
  }

  [Symbol.dispose](): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
