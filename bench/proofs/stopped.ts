import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess } from './server-process.ts';
import { Writer } from './writer.ts';

export type StopFigures = { stoppedMs: number; acknowledged: number; lost: string[]; shownOut: number };

/** Stops the process in the middle of traffic and lets it go on: everything is answered, nothing twice and nothing lost. */
export const provesStop = async (stoppedMs = 5_000): Promise<StopFigures> => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-stopped-'));
  const server = await ServerProcess.start(folder);
  try {
    const [group] = await server.seed(1, 3);
    if (group === undefined) throw new Error('no group was made');
    const writers = group.tokens.map((token) => new Writer(group.groupId, token));
    await Promise.all(writers.map((writer) => writer.connect(server.url)));
    for (let edit = 0; edit < 20; edit++) for (const writer of writers) writer.write();
    server.signal('SIGSTOP');
    for (let edit = 0; edit < 20; edit++) for (const writer of writers) writer.write();
    await pause(stoppedMs);
    server.signal('SIGCONT');
    await Promise.all(writers.map((writer) => writer.settled()));
    const acknowledged = writers.flatMap((writer) => [...writer.acknowledged]);
    const [first] = writers;
    for (const card of acknowledged) await first?.sees(card);
    const lost = writers.flatMap((writer) => [...writer.cards].filter((card) => !acknowledged.includes(card)));
    return {
      stoppedMs,
      acknowledged: acknowledged.length,
      lost: [...new Set(lost)],
      shownOut: writers.reduce((sum, writer) => sum + writer.shownOut.length, 0),
    };
  } finally {
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
};
