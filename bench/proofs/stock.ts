import { parseArgs } from 'node:util';
import { provesStock, type ProviderName } from './stock-clients.ts';

/** `node stock.ts --minutes 3`: both generations of the stock client beside each other, silent for so long. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '3' } } });

const names: ProviderName[] = ['y-websocket 2', 'y-websocket 3'];
const figures = await Promise.all(
  names.map(async (name) => ({ name, ...(await provesStock(name, Number(values.minutes) * 60_000)) })),
);
console.log(JSON.stringify(figures, null, 2));
const holds = figures.every(
  (one) =>
    one.lostWhileIdle + one.shownOut === 0 &&
    one.sameTogether &&
    one.sameAfterOffline &&
    one.sameAfterKill &&
    one.cards === one.written,
);
process.exit(holds ? 0 : 1);
