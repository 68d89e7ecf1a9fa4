import { appendFileSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** How often the loop is looked at, ms. */
const STEP = 1;

const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** How long this thread was ready to run while other programs had the processors, ms (Linux). */
const waited = (): number => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;

/**
 * Loaded before a server (`--import`): ten times a second it adds a line to the file `LOOP_DELAYS` with the time and, of
 * the stretch since the last one, how long the event loop was held up at most, the most work it did between two of its
 * turns, and for how long it was held up at most by itself, in milliseconds. The first counts what other programs of the
 * machine took; the second is time on the processor alone; the third is the first without the time for which the thread
 * stood in the queue for a processor: work, and waiting for the disk.
 */
const file = process.env['LOOP_DELAYS'];
if (isMainThread && file !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: STEP });
  delay.enable();
  let last = { at: performance.now(), spent: spent(), waited: waited() };
  let most = { work: 0, own: 0 };
  setInterval(() => {
    const now = { at: performance.now(), spent: spent(), waited: waited() };
    most = {
      work: Math.max(most.work, now.spent - last.spent),
      own: Math.max(most.own, now.at - last.at - STEP - (now.waited - last.waited)),
    };
    last = now;
  }, STEP).unref();
  setInterval(() => {
    const figures = [delay.max / 1e6, most.work, most.own].map((ms) => ms.toFixed(1));
    appendFileSync(file, `${Date.now()} ${figures.join(' ')}\n`);
    delay.reset();
    most = { work: 0, own: 0 };
  }, 100).unref();
}
