import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { WebsocketProvider as WebsocketProvider2 } from 'y-websocket-2';
import * as Y from 'yjs';
import { ServerProcess } from './server-process.ts';

const PROVIDERS = { 'y-websocket 2': WebsocketProvider2, 'y-websocket 3': WebsocketProvider } as const;
export type ProviderName = keyof typeof PROVIDERS;

export type StockFigures = {
  /** How long nobody said a word. */
  idleMs: number;
  /** Connections that were lost while nobody said a word. */
  lostWhileIdle: number;
  /** Everybody has the same cards: while all were there, after edits out of touch, after the server was killed. */
  sameTogether: boolean;
  sameAfterOffline: boolean;
  sameAfterKill: boolean;
  /** Cards there are at the end, of those that were written. */
  cards: number;
  written: number;
  /** Closes that told a client not to come back. */
  shownOut: number;
};

/** A tab with the stock provider as its authors ship it; tabs of one process hear each other as tabs of a browser do. */
class Tab {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  lost = 0;
  shownOut = 0;

  constructor(name: ProviderName, url: string, groupId: string, token: string) {
    this.provider = new PROVIDERS[name](`${url.replace('http', 'ws')}/sync`, `board.${groupId}`, this.doc, {
      params: { token },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      // The first retry of a client whose server is gone comes at once, the next ones not half a minute later.
      maxBackoffTime: 500,
    }) as WebsocketProvider;
    this.provider.on('connection-close', (event) => {
      this.lost += 1;
      if (event !== null && event.code >= 4400 && event.code < 4500) this.shownOut += 1;
    });
  }

  get cards(): string[] {
    return [...this.doc.getMap('cards').keys()].toSorted();
  }

  write(id: string): void {
    this.doc.transact(() => {
      const card = new Y.Map<unknown>();
      this.doc.getMap('cards').set(id, card);
      card.set('title', new Y.Text(`Card ${id}`));
      card.set('body', new Y.XmlFragment());
      card.set('position', [0, 0]);
    });
  }

  /** Resolves once this tab holds so many cards. */
  holds(count: number): Promise<void> {
    if (this.cards.length >= count) return Promise.resolve();
    return new Promise((resolve) => {
      const listen = (): void => {
        if (this.cards.length < count) return;
        this.doc.off('update', listen);
        resolve();
      };
      this.doc.on('update', listen);
    });
  }
}

/** What has become durable is asked of a reader who comes with nothing. */
const durable = async (url: string, groupId: string, token: string, count: number): Promise<string[]> => {
  const reader = new Tab('y-websocket 3', url, groupId, token);
  await reader.holds(count);
  reader.provider.destroy();
  return reader.cards;
};

/** Two tabs of one person and one of another: idle, edits out of touch on both sides, a killed server. */
export const provesStock = async (name: ProviderName, idleMs: number): Promise<StockFigures> => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-stock-'));
  let server = await ServerProcess.start(folder);
  const { url } = server;
  const [group] = await server.seed(1, 2);
  const [alice = '', bob = ''] = group?.tokens ?? [];
  const groupId = group?.groupId ?? '';
  const tabs = [alice, alice, bob].map((token) => new Tab(name, url, groupId, token));
  const [one, two, other] = tabs as [Tab, Tab, Tab];
  const same = (): boolean => tabs.every((tab) => tab.cards.join() === one.cards.join());
  let written = 0;
  const writeInEach = (): void => {
    for (const [index, tab] of tabs.entries()) tab.write(`stock-${String((written += 1)).padStart(10, '0')}-${index}`);
  };
  const allHold = (): Promise<unknown> => Promise.all(tabs.map((tab) => tab.holds(written)));
  try {
    writeInEach();
    await allHold();
    const sameTogether = same();
    const before = tabs.reduce((sum, tab) => sum + tab.lost, 0);
    await pause(idleMs);
    const lostWhileIdle = tabs.reduce((sum, tab) => sum + tab.lost, 0) - before;

    two.provider.disconnect();
    other.provider.disconnect();
    writeInEach();
    two.provider.connect();
    other.provider.connect();
    await allHold();
    const sameAfterOffline = same();

    await durable(url, groupId, bob, written);
    await server.end('SIGKILL');
    writeInEach();
    server = await ServerProcess.start(folder, Number(new URL(url).port));
    await allHold();
    const cards = (await durable(url, groupId, bob, written)).length;
    return {
      idleMs,
      lostWhileIdle,
      sameTogether,
      sameAfterOffline,
      sameAfterKill: same(),
      cards,
      written,
      shownOut: tabs.reduce((sum, tab) => sum + tab.shownOut, 0),
    };
  } finally {
    for (const tab of tabs) tab.provider.destroy();
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
};
