import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { PreparedRound } from './prepared-group.ts';
import type { Product } from './product.ts';

type Outcome<T> = { ok: true; value: T } | { ok: false; failure: { code: string; message: string } };

/** Somebody without a browser: a program that speaks the public contract and nothing else. */
export class WirePerson implements Disposable {
  readonly seatId: string;
  /** Replaces a paper as long as the ballot is open. */
  readonly paperKey = randomBytes(16).toString('hex');
  readonly #product: Product;
  readonly #token: string;
  readonly #socket: Socket;
  readonly #documents: { provider: WebsocketProvider; doc: Y.Doc }[] = [];

  private constructor(product: Product, session: { token: string; seatId: string }, socket: Socket) {
    this.#product = product;
    this.#token = session.token;
    this.seatId = session.seatId;
    this.#socket = socket;
  }

  static async connect(product: Product, round: Pick<PreparedRound, 'signIn'>, name: string): Promise<WirePerson> {
    const session = await round.signIn(name);
    const socket = io(product.url, {
      path: '/live',
      auth: { token: session.token },
      transports: ['websocket'],
      forceNew: true,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new WirePerson(product, session, socket);
  }

  /** A command that has to succeed. */
  async command<T = unknown>(name: string, input: object): Promise<T> {
    const outcome = (await this.#socket.emitWithAck('command', { name, input })) as Outcome<T>;
    if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.failure.code} (${outcome.failure.message})`);
    return outcome.value;
  }

  /** A live document, once the server's state is there. */
  async document(id: string): Promise<Y.Doc> {
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(`${this.#product.url.replace(/^http/, 'ws')}/sync`, id, doc, {
      disableBc: true,
      params: { token: this.#token },
    });
    this.#documents.push({ provider, doc });
    await new Promise<void>((resolve) => {
      provider.on('sync', (synced: boolean) => {
        if (synced) resolve();
      });
    });
    return doc;
  }

  /** Writes private cards and adds them to the own ones. */
  async writePrivately(groupId: string, titles: readonly string[]): Promise<void> {
    const doc = await this.document(`draft.${groupId}.${this.seatId}`);
    doc.transact(() => {
      for (const title of titles) {
        const card = new Y.Map<unknown>([
          ['title', new Y.Text(title)],
          ['body', new Y.XmlFragment()],
          ['position', [0, 0]],
          ['finished', true],
        ]);
        doc.getMap('cards').set(randomBytes(12).toString('hex'), card);
      }
    });
  }

  /** Gives an option these words instead of what stands there, once it is in the board's document. */
  async writeOption(groupId: string, optionId: string, words: Readonly<Record<string, string>>): Promise<void> {
    const doc = await this.document(`board.${groupId}`);
    const options = doc.getMap<Y.Map<unknown>>('options');
    await until(doc, () => options.has(optionId));
    const fields = options.get(optionId);
    doc.transact(() => {
      for (const [field, value] of Object.entries(words)) {
        const text = fields?.get(field);
        if (!(text instanceof Y.Text)) throw new Error(`an option has no field ${field}`);
        text.delete(0, text.length);
        text.insert(0, value);
      }
    });
    // Another copy of the board has it only once the server has.
    const witness = await this.document(`board.${groupId}`);
    const seen = (): boolean =>
      String(witness.getMap<Y.Map<unknown>>('options').get(optionId)?.get('text')) === words['text'];
    await until(witness, seen);
  }

  [Symbol.dispose](): void {
    for (const { provider, doc } of this.#documents) {
      provider.destroy();
      doc.destroy();
    }
    this.#socket.close();
  }
}

const until = (doc: Y.Doc, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });
