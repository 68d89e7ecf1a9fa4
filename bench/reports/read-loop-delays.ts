import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file that `loop-delay.ts` writes; gone with its folder when disposed of, which must be after the server. */
export type LoopDelays = { file: string } & AsyncDisposable;

/** Lets every server that is started from now on write down how its loop was held up. */
export const keepLoopDelays = async (): Promise<LoopDelays> => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-delays-'));
  const file = join(folder, 'delays');
  process.env['LOOP_DELAYS'] = file;
  process.env['NODE_OPTIONS'] = `--import=${fileURLToPath(new URL('loop-delay.ts', import.meta.url))}`;
  return { file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
};

/** What `loop-delay.ts` tells of the time between two times (`Date.now()`): the most of each, ms. */
export const longestTurn = async (
  { file }: LoopDelays,
  { from, to }: { from: number; to: number },
): Promise<{ delay: number; work: number; own: number }> => {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const within = lines.map((line) => line.split(' ').map(Number)).filter(([at = 0]) => at >= from && at <= to + 100);
  const most = (column: number): number => Math.max(0, ...within.map((line) => line[column] ?? 0));
  return { delay: most(1), work: most(2), own: most(3) };
};
