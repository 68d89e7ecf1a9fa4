/** `npm run board [-- --peers [--rounds n] [--only name …]] [--cards 200,1000,5000]`. */
import { parseArgs } from 'node:util';
import { compare, NAMES } from './compare.ts';
import { watchFrames } from './frames.ts';
import { measureBundle } from './measure-bundle.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: [...NAMES] },
    cards: { type: 'string', default: '200,1000,5000' },
  },
});
const sizes = values.cards.split(',').map(Number);

if (values.peers) {
  const names = NAMES.filter((name) => values.only.includes(name));
  await compare({ rounds: Number(values.rounds), sizes, names });
} else {
  await measureBundle();
  await watchFrames(sizes);
}
