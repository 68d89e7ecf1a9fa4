import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';

/** USER_HZ of Linux: what /proc counts in. */
const TICK_MS = 10;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

export type ServerOptions = {
  /** what Node runs, and with which environment */
  script: string;
  env?: Record<string, string>;
  port?: number;
  ready: RegExp;
  nodeFlags?: readonly string[];
};

/** A server as a process of its own, with all its threads on one core. */
export class ServerProcess implements AsyncDisposable {
  readonly port: number;
  readonly child: ChildProcess;
  output = '';
  private listeners: (() => void)[] = [];
  private static readonly alive = new Set<ServerProcess>();

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.port = port;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        this.output = (this.output + String(chunk)).slice(-20_000);
        for (const listener of this.listeners) listener();
      });
    }
    child.once('exit', () => {
      for (const listener of this.listeners) listener();
    });
  }

  static async start({ script, env = {}, port, ready, nodeFlags = [] }: ServerOptions): Promise<ServerProcess> {
    const chosen = port ?? (await freePort());
    const child = spawn('taskset', ['-c', '0', process.execPath, ...nodeFlags, script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: String(chosen), ...env },
    });
    const server = new ServerProcess(child, chosen);
    ServerProcess.alive.add(server);
    child.once('exit', () => ServerProcess.alive.delete(server));
    await server.says(ready);
    return server;
  }

  /** Ends those that a run which took too long has left behind. */
  static async endAll(): Promise<void> {
    await Promise.all([...ServerProcess.alive].map((server) => server.end()));
  }

  /** Resolves when its output matches, now or later. */
  async says(what: RegExp): Promise<void> {
    while (!what.test(this.output)) {
      if (this.child.exitCode !== null) throw new Error(`the server ended:\n${this.output}`);
      await new Promise<void>((resolve) => this.listeners.push(resolve));
    }
  }

  /** CPU of all its threads so far, ms. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }

  /** After garbage was collected, bytes: what Node has in use, and what the process holds of the machine's memory. */
  async memory(): Promise<{ used: number; resident: number }> {
    this.output = '';
    this.child.kill('SIGUSR2');
    await this.says(/collected \d+\n/);
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return {
      used: Number(/collected (\d+)\n/.exec(this.output)?.[1]),
      resident: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024,
    };
  }

  async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
  }
}
