import { io, type Socket } from 'socket.io-client';
import type { CommandInput, CommandName, CommandValue } from '@rapport/protocol/commands';
import type { Outcome } from '@rapport/protocol/failures';
import type { GroupEvent } from '@rapport/protocol/group-events';

type Message = { name: string; payload: unknown };
type Waiter = { wants: (message: Message) => boolean; take: (message: Message) => void };

/** One person's live socket: sends commands, keeps everything that was received. */
export class LiveClient implements Disposable {
  readonly socket: Socket;
  /** Everything the server has pushed, in order: events, room lists, symposium states. */
  readonly received: Message[] = [];
  readonly #waiters = new Set<Waiter>();

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.onAny((name: string, payload: unknown) => {
      const message = { name, payload };
      this.received.push(message);
      for (const waiter of this.#waiters) {
        if (!waiter.wants(message)) continue;
        this.#waiters.delete(waiter);
        waiter.take(message);
      }
    });
  }

  /** Connects; rejects with the server's reason when it refuses. */
  static connect(
    url: string,
    token: string,
    options: { transports?: ('websocket' | 'polling')[] } = {},
  ): Promise<LiveClient> {
    const socket = io(url, {
      path: '/live',
      auth: { token },
      transports: options.transports ?? ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    const client = new LiveClient(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(client));
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
  }

  /** The ack as it came. */
  send<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<Outcome<CommandValue[Name]>> {
    return this.socket.emitWithAck('command', { name, input });
  }

  /** The value of a command that has to succeed. */
  async command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandValue[Name]> {
    const outcome = await this.send(name, input);
    if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.failure.code} (${outcome.failure.message})`);
    return outcome.value;
  }

  /** The next event of this type; subscribe before what causes it. */
  nextEvent<Type extends GroupEvent['type']>(
    type: Type,
    wants: (event: Extract<GroupEvent, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<GroupEvent, { type: Type }>> {
    return this.next('event', (payload) => {
      const event = payload as GroupEvent;
      return event.type === type && wants(event as Extract<GroupEvent, { type: Type }>);
    }) as Promise<Extract<GroupEvent, { type: Type }>>;
  }

  /** The next push of this name. */
  next(name: string, wants: (payload: unknown) => boolean = () => true): Promise<unknown> {
    return new Promise((resolve) => {
      this.#waiters.add({
        wants: (message) => message.name === name && wants(message.payload),
        take: (message) => resolve(message.payload),
      });
    });
  }

  /** Group events received so far, in order. */
  get events(): GroupEvent[] {
    return this.received.filter((message) => message.name === 'event').map((message) => message.payload as GroupEvent);
  }

  disconnected(): Promise<string> {
    return new Promise((resolve) => this.socket.once('disconnect', (reason) => resolve(reason)));
  }

  [Symbol.dispose](): void {
    this.socket.close();
  }
}
