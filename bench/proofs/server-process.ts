import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const KEY = 'organiser-key-of-the-proofs';

/** The server as an operator runs it, on a free port; only signals reach it. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;

  private constructor(url: string, child: ChildProcess, ended: Promise<void>) {
    this.url = url;
    this.#child = child;
    this.#ended = ended;
  }

  /** Starts it over a data folder, on this port or a free one, and resolves when it answers. */
  static async start(dataDir: string, port = 0): Promise<ServerProcess> {
    // A file that may not grow ends a process with a signal, unless that is ignored: then writes fail, as on a full disk.
    const child = spawn('bash', ['-c', `trap '' XFSZ; exec "$0" "$1"`, process.execPath, MAIN], {
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        PORT: String(port),
        HOST: '127.0.0.1',
        LOG_LEVEL: 'silent',
        ORGANISER_KEY: KEY,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const chosen = /answers on http:\/\/localhost:(\d+)/.exec(said)?.[1];
        if (chosen !== undefined) resolve(`http://127.0.0.1:${chosen}`);
      });
      child.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
    });
    return new ServerProcess(url, child, ended);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it with this signal and resolves when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    await this.#ended;
  }

  async call<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async isReady(): Promise<boolean> {
    return (await fetch(`${this.url}/readyz`)).ok;
  }

  /** Groups with people in each, through the calls anybody may use. */
  async seed(groups: number, people: number): Promise<{ groupId: string; tokens: string[] }[]> {
    const { token } = await this.call<{ token: string }>('POST', '/api/sessions', null, { organiserKey: KEY });
    const { id } = await this.call<{ id: string }>('POST', '/api/symposia', token, {
      title: 'Proofs',
      startsOn: '2026-02-14',
    });
    await this.call('PATCH', `/api/symposia/${id}`, token, { walkIns: true });
    const round = await this.call<{ groups: { id: string; code: string }[] }>(
      'POST',
      `/api/symposia/${id}/rounds`,
      token,
      { title: 'Round', question: 'What holds?', groups },
    );
    return Promise.all(
      round.groups.map(async (group) => ({
        groupId: group.id,
        tokens: await Promise.all(
          Array.from({ length: people }, async (_, person) => {
            const signedIn = await this.call<{ token: string }>('POST', '/api/sessions', null, {
              groupCode: group.code,
              displayName: `Writer ${person}`,
            });
            return signedIn.token;
          }),
        ),
      })),
    );
  }
}
