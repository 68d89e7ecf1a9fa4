import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { FuzzReport } from './fuzz-child.ts';

/**
 * `node fuzz.ts --frames 1000000 [--from 0]`: hostile frames in a child with little memory. The child is killed when it
 * says nothing for long: some frame does not end.
 */
const { values } = parseArgs({
  options: { frames: { type: 'string', default: '1000000' }, from: { type: 'string', default: '0' } },
});
const HEAP_MB = 192;
/** On a busy machine the child may get little of a core; a frame that never ends is silent for longer. */
const SILENCE_MS = 120_000;
const LIMITS = { slowestMs: 5, hungriestBytes: 16 * 1024 * 1024 };

const child = fork(fileURLToPath(new URL('./fuzz-child.ts', import.meta.url)), [values.frames, values.from], {
  execArgv: [`--max-old-space-size=${HEAP_MB}`],
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
let last: FuzzReport | null = null;
let silence = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
child.on('message', (report) => {
  last = report as FuzzReport;
  clearTimeout(silence);
  silence = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
});
child.once('exit', (code, signal) => {
  clearTimeout(silence);
  const broken = [
    ...(code === 0 ? [] : [`the child ended with ${code ?? signal}`]),
    ...(last === null || last.failed.length > 0 ? ['an invariant does not hold'] : []),
    ...(last !== null && last.slowestMs > LIMITS.slowestMs ? ['a frame took too long'] : []),
    ...(last !== null && last.hungriestBytes > LIMITS.hungriestBytes ? ['a frame took too much memory'] : []),
  ];
  console.log(JSON.stringify({ heapMb: HEAP_MB, ...last, broken }, null, 2));
  process.exitCode = broken.length > 0 ? 1 : 0;
});
