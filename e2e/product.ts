import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The organiser key of a story's product. */
export const ORGANISER_KEY = 'story-organiser-key-0123456789';

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

/** The product as a process of its own, with data of its own, on a port of its own. */
export class Product implements AsyncDisposable {
  readonly url: string;
  readonly dataDir: string;
  readonly #port: number;
  readonly #demo: boolean;
  #process: ChildProcess | null = null;
  /** Everything it has printed: the leak checks of stories read it. */
  log = '';

  private constructor(port: number, dataDir: string, demo: boolean) {
    this.#port = port;
    this.url = `http://localhost:${port}`;
    this.dataDir = dataDir;
    this.#demo = demo;
  }

  static async start({ demo = false } = {}): Promise<Product> {
    const product = new Product(await freePort(), mkdtempSync(join(tmpdir(), 'rapport-story-')), demo);
    await product.start();
    return product;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(root, 'apps', 'server', 'src', 'main.ts')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        PUBLIC_URL: this.url,
        DATA_DIR: this.dataDir,
        ORGANISER_KEY,
        DEMO: this.#demo ? '1' : '0',
        LOG_LEVEL: 'info',
        DATABASE_URL: '',
      },
    });
    this.#process = child;
    let ended = false;
    child.once('exit', () => (ended = true));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (this.log += String(chunk)));
    for (let attempt = 0; ; attempt += 1) {
      if (ended) throw new Error(`the server ended before it answered:\n${this.log}`);
      const ready = await fetch(`${this.url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return;
      if (attempt > 300) throw new Error(`the server did not answer:\n${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends it at once, without a chance to write anything. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
