import { io, type Socket } from 'socket.io-client';
import { create } from 'zustand';
import { fail, FailureCode, type Failure, type Outcome } from '@rapport/protocol/failures';
import type { CommandInput, CommandName, CommandValue } from '@rapport/protocol/commands';
import { useSession } from '../session/session-store.ts';
import { readTab } from '../session/tab.ts';

export type ConnectionState = 'connecting' | 'online' | 'offline';

/** Whether the live socket is there; `refused` says why the server does not let this tab in. */
export const useConnection = create<{ state: ConnectionState; refused: Failure | null }>(() => ({
  state: 'connecting',
  refused: null,
}));

/** What the server sends unasked. Payloads are parsed by who listens. */
export type Topic = 'event' | 'room' | 'authors' | 'symposium';

/** Long enough for a hall with bad Wi-Fi, short enough that nobody presses twice. */
const ANSWER_MS = 10_000;

/** One live socket for the tab, opened by the first who needs it; commands with answers, and news by topic. */
class Live {
  readonly #url: string;
  readonly #tab: () => string | null;
  readonly #listeners: Record<Topic, Set<(payload: unknown) => void>> = {
    event: new Set(),
    room: new Set(),
    authors: new Set(),
    symposium: new Set(),
  };
  readonly #connectListeners = new Set<() => void>();
  #socket: Socket | null = null;

  /** `url` is the server's address; empty for the page's own. */
  constructor({ url, tab }: { url: string; tab: () => string | null }) {
    this.#url = url;
    this.#tab = tab;
  }

  /** Sends a command and waits for its outcome; without a connection it fails as `unavailable` after ten seconds. */
  async command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<Outcome<CommandValue[Name]>> {
    try {
      const answer: unknown = await this.#open().timeout(ANSWER_MS).emitWithAck('command', { name, input });
      // The server's own outcome: same release, same types.
      return answer as Outcome<CommandValue[Name]>;
    } catch {
      return fail('unavailable', 'The server does not answer.');
    }
  }

  /** Returns how to stop listening. */
  on(topic: Topic, listener: (payload: unknown) => void): () => void {
    this.#listeners[topic].add(listener);
    return () => this.#listeners[topic].delete(listener);
  }

  /** Told at every connection, the first one included: what was watched has to be watched again. */
  onConnect(listener: () => void): () => void {
    this.#connectListeners.add(listener);
    if (this.#open().connected) listener();
    return () => this.#connectListeners.delete(listener);
  }

  /** Ends the connection; the next command opens one as whoever then sits in the tab. */
  close(): void {
    this.#socket?.disconnect();
    this.#socket = null;
    useConnection.setState({ state: 'connecting', refused: null });
  }

  /** Tries at once to get a lost connection back. */
  hurry(): void {
    // `connect` alone does nothing while Socket.IO counts down to its own next try.
    if (this.#socket?.connected === false && this.#socket.active) this.#socket.disconnect().connect();
  }

  #open(): Socket {
    if (this.#socket !== null) return this.#socket;
    const socket = io(this.#url, {
      path: '/live',
      auth: (answer) => answer({ tab: this.#tab() }),
      // A hall whose Wi-Fi comes back comes back all at once.
      reconnectionDelay: 500,
      reconnectionDelayMax: 8000,
      randomizationFactor: 0.6,
    });
    this.#socket = socket;
    socket.on('connect', () => {
      useConnection.setState({ state: 'online', refused: null });
      for (const listener of this.#connectListeners) listener();
    });
    socket.on('disconnect', (reason) => {
      useConnection.setState({ state: 'offline' });
      // The server ended it; Socket.IO stays away by itself then. Trying once more tells whether we are still let in.
      if (reason === 'io server disconnect') socket.connect();
    });
    socket.on('connect_error', (error: Error & { data?: { code?: unknown } }) => {
      // `active` is false when the server's middleware refused: Socket.IO does not try again by itself.
      const code = FailureCode.safeParse(error.data?.code ?? error.message);
      const refused: Failure | null = socket.active
        ? null
        : { code: code.data ?? 'unauthenticated', message: error.message };
      useConnection.setState({ state: 'offline', refused });
    });
    for (const [topic, listeners] of Object.entries(this.#listeners)) {
      socket.on(topic, (payload: unknown) => {
        for (const listener of listeners) listener(payload);
      });
    }
    return socket;
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
