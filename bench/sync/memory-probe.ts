// Preloaded into a server: at SIGUSR2 it collects garbage and says how many bytes are in use. As a last resort: an
// ordinary collection keeps what is held weakly by compiled code, some hundred bytes for each connection there was.
const collect = (globalThis as { gc?: (options: { type: 'major'; flavor: 'last-resort' }) => void }).gc;

process.on('SIGUSR2', () => {
  collect?.({ type: 'major', flavor: 'last-resort' });
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(`collected ${heapUsed + external}\n`);
});
