import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { parseDocumentId, type DocumentId } from '@rapport/domain/document-id';
import type { GroupId, SeatId, SessionId } from '@rapport/domain/ids';
import { CLOSE } from '@rapport/sync/close-codes';
import { SYNC_LIMITS } from '@rapport/sync/limits';
import type { Access } from '../access/access.ts';
import type { Caller } from '../access/caller.ts';
import { isOwnOrigin, readCredential, type Credential } from '../access/credentials.ts';
import type { Clock } from '../clock.ts';
import type { DocumentAccess, DocumentRules } from '../documents/document-rules.ts';
import type { Documents } from '../documents/documents.ts';
import { sessionProof } from '../documents/session-proof.ts';
import type { Announcements } from '../events/announcements.ts';
import { maskAddress, type Logger } from '../logger.ts';
import { SeatPace } from './seat-pace.ts';
import { sendOver } from './send-over.ts';
import { SyncConnection, type Pace, type Pipe, type Send } from './sync-connection.ts';
import { SyncSocket } from './sync-socket.ts';

const PREFIX = '/sync/';
/** Room for the frame around the largest step 2. */
const MARGIN = 64 * 1024;
/** How long the other side may take to agree to a close, ms. */
const CLOSE_MS = 3_000;
const SWEEP_MS = 20_000;
/** A stop shows this many out at a time, so that they do not all come back in one moment. */
const WAVE = { connections: 200, ms: 100 } as const;

/** Apart, for the types of `ws` do not know `closeTimeout` yet. */
const SOCKETS = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: SYNC_LIMITS.step2Bytes + MARGIN,
  closeTimeout: CLOSE_MS,
  WebSocket: SyncSocket,
};

export type SyncDoorOptions = {
  documents: Documents;
  rules: Pick<DocumentRules, 'admit'>;
  access: Pick<Access, 'resolve' | 'onSessionEnded'>;
  announcements: Announcements;
  publicUrl: string | null;
  logger: Logger;
  clock: Clock;
};

/** Who stands at the door, and for which document. */
export type Visitor = { id: string; request: IncomingMessage; credential: Credential };

/**
 * Lets WebSockets into documents: `/sync/<documentId>`, the y-websocket protocol. Who may come in, and what for, is
 * asked at the door and again whenever it may have changed. Refusals come as close codes after the handshake: a stock
 * client cannot see an HTTP status, and would try again for ever.
 */
export class SyncDoor {
  readonly #options: SyncDoorOptions;
  readonly #sockets: WebSocketServer;
  readonly #connections = new Set<SyncConnection>();
  readonly #servers = new Set<Server>();
  readonly #pace = new SeatPace();
  #heldBack = 0;
  readonly #stopListening: () => void;
  #stopSweep: () => void;
  #closing = false;
  #emptied: (() => void) | null = null;

  constructor(options: SyncDoorOptions) {
    this.#options = options;
    this.#sockets = new WebSocketServer(SOCKETS);
    this.#stopListening = options.announcements.listen((announcement) => {
      if (announcement.to === 'documents') this.#reconsider(announcement.groupId, announcement.seatId ?? null);
    });
    options.access.onSessionEnded((sessionId) => this.#endSession(sessionId));
    this.#stopSweep = options.clock.after(SWEEP_MS, () => this.#sweep());
  }

  /** Takes the upgrades of this server that go to `/sync/`, and leaves all others alone. */
  attach(server: Server): void {
    this.#servers.add(server);
    server.on('upgrade', this.#onUpgrade);
  }

  /** Connections that are open, for metrics. */
  get size(): number {
    return this.#connections.size;
  }

  /** How often somebody was not read from for a while because they sent too fast, for metrics. */
  get heldBack(): number {
    return this.#heldBack;
  }

  /** Sends everybody away for a while, in waves, and resolves when they have gone. What they have sent stays to be stored. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#stopListening();
    this.#stopSweep();
    for (const server of this.#servers) server.off('upgrade', this.#onUpgrade);
    this.#servers.clear();
    await this.#closeInWaves([...this.#connections]);
    if (this.#connections.size > 0) await new Promise<void>((resolve) => (this.#emptied = resolve));
  }

  async #closeInWaves(connections: readonly SyncConnection[]): Promise<void> {
    for (const connection of connections.slice(0, WAVE.connections)) connection.close(CLOSE.restart, 'restart');
    const others = connections.slice(WAVE.connections);
    if (others.length === 0) return;
    await new Promise<void>((resolve) => void this.#options.clock.after(WAVE.ms, resolve));
    await this.#closeInWaves(others);
  }

  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const id = documentIdOf(request);
    if (id === null) return;
    this.#sockets.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
      this.welcome(webSocket, sendOver(webSocket, socket), { id, request, credential: readCredential(request) });
    });
  };

  /** Lets in whoever stands behind this pipe, or closes it with why not. */
  welcome(pipe: Pipe, send: Send, visitor: Visitor): void {
    const connection = new SyncConnection(pipe, send, (ms, work) => this.#options.clock.after(ms, work));
    this.#connections.add(connection);
    pipe.once('close', () => {
      this.#connections.delete(connection);
      if (this.#connections.size === 0) this.#emptied?.();
    });
    this.#letIn(connection, visitor).catch((error: unknown) => {
      this.#options.logger.error({ err: error, document: maskAddress(visitor.id) }, 'a sync connection failed');
      connection.close(CLOSE.fault, 'fault');
    });
  }

  async #letIn(connection: SyncConnection, { id, request, credential }: Visitor): Promise<void> {
    const { access, rules, documents, publicUrl } = this.#options;
    if (this.#closing) return connection.close(CLOSE.restart, 'restart');
    if (credential.source === 'cookie' && !isOwnOrigin(request, publicUrl)) {
      return connection.close(CLOSE.refused, 'this page may not come in');
    }
    const caller = await access.resolve(credential.token);
    if (caller === null || credential.token === null || connection.endedMeanwhile.has(caller.sessionId)) {
      return connection.close(CLOSE.sessionEnded, 'sign in first');
    }
    const name = parseDocumentId(id);
    if (name === null) return connection.close(CLOSE.gone, 'there is no such document');
    // From here on it hears of changes of access; those that come before it is in are made up for at the end.
    connection.place = { id: id as DocumentId, name, caller };
    const admitted = await rules.admit(name, caller);
    if (admitted === null) return connection.close(CLOSE.refused, 'not allowed here');
    if (connection.closed) return;
    const prove = sessionProof(id as DocumentId, credential.token);
    const membership = await documents.join(id as DocumentId, admitted, connection.peer, prove);
    connection.enter(membership, this.#paceOf(caller));
    if (connection.stale) await this.#readmit(connection, (at) => rules.admit(at.name, at.caller));
  }

  /** All tabs of a seat draw on one account. */
  #paceOf(caller: Caller): Pace {
    const seat = caller.kind === 'seat' ? caller.seatId : caller.sessionId;
    return (bytes) => {
      const wait = this.#pace.take(seat, bytes, this.#options.clock.now());
      if (wait !== 0) this.#heldBack += 1;
      return wait;
    };
  }

  /** Reads again what these connections may do. One seat's tabs in one document ask once. */
  #reconsider(groupId: GroupId, seatId: SeatId | null): void {
    const asked = new Map<string, Promise<DocumentAccess | null>>();
    for (const connection of this.#connections) {
      const { place } = connection;
      if (place === null || place.name.groupId !== groupId) continue;
      const seat = place.caller.kind === 'seat' ? place.caller.seatId : null;
      if (seatId !== null && seat !== null && seat !== seatId) continue;
      const key = `${place.id} ${place.caller.kind === 'seat' ? place.caller.seatId : place.caller.sessionId}`;
      const ask = ({ name, caller }: typeof place): Promise<DocumentAccess | null> => {
        const known = asked.get(key) ?? this.#options.rules.admit(name, caller);
        asked.set(key, known);
        return known;
      };
      this.#readmit(connection, ask).catch((error: unknown) => {
        // Without an answer nobody may stay: come back and ask again.
        this.#options.logger.error({ err: error }, 'what a sync connection may do could not be read');
        connection.close(CLOSE.fault, 'fault');
      });
    }
  }

  /** Asks once more while news came in the meantime, so that the last answer is the newest. */
  async #readmit(
    connection: SyncConnection,
    ask: (place: NonNullable<SyncConnection['place']>) => Promise<DocumentAccess | null>,
  ): Promise<void> {
    const { place } = connection;
    connection.stale = true;
    if (place === null || connection.membership === null || connection.asking) return;
    connection.asking = true;
    try {
      connection.stale = false;
      const access = await ask(place);
      connection.membership.reconsider(access);
    } finally {
      connection.asking = false;
    }
    if (connection.stale && !connection.closed) {
      await this.#readmit(connection, ({ name, caller }) => this.#options.rules.admit(name, caller));
    }
  }

  #endSession(sessionId: SessionId): void {
    for (const connection of this.#connections) {
      if (connection.place === null) connection.endedMeanwhile.add(sessionId);
      else if (connection.place.caller.sessionId === sessionId) connection.close(CLOSE.sessionEnded, 'signed out');
    }
  }

  #sweep(): void {
    for (const connection of this.#connections) connection.checkAlive();
    this.#pace.sweep(this.#options.clock.now());
    this.#stopSweep = this.#options.clock.after(SWEEP_MS, () => this.#sweep());
  }
}

/** What stands after `/sync/`; null when the address is another door's. */
const documentIdOf = (request: IncomingMessage): string | null => {
  const [path = ''] = (request.url ?? '').split('?', 1);
  return path.startsWith(PREFIX) ? path.slice(PREFIX.length) : null;
};
