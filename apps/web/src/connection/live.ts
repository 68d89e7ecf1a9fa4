import type { CommandInput, CommandName, CommandValue } from '@rapport/protocol/commands';
import { fail, type Failure, type Outcome } from '@rapport/protocol/failures';
import type { Socket } from 'socket.io-client';
import { create } from 'zustand';
import { useSession } from '../session/session-store.ts';
import { readTab } from '../session/tab.ts';
import { firstSight } from './first-sight.ts';
import type { News } from './live-socket.ts';

export type ConnectionState = 'connecting' | 'online' | 'offline';

/** Whether the live socket is there; `refused` says why the server does not let this tab in. */
export const useConnection = create<{ state: ConnectionState; refused: Failure | null }>(() => ({
  state: 'connecting',
  refused: null,
}));

/** Long enough for a hall with bad Wi-Fi, short enough that nobody presses twice. */
const ANSWER_MS = 10_000;

type Listeners = { [Topic in keyof News]: Set<(news: News[Topic]) => void> };

/** One live socket for the tab, opened by the first who needs it; commands with answers, and news by topic. */
class Live {
  readonly #url: string;
  readonly #tab: () => string | null;
  readonly #listeners: Listeners = {
    event: new Set(),
    room: new Set(),
    authors: new Set(),
    symposium: new Set(),
    plenary: new Set(),
  };
  readonly #connectListeners = new Set<() => void>();
  #opening: Promise<Socket> | null = null;
  #socket: Socket | null = null;

  /** `url` is the server's address; empty for the page's own. */
  constructor({ url, tab }: { url: string; tab: () => string | null }) {
    this.#url = url;
    this.#tab = tab;
  }

  /** Sends a command and waits for its outcome; without a connection it fails as `unavailable` after ten seconds. */
  async command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<Outcome<CommandValue[Name]>> {
    try {
      const socket = await this.#open();
      const answer: unknown = await socket.timeout(ANSWER_MS).emitWithAck('command', { name, input });
      // The server's own outcome: same release, same types.
      return answer as Outcome<CommandValue[Name]>;
    } catch {
      return fail('unavailable', 'The server does not answer.');
    }
  }

  /** Returns how to stop listening. */
  on<Topic extends keyof News>(topic: Topic, listener: (news: News[Topic]) => void): () => void {
    this.#listeners[topic].add(listener);
    return () => this.#listeners[topic].delete(listener);
  }

  /** Told at every connection, the first one included: what was watched has to be watched again. */
  onConnect(listener: () => void): () => void {
    this.#connectListeners.add(listener);
    if (this.#socket?.connected === true) listener();
    else this.#open().catch(() => undefined);
    return () => this.#connectListeners.delete(listener);
  }

  /** Ends the connection; the next command opens one as whoever then sits in the tab. */
  close(): void {
    this.#socket?.disconnect();
    this.#socket = null;
    this.#opening = null;
    useConnection.setState({ state: 'connecting', refused: null });
  }

  /** Tries at once to get a lost connection back. */
  hurry(): void {
    // `connect` alone does nothing while Socket.IO counts down to its own next try.
    if (this.#socket?.connected === false && this.#socket.active) this.#socket.disconnect().connect();
  }

  #open(): Promise<Socket> {
    this.#opening ??= this.#start();
    return this.#opening;
  }

  /** What a socket needs is loaded after what the page was opened for. */
  async #start(): Promise<Socket> {
    await firstSight;
    try {
      const { openLiveSocket } = await import('./live-socket.ts');
      this.#socket ??= openLiveSocket(this.#url, this.#tab, {
        onOpen: () => {
          useConnection.setState({ state: 'online', refused: null });
          for (const listener of this.#connectListeners) listener();
        },
        onLost: () => useConnection.setState({ state: 'offline' }),
        onRefused: (refused) => useConnection.setState({ refused }),
        onNews: (topic, news) => {
          for (const listener of this.#listeners[topic]) listener(news);
        },
      });
      return this.#socket;
    } catch (error) {
      // It could not be loaded: the next who asks tries again.
      this.#opening = null;
      useConnection.setState({ state: 'offline' });
      throw error;
    }
  }
}

export const live = new Live({ url: '', tab: readTab });

// A laptop that wakes or finds its network again need not wait for the next try.
addEventListener('online', () => live.hurry());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') live.hurry();
});

// The socket belongs to whoever sat in the tab when it was opened.
useSession.subscribe((now, before) => {
  if (now.tab !== before.tab) live.close();
});
