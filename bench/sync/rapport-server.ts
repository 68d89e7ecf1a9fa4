import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Room } from './load.ts';
import { ServerProcess } from './server-process.ts';

const ORGANISER_KEY = 'bench-organiser-key-0123456789';
/** As `npm start` and the image start it. */
const FLAGS = ['--max-semi-space-size=32', '--v8-pool-size=1'];
const main = join(
  process.env['RAPPORT_TREE'] ?? dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'apps/server/src/main.ts',
);

/** The product's server, with people who have signed in through its own calls. */
export class RapportServer implements AsyncDisposable {
  readonly dataDir: string;
  process: ServerProcess;
  private readonly nodeFlags: readonly string[];

  private constructor(process: ServerProcess, dataDir: string, nodeFlags: readonly string[]) {
    this.process = process;
    this.dataDir = dataDir;
    this.nodeFlags = nodeFlags;
  }

  static async start(nodeFlags: readonly string[] = []): Promise<RapportServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
    return new RapportServer(await startProcess(dataDir, nodeFlags), dataDir, nodeFlags);
  }

  /** The same data in a new process on the same port. */
  async restart(): Promise<void> {
    const { port } = this.process;
    await this.process.end();
    this.process = await startProcess(this.dataDir, this.nodeFlags, port);
  }

  /** One group per size, in a phase in which the board and its cursors are open to all. */
  async seed(sizes: readonly number[]): Promise<Room[]> {
    const organiser = await this.call('POST', '/api/sessions', null, { organiserKey: ORGANISER_KEY });
    const token = String(organiser['token']);
    const symposium = await this.call('POST', '/api/symposia', token, { title: 'Bench', startsOn: '2026-02-14' });
    const lines = sizes.flatMap((size, group) =>
      Array.from({ length: size }, (_, place) => {
        const id = `B${group + 1}-${place + 1}`;
        return `${id},Bench person ${id},participant,NO,${group + 1}`;
      }),
    );
    const roster = ['participant_id,display_name,role,nation_code,breakout_group', ...lines].join('\n');
    await this.call('PUT', `/api/symposia/${String(symposium['id'])}/roster`, token, roster);
    const round = await this.call('POST', `/api/symposia/${String(symposium['id'])}/rounds`, token, {
      title: 'Round',
      question: 'How fast is it?',
      useRosterGroups: true,
      template: [{ kind: 'cluster', minutes: 60 }],
    });
    const codes = await this.text(`/api/symposia/${String(symposium['id'])}/join-codes.csv`, token);
    const [head = '', ...rows] = codes
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    const columns = head.split(',');
    const ofGroup = new Map<string, string[]>();
    for (const row of rows) {
      const cells = row.split(',');
      const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
      ofGroup.set(cell('group'), [...(ofGroup.get(cell('group')) ?? []), cell('join_code')]);
    }
    const rooms: Room[] = [];
    for (const group of round['groups'] as { id: string; number: number }[]) {
      const tokens: string[] = [];
      for (const joinCode of ofGroup.get(String(group.number)) ?? []) {
        const session = await this.call('POST', '/api/sessions', null, { joinCode });
        tokens.push(String(session['token']));
      }
      rooms.push({ name: `board.${group.id}`, tokens });
    }
    return rooms;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.process.end();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async call(
    method: string,
    path: string,
    token: string | null,
    body: object | string,
  ): Promise<Record<string, unknown>> {
    const answer = await fetch(`http://127.0.0.1:${this.process.port}${path}`, {
      method,
      headers: {
        'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }

  private async text(path: string, token: string): Promise<string> {
    const answer = await fetch(`http://127.0.0.1:${this.process.port}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.text();
  }
}

const startProcess = (dataDir: string, nodeFlags: readonly string[], port?: number): Promise<ServerProcess> =>
  ServerProcess.start({
    script: main,
    ready: /answers on/,
    nodeFlags: [...FLAGS, ...nodeFlags],
    env: { DATA_DIR: dataDir, ORGANISER_KEY, DEMO: '0', LOG_LEVEL: 'warn', DATABASE_URL: '' },
    ...(port !== undefined && { port }),
  });
