import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));

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

/** The product in a process and a data folder of its own. */
export class Server implements AsyncDisposable {
  readonly url: string;
  readonly organiserKey: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(options: { url: string; organiserKey: string; process: ChildProcess; folder: string }) {
    this.url = options.url;
    this.organiserKey = options.organiserKey;
    this.#process = options.process;
    this.#folder = options.folder;
  }

  /** Resolves when it answers; with SQLite unless a database is named. */
  static async start({ databaseUrl = null }: { databaseUrl?: string | null } = {}): Promise<Server> {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'rapport-votes-'));
    const organiserKey = 'organiser-key-of-the-measurement';
    const child = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: databaseUrl ?? '',
        DEMO: '0',
        LOG_LEVEL: 'warn',
        ORGANISER_KEY: organiserKey,
      },
    });
    const server = new Server({ url: `http://127.0.0.1:${port}`, organiserKey, process: child, folder });
    for (;;) {
      if (child.exitCode !== null) throw new Error('the server ended before it answered');
      const ready = await fetch(`${server.url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return server;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Memory the process holds now and has held at most, MiB; null where the system does not tell. */
  async memory(): Promise<{ now: number; most: number } | null> {
    const status = await readFile(`/proc/${this.#process.pid}/status`, 'utf8').catch(() => '');
    const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    return status === '' ? null : { now: of('VmRSS'), most: of('VmHWM') };
  }

  /** CPU time of all its threads since it was started, ms; null where the system does not tell. */
  async cpuMs(): Promise<number | null> {
    const stat = await readFile(`/proc/${this.#process.pid}/stat`, 'utf8').catch(() => '');
    if (stat === '') return null;
    // The name of the program may hold blanks; user and system time are the 12th and 13th field after it, in 10 ms.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.kill('SIGTERM');
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
