import { parseArgs } from 'node:util';
import { simulateSeeds } from '@rapport/sync/simulation';

/** `node simulate.ts --seeds 5000 [--from 0]`: rooms with kills, late commits and forgers, one seeded run after another. */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '5000' }, from: { type: 'string', default: '0' } },
});

// Yjs says on the console when it changes a client id, which forgers make it do all the time.
const say = console.log;
console.log = () => undefined;

const start = performance.now();
const { failed, figures } = simulateSeeds(Number(values.from), Number(values.seeds));
const seconds = ((performance.now() - start) / 1000).toFixed(0);
say(JSON.stringify({ seeds: Number(values.seeds), from: Number(values.from), seconds, ...figures, failed }, null, 2));
process.exitCode = failed.length > 0 ? 1 : 0;
