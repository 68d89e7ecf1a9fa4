import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './server-process.ts';
import { Writer } from './writer.ts';

export type DiskFullFigures = {
  /** Whether people saw each other's edits while nothing could be written. */
  spreadMeanwhile: boolean;
  /** Acknowledged while nothing could be written: must be none. */
  acknowledgedMeanwhile: number;
  /** Acknowledged by itself once there was room again. */
  acknowledgedAfter: number;
  /** Of those, what a start from disk did not find: must be empty. */
  lost: string[];
};

/** Files of the process may not grow beyond this; null lifts it. A real limit of the kernel: writes fail as on a full disk. */
const limitFiles = (pid: number, bytes: number | null): void => {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`]);
};

const untilReady = async (server: ServerProcess, ready: boolean): Promise<void> => {
  if ((await server.isReady()) !== ready) await untilReady(server, ready);
};

/** Takes the disk away under load and gives it back: health says so, nothing is refused or lost, it recovers by itself. */
export const provesDiskFull = async (): Promise<DiskFullFigures> => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-full-'));
  let server = await ServerProcess.start(folder);
  try {
    const [group] = await server.seed(1, 2);
    if (group === undefined) throw new Error('no group was made');
    const [alice, bob] = group.tokens.map((token) => new Writer(group.groupId, token)) as [Writer, Writer];
    await Promise.all([alice.connect(server.url), bob.connect(server.url)]);
    alice.write();
    await alice.settled();
    limitFiles(server.pid, 1);
    const before = alice.acknowledged.size;
    alice.write();
    await untilReady(server, false);
    for (let edit = 0; edit < 50; edit++) alice.write();
    const newest = [...alice.cards].at(-1) ?? '';
    await bob.sees(newest);
    const acknowledgedMeanwhile = alice.acknowledged.size - before;
    limitFiles(server.pid, null);
    await alice.settled();
    await untilReady(server, true);
    await server.end('SIGKILL');
    server = await ServerProcess.start(folder);
    const fresh = new Writer(group.groupId, group.tokens[1] ?? '');
    await fresh.connect(server.url);
    const there = fresh.cards;
    const lost = [...alice.acknowledged].filter((card) => !there.has(card));
    for (const writer of [alice, bob, fresh]) writer.leave();
    return {
      spreadMeanwhile: bob.cards.has(newest),
      acknowledgedMeanwhile,
      acknowledgedAfter: alice.acknowledged.size - before,
      lost,
    };
  } finally {
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
};
