import { describe, expect, test } from 'vitest';
import { TunnelClient, type Line } from './tunnel-client.ts';

/** A line of Socket.IO whose events the test brings about. */
class PlayedLine implements Line {
  connected = false;
  readonly said: unknown[][] = [];
  readonly #listeners = new Map<string, ((...args: never[]) => void)[]>();

  on(event: string, listener: (...args: never[]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  emit(event: string, ...args: unknown[]): void {
    this.said.push([event, ...args]);
  }

  disconnect(): void {
    this.connected = false;
  }

  happen(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) (listener as (...args: unknown[]) => void)(...args);
  }

  connect(): void {
    this.connected = true;
    this.happen('connect');
  }
}

const lines: PlayedLine[] = [];
const client = (): TunnelClient => {
  lines.length = 0;
  return new TunnelClient(() => {
    const line = new PlayedLine();
    lines.push(line);
    return line;
  });
};

describe('a channel of the tunnel', () => {
  test('opens when its line is there', () => {
    const socket = client().open('board.g1');
    let opened = false;
    Object.assign(socket, { onopen: () => (opened = true) });
    expect(opened).toBe(false);
    lines[0]?.connect();
    expect(opened).toBe(true);
    expect(lines[0]?.said).toEqual([['open', 1, 'board.g1']]);
  });

  test('over a line that is there already opens as late as a WebSocket: who listens after an await still hears it', async () => {
    const tunnel = client();
    tunnel.open('board.g1');
    lines[0]?.connect();
    const second = await Promise.resolve(tunnel.open('draft.g1.s1'));
    await Promise.resolve();
    expect(second.readyState).toBe(second.CONNECTING);
    await new Promise<void>((onopen) => Object.assign(second, { onopen }));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.said).toEqual([
      ['open', 1, 'board.g1'],
      ['open', 2, 'draft.g1.s1'],
    ]);
  });

  test('over a line that breaks before it could open is closed, and never opens', async () => {
    const tunnel = client();
    tunnel.open('board.g1');
    lines[0]?.connect();
    const second = tunnel.open('draft.g1.s1');
    const heard: string[] = [];
    const closed = new Promise<void>((resolve) => {
      const onclose = ({ code }: { code: number }): void => {
        heard.push(`close ${code}`);
        resolve();
      };
      Object.assign(second, { onopen: () => heard.push('open'), onclose });
    });
    lines[0]?.disconnect();
    lines[0]?.happen('disconnect');
    await closed;
    const third = tunnel.open('board.g1');
    await new Promise<void>((onopen) => {
      Object.assign(third, { onopen });
      lines[1]?.connect();
    });
    expect(heard).toEqual(['close 1006']);
    expect(lines[1]?.said).toEqual([['open', 3, 'board.g1']]);
  });
});
