// Preloaded into a server: at SIGUSR2 it collects garbage and says that it has.
const collect = (globalThis as { gc?: () => void }).gc;

process.on('SIGUSR2', () => {
  collect?.();
  collect?.();
  process.stderr.write('collected\n');
});
