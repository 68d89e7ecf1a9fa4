import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess } from './server-process.ts';
import { percentile, Writer } from './writer.ts';

export type KillFigures = {
  kills: number;
  /** Edits that were said to be on disk. */
  acknowledged: number;
  /** Edits made, acknowledged or not. */
  written: number;
  /** Acknowledged and not there after the restart: must be empty. */
  lost: string[];
  /** Honest writers who were told not to come back: must be none. */
  shownOut: number;
  ackP50: number;
  ackP99: number;
};

/** Edits of each writer a second. */
const RATE = 30;

/** Kills a server that people write to, at random moments; each time, looks whether all it had acknowledged is there. */
export const provesKills = async ({
  kills,
  writers: count,
  random,
}: {
  kills: number;
  writers: number;
  random: () => number;
}): Promise<KillFigures> => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-kills-'));
  const rounds = Math.ceil(kills / 10);
  const figures: KillFigures = { kills: 0, acknowledged: 0, written: 0, lost: [], shownOut: 0, ackP50: 0, ackP99: 0 };
  const delays: number[] = [];
  let server = await ServerProcess.start(folder);
  try {
    const groups = await server.seed(rounds, count + 1);
    for (const { groupId, tokens } of groups) {
      const [looker = '', ...others] = tokens;
      const writers = others.map((token) => new Writer(groupId, token));
      for (let kill = 0; kill < 10 && figures.kills < kills; kill++) {
        await Promise.all(writers.map((writer) => writer.connect(server.url)));
        const killed = pause(100 + random() * 900).then(() => server.end('SIGKILL'));
        const over = new AbortController();
        const load = writers.map(async (writer) => {
          while (!over.signal.aborted) {
            writer.write();
            await pause((500 + random() * 1000) / RATE);
          }
        });
        await killed;
        over.abort();
        await Promise.all(load);
        figures.kills += 1;
        server = await ServerProcess.start(folder);
        // Before anybody brings back what they have: what is on disk and nothing else.
        const fresh = new Writer(groupId, looker);
        await fresh.connect(server.url);
        const there = fresh.cards;
        for (const writer of writers) {
          for (const card of writer.acknowledged) if (!there.has(card)) figures.lost.push(card);
        }
        fresh.leave();
      }
      await Promise.all(writers.map((writer) => writer.connect(server.url)));
      await Promise.all(writers.map((writer) => writer.settled()));
      for (const writer of writers) {
        figures.acknowledged += writer.acknowledged.size;
        figures.shownOut += writer.shownOut.length;
        delays.push(...writer.delays);
        writer.leave();
      }
      figures.written += new Set(writers.flatMap((writer) => [...writer.cards])).size;
    }
    return { ...figures, ackP50: percentile(delays, 0.5), ackP99: percentile(delays, 0.99) };
  } finally {
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
};
