// Preloaded into a server: at SIGUSR2 it collects garbage and says how many bytes are in use.
const collect = (globalThis as { gc?: () => void }).gc;

process.on('SIGUSR2', () => {
  collect?.();
  collect?.();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(`collected ${heapUsed + external}\n`);
});
