import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { SeededBoard } from './seeded-board.ts';

/** Message types of the y-websocket protocol. */
const FRAME = { sync: 0, presence: 1 };
const MOVES_MS = 100;
const CURSOR_MS = 50;

type Member = { socket: WebSocket; client: number; clock: number; card: string };

/**
 * People who work on a board, without pages of their own: each moves a card ten times a second and its pointer twenty
 * times. One document stands for all of them; each writes in it under an id of its own, over a connection of its own.
 */
export class Crowd implements AsyncDisposable {
  private readonly doc = new Y.Doc();
  private readonly members: Member[] = [];
  private readonly timers: ReturnType<typeof setInterval>[] = [];
  private step = 0;

  /** Resolves when all have the board. */
  static async join(board: SeededBoard): Promise<Crowd> {
    const crowd = new Crowd();
    const sockets = await Promise.all(board.tokens.map((token) => crowd.connect(board, token)));
    const cards = [...crowd.doc.getMap('cards').keys()];
    for (const [index, socket] of sockets.entries()) {
      const client = 2 ** 30 + index * 7919;
      // Cards next to each other: they are all in view.
      crowd.members.push({ socket, client, clock: 0, card: cards[index % cards.length] ?? '' });
    }
    return crowd;
  }

  start(): void {
    const spread = (every: number, act: (member: Member) => void): void => {
      for (const [index, member] of this.members.entries()) {
        setTimeout(
          () => this.timers.push(setInterval(() => act(member), every)),
          (index * every) / this.members.length,
        );
      }
    };
    spread(MOVES_MS, (member) => this.move(member));
    spread(CURSOR_MS, (member) => this.point(member));
  }

  stop(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.stop();
    for (const { socket } of this.members) socket.terminate();
    this.doc.destroy();
    return Promise.resolve();
  }

  private connect(board: SeededBoard, token: string): Promise<WebSocket> {
    const address = `${board.url.replace('http', 'ws')}/sync/board.${board.groupId}`;
    const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}` } });
    socket.binaryType = 'nodebuffer';
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', (code) => reject(new Error(`a member was closed with ${code}`)));
      socket.once('open', () => socket.send(sync(0, Y.encodeStateVector(this.doc))));
      socket.on('message', (data: Buffer) => {
        const decoder = decoding.createDecoder(new Uint8Array(data));
        if (decoding.readVarUint(decoder) !== FRAME.sync) return;
        const step = decoding.readVarUint(decoder);
        const part = decoding.readVarUint8Array(decoder);
        if (step === 1) Y.applyUpdate(this.doc, part);
        // What the others write is in the document already, which is one for all.
        // It has nothing the server lacks.
        if (step === 0) socket.send(sync(1, Y.encodeStateAsUpdate(this.doc, part)));
        if (step === 0) resolve(socket);
      });
    });
  }

  private move(member: Member): void {
    this.step += 1;
    const position = [
      Math.round(200 + 150 * Math.sin(this.step / 40)),
      Math.round(200 + 150 * Math.cos(this.step / 40)),
    ];
    this.doc.clientID = member.client;
    const card = this.doc.getMap('cards').get(member.card);
    if (!(card instanceof Y.Map)) return;
    this.doc.once('update', (update: Uint8Array) => member.socket.send(sync(2, update)));
    card.set('position', position);
  }

  private point(member: Member): void {
    member.clock += 1;
    const state = { cursor: [300 + ((member.clock * 9) % 900), 200 + ((member.clock * 5) % 500)] };
    const entries = encoding.createEncoder();
    encoding.writeVarUint(entries, 1);
    encoding.writeVarUint(entries, member.client);
    encoding.writeVarUint(entries, member.clock);
    encoding.writeVarString(entries, JSON.stringify(state));
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, FRAME.presence);
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(entries));
    member.socket.send(encoding.toUint8Array(frame));
  }
}

const sync = (step: number, part: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FRAME.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, part);
  return encoding.toUint8Array(encoder);
};
