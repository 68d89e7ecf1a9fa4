import { parseArgs } from 'node:util';
import { seeded } from '@rapport/sync/testing';
import { isRefusal, scanUpdate } from '@rapport/sync/scan-update';
import { forgetPlaces, touchedEntries } from '@rapport/sync/touched-entries';
import { cutsCharacters, fits, overlaps } from '@rapport/sync/update-fit';
import * as Y from 'yjs';

/**
 * `node frame-cost.ts --rounds 25`: what one honest update costs the thread of a room, in ms of processor time by part.
 * The thread's clock ticks coarsely on some machines: only the mean of many rounds says something.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '25' } } });
const rounds = Number(values.rounds);
const rules = { roots: new Set(['cards']), maxStructs: Number.POSITIVE_INFINITY };

type Shape = (doc: Y.Doc, count: number) => void;

const shapes: Record<string, Shape> = {
  'letters all over a text': (doc, count) => {
    const random = seeded(1);
    const text = new Y.Text();
    doc.getMap('cards').set('a', text);
    for (let at = 0; at < count; at++) text.insert(Math.floor(random() * (text.length + 1)), 'x');
  },
  'a text from its end to its start': (doc, count) => {
    const text = new Y.Text();
    doc.getMap('cards').set('a', text);
    for (let at = 0; at < count; at++) text.insert(0, 'x');
  },
  'one value for each of many cards': (doc, count) => {
    for (let at = 0; at < count; at++) doc.getMap('cards').set(`card${at}`, at);
  },
  'cards of four structs': (doc, count) => {
    for (let at = 0; at < count / 4; at++) {
      doc.getMap('cards').set(
        `card${at}`,
        new Y.Map<unknown>([
          ['x', at],
          ['title', new Y.Text('Ports')],
        ]),
      );
    }
  },
};

const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const measure = (update: Uint8Array): Record<string, string> => {
  const sums = { scan: 0, fit: 0, apply: 0, touched: 0, encode: 0 };
  let start = 0;
  const lap = (part: keyof typeof sums): void => {
    sums[part] += spent() - start;
    start = spent();
  };
  // The first rounds are those of a thread that has not seen such code yet.
  for (let round = -3; round < rounds; round++) {
    if (round === 0) for (const part of Object.keys(sums)) sums[part as keyof typeof sums] = 0;
    const doc = new Y.Doc();
    doc.getMap('cards');
    doc.on('update', () => undefined);
    start = spent();
    const scan = scanUpdate(update, rules);
    if (isRefusal(scan)) throw new Error(scan.code);
    lap('scan');
    if (!fits(doc, scan) || cutsCharacters(doc, scan) || overlaps(doc, scan)) throw new Error('it does not fit');
    lap('fit');
    doc.transact((transaction) => {
      Y.applyUpdate(doc, update);
      lap('apply');
      touchedEntries(doc, transaction.changed);
      forgetPlaces(transaction);
      lap('touched');
      transaction.local = true;
    });
    lap('encode');
  }
  return Object.fromEntries(Object.entries(sums).map(([part, ms]) => [part, (ms / rounds).toFixed(1)]));
};

const table = Object.entries(shapes).flatMap(([shape, make]) =>
  [1_000, 2_500, 5_000, 10_000, 20_000].map((count) => {
    const author = new Y.Doc();
    author.transact(() => make(author, count));
    const update = Y.encodeStateAsUpdate(author);
    return { shape, structs: count, kB: Math.round(update.length / 1024), ...measure(update) };
  }),
);
console.table(table);
