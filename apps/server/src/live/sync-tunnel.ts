import type { Socket } from 'socket.io';
import { CLOSE } from '@rapport/sync/close-codes';
import { TUNNEL } from '@rapport/sync/tunnel';
import type { Clock } from '../clock.ts';
import type { SyncDoor } from '../sync-sockets/sync-door.ts';
import { credentialOf } from './handshake-credential.ts';
import { SyncTunnelSocket } from './sync-tunnel-socket.ts';

/** A line nobody opens a channel on is cut off, ms: it has signed in nowhere. */
const IDLE_MS = 10_000;

/** The sync door for networks that let no WebSocket through: the same frames in pieces over Socket.IO. */
export class SyncTunnel {
  readonly #door: Pick<SyncDoor, 'welcome'>;
  readonly #clock: Clock;

  constructor({ door, clock }: { door: Pick<SyncDoor, 'welcome'>; clock: Clock }) {
    this.#door = door;
    this.#clock = clock;
  }

  /** Takes a connection of the tunnel's namespace. */
  serve(line: Socket): void {
    const channels = new Map<unknown, SyncTunnelSocket>();
    const cutOff = (): (() => void) => this.#clock.after(IDLE_MS, () => line.disconnect(true));
    let stopIdle = cutOff();

    line.on('open', (channel: unknown, documentId: unknown) => {
      // A name that is none is told so at the door; a channel that is none has no way to be told.
      if (!Number.isSafeInteger(channel) || channels.has(channel)) return line.disconnect(true);
      if (channels.size >= TUNNEL.channels) return line.emit('closed', channel, CLOSE.refused, 'too many documents');
      stopIdle();
      const socket = new SyncTunnelSocket((event, ...args) => line.emit(event, channel, ...args));
      channels.set(channel, socket);
      socket.once('close', () => {
        channels.delete(channel);
        if (channels.size > 0 || !line.connected) return;
        stopIdle();
        stopIdle = cutOff();
      });
      const id = typeof documentId === 'string' ? documentId : '';
      this.#door.welcome(socket, (frames) => frames.forEach((frame) => socket.send(frame)), {
        id,
        request: line.request,
        credential: credentialOf(line),
      });
    });
    line.on('piece', (channel: unknown, number: unknown, last: unknown, bytes: unknown) =>
      channels.get(channel)?.receive(number, last, bytes),
    );
    line.on('taken', (channel: unknown, bytes: unknown) => channels.get(channel)?.taken(bytes));
    line.on('closed', (channel: unknown) => channels.get(channel)?.end());
    line.on('disconnect', () => {
      stopIdle();
      for (const socket of channels.values()) socket.end();
    });
  }
}
