import { fuzzBlock, type FuzzFigures } from '@rapport/sync/fuzzing';

/** What the child says after every few blocks. Seeds stand for frames: bytes that attack are not written anywhere. */
export type FuzzReport = Pick<
  FuzzFigures,
  'frames' | 'refused' | 'closed' | 'taken' | 'slowestMs' | 'hungriestBytes'
> & {
  /** Seed of the block with the slowest frame. */
  slowestSeed: number;
  failed: { seed: number; why: string }[];
};

const [frames = '0', from = '0'] = process.argv.slice(2);

/** Time of this thread on a core, ms: other processes of the machine do not count. */
const now = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const memory = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const report: FuzzReport = {
  frames: 0,
  refused: 0,
  closed: 0,
  taken: 0,
  slowestMs: 0,
  hungriestBytes: 0,
  slowestSeed: 0,
  failed: [],
};

// What the compiler costs is not what a frame costs.
for (let seed = 1; seed <= 20; seed++) fuzzBlock(2 ** 31 + seed, { now, memory });

for (let seed = Number(from); report.frames < Number(frames); seed++) {
  try {
    const block = fuzzBlock(seed, { now, memory });
    for (const name of ['frames', 'refused', 'closed', 'taken'] as const) report[name] += block[name];
    report.hungriestBytes = Math.max(report.hungriestBytes, block.hungriestBytes);
    // A collection of garbage falls on whichever frame is under way: only what is slow again is slow.
    if (block.slowestMs > report.slowestMs) {
      const again = Math.min(block.slowestMs, fuzzBlock(seed, { now, memory }).slowestMs);
      if (again > report.slowestMs) {
        report.slowestMs = again;
        report.slowestSeed = seed;
      }
    }
  } catch (error) {
    report.failed.push({ seed, why: error instanceof Error ? error.message : String(error) });
    report.frames += 1;
  }
  if (seed % 10 === 0) process.send?.(report);
}
process.send?.(report, () => process.disconnect());
