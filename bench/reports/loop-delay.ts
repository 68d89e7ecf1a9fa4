import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/**
 * Loaded before a server (`--import`): ten times a second it adds a line to the file `LOOP_DELAYS` with the time and, of
 * the stretch since the last one, how long the event loop was held up at most, and the most work it did between two of
 * its turns, in milliseconds. The first counts what other programs of the machine took, the second does not.
 */
const file = process.env['LOOP_DELAYS'];
if (isMainThread && file !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let before = spent();
  let most = 0;
  setInterval(() => {
    const now = spent();
    most = Math.max(most, now - before);
    before = now;
  }, 1).unref();
  setInterval(() => {
    appendFileSync(file, `${Date.now()} ${(delay.max / 1e6).toFixed(1)} ${most.toFixed(1)}\n`);
    delay.reset();
    most = 0;
  }, 100).unref();
}
