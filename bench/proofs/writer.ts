import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

const frame = (step: number, part: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, part);
  return encoding.toUint8Array(encoder);
};

let made = 0;

/**
 * Somebody at a board who writes cards with unique ids, asks after each whether it is on disk, and remembers which were
 * said to be. Takes a fresh client id for each card, as the product's pages do. Lives through any number of servers.
 */
export class Writer {
  readonly doc = new Y.Doc();
  /** Cards the server has said to be on disk. */
  readonly acknowledged = new Set<string>();
  /** Milliseconds from the edit to its acknowledgement. */
  readonly delays: number[] = [];
  /** Close codes that say "do not come back": none may ever come to an honest writer. */
  readonly shownOut: number[] = [];
  readonly #token: string;
  readonly #groupId: string;
  #socket: WebSocket | null = null;
  #synced = false;
  #asked = new Map<number, { cards: string[]; at: number }>();
  #next = 1;
  #changed = Promise.withResolvers<void>();

  constructor(groupId: string, token: string) {
    this.#groupId = groupId;
    this.#token = token;
    this.doc.getMap('cards');
    this.doc.getMap('clusters');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame(2, update));
    });
  }

  get cards(): ReadonlySet<string> {
    return new Set(this.doc.getMap('cards').keys());
  }

  /** Comes in; what was made out of touch goes along. Resolves when both sides know everything. */
  async connect(url: string): Promise<void> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/board.${this.#groupId}?token=${this.#token}`);
    this.#socket = socket;
    this.#synced = false;
    this.#asked.clear();
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      if (code >= 4400 && code < 4500) this.shownOut.push(code);
      this.#stir();
    });
    socket.on('open', () => socket.send(frame(0, Y.encodeStateVector(this.doc))));
    socket.on('message', (data: Buffer) => this.#take(socket, new Uint8Array(data)));
    await this.#until(() => this.#synced || socket.readyState === WebSocket.CLOSED);
    if (this.#synced) this.ask([...this.cards].filter((card) => card.startsWith(this.#own)));
  }

  /** Writes one card and asks for it. */
  write(): void {
    const id = `${this.#own}${(made += 1)}`;
    this.doc.clientID = Math.floor(Math.random() * 2 ** 32);
    this.doc.transact(() => {
      const card = new Y.Map<unknown>();
      this.doc.getMap('cards').set(id, card);
      card.set('title', new Y.Text(`token ${id}`));
      card.set('body', new Y.XmlFragment());
      card.set('position', [made % 100, 0]);
    });
    this.ask([id]);
  }

  ask(cards: string[]): void {
    if (this.#socket?.readyState !== WebSocket.OPEN || !this.#synced) return;
    const number = this.#next++;
    this.#asked.set(number, { cards, at: performance.now() });
    this.#socket.send(new Uint8Array([102, ...Buffer.from(String(number))]));
  }

  /** Resolves when everything asked for is answered, or the pipe is gone. */
  settled(): Promise<void> {
    return this.#until(() => this.#asked.size === 0 || this.#socket?.readyState !== WebSocket.OPEN);
  }

  /** Resolves when a card of somebody else has arrived. */
  sees(card: string): Promise<void> {
    return this.#until(() => this.cards.has(card));
  }

  leave(): void {
    this.#socket?.terminate();
  }

  get #own(): string {
    return `w${this.#token.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)}-`;
  }

  #take(socket: WebSocket, bytes: Uint8Array): void {
    if (socket !== this.#socket) return;
    if (bytes[0] === 102) {
      const number = Number(Buffer.from(bytes.subarray(1)).toString());
      const asked = this.#asked.get(number);
      if (asked !== undefined) {
        for (const card of asked.cards) this.acknowledged.add(card);
        this.delays.push(performance.now() - asked.at);
        this.#asked.delete(number);
      }
    } else if (bytes[0] === 0) {
      const decoder = decoding.createDecoder(bytes);
      decoding.readVarUint(decoder);
      const step = decoding.readVarUint(decoder);
      const part = decoding.readVarUint8Array(decoder);
      if (step === 0) {
        socket.send(frame(1, Y.encodeStateAsUpdate(this.doc, part)));
        this.#synced = true;
      } else Y.applyUpdate(this.doc, part, this);
    }
    this.#stir();
  }

  #stir(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }

  async #until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await this.#changed.promise;
    await this.#until(holds);
  }
}

/** The given share of the sorted values, ms. */
export const percentile = (values: readonly number[], share: number): number =>
  Math.round((values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0) * 10) / 10;
