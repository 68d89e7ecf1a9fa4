/**
 * Measures suggested clusters against labels people assigned, and their time. Writes a table in Markdown:
 * `node bench/clustering/measure.ts <folder> [--training]`, where the folder holds banking77-test.csv,
 * banking77-train.csv and boards-banking77.csv (columns: bench/clustering/RESULTS.md). `--training` draws boards from the
 * training file instead: choices of the method are made on these, never on the others.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { suggestClusters } from '@rapport/statistics/suggest-clusters/suggest-clusters';
import { drawBoards } from './draw-boards.ts';
import { scoreGrouping, type Score } from './score-grouping.ts';

type LabelledCard = { id: string; text: string; label: string };

const readCards = async (file: string): Promise<(LabelledCard & { board: string })[]> => {
  const rows: Record<string, string>[] = parse(await readFile(file, 'utf8'), { columns: true });
  return rows.map((row) => ({
    id: row['card_id'] ?? row['id'] ?? '',
    text: row['text'] ?? '',
    label: row['label'] ?? '',
    board: row['board_id'] ?? '',
  }));
};

type Measured = Score & { clusters: number; left: number };

/** Labels are never shown to the method. Cards left out count as groups of one. */
const measure = (cards: readonly LabelledCard[], count?: number): Measured => {
  const found = suggestClusters(
    cards.map(({ id, text }) => ({ id, title: text, body: '' })),
    count === undefined ? {} : { count },
  );
  const groupOf = new Map<string, number>();
  for (const [group, { cardIds }] of found.suggestions.entries()) for (const id of cardIds) groupOf.set(id, group);
  const score = scoreGrouping(
    cards.map(({ id }) => groupOf.get(id) ?? id),
    cards.map(({ label }) => label),
  );
  return { ...score, clusters: found.suggestions.length, left: found.left.length };
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number): string => (100 * share).toFixed(1);

const row = (name: string, boards: readonly (readonly LabelledCard[])[], given: boolean): void => {
  const labels = boards.map((cards) => new Set(cards.map(({ label }) => label)).size);
  const measured = boards.map((cards, index) => measure(cards, given ? labels[index] : undefined));
  const of = (pick: (one: Measured) => number): number => mean(measured.map(pick));
  const ownCounts = measured.map(({ clusters }) => clusters);
  const clusters = `${of((one) => one.clusters).toFixed(1)} (${Math.min(...ownCounts)}–${Math.max(...ownCounts)})`;
  console.log(
    `| ${name} | ${given ? 'given' : 'chosen'} | ${percent(of((one) => one.acc))} | ${percent(of((one) => one.nmi))} | ${percent(of((one) => one.ari))} | ${clusters} of ${mean(labels).toFixed(1)} | ${of((one) => one.left).toFixed(1)} |`,
  );
};

const time = (name: string, cards: readonly { id: string; title: string; body: string }[]): void => {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    suggestClusters(cards);
    return performance.now() - start;
  }).toSorted((one, other) => one - other);
  console.log(`| ${name} | ${(runs[2] ?? 0).toFixed(0)} | ${(runs[4] ?? 0).toFixed(0)} |`);
};

const rounded = ({ acc, nmi, ari }: Score): number[] => [acc, nmi, ari].map((value) => Math.round(value * 1e4) / 1e4);

/** The scores themselves, on cases worked out by hand. */
const checkScores = (): void => {
  assert.deepEqual(rounded(scoreGrouping([1, 1, 0, 0], ['a', 'a', 'b', 'b'])), [1, 1, 1]);
  assert.deepEqual(rounded(scoreGrouping([0, 1, 2, 3], ['a', 'a', 'b', 'b'])), [0.5, 0.6667, 0]);
  assert.deepEqual(rounded(scoreGrouping([0, 0, 1, 1], ['a', 'a', 'b', 'c'])), [0.75, 0.8, 0.5714]);
};

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/clustering/measure.ts <folder with the data> [--training]');
  process.exit(2);
}
checkScores();
const training = await readCards(join(folder, 'banking77-train.csv'));

console.log('| cards | number | ACC | NMI | ARI | clusters | left |\n| --- | --- | --- | --- | --- | --- | --- |');
if (options.includes('--training')) {
  for (const { name, boards, labels, size } of [
    { name: '25 cards', boards: 30, labels: [3, 4], size: 25 },
    { name: '60 cards', boards: 24, labels: [4, 5, 6], size: 60 },
    { name: '120 cards', boards: 40, labels: [8], size: 120 },
    { name: '120 cards, small clusters', boards: 12, labels: [15], size: 120 },
    { name: '300 cards', boards: 6, labels: [12, 14, 16], size: 300 },
  ]) {
    const drawn = drawBoards(training, { boards, labels, size, seed: 31 });
    for (const given of [true, false]) row(`${boards} boards of ${name}`, drawn, given);
  }
} else {
  const boards = [...Map.groupBy(await readCards(join(folder, 'boards-banking77.csv')), ({ board }) => board).values()];
  const test = await readCards(join(folder, 'banking77-test.csv'));
  for (const given of [true, false]) row(`${boards.length} boards`, boards, given);
  for (const given of [true, false]) row(`test file, ${test.length} cards`, [test], given);

  console.log(
    `\nNode ${process.version}, ${availableParallelism()} cores; five runs each, the first in a cold process.\n`,
  );
  console.log('| cards | median ms | slowest ms |\n| --- | --- | --- |');
  const asCards = (from: readonly LabelledCard[]) => from.map(({ id, text }) => ({ id, title: text, body: '' }));
  const [mixed = []] = drawBoards(training, { boards: 1, labels: [77], size: 5000, seed: 5 });
  time('120 of one sentence', asCards(mixed.slice(0, 120)));
  time('500 of one sentence', asCards(mixed.slice(0, 500)));
  const long = mixed.slice(0, 500).map(({ id, text }, index) => ({
    id,
    title: text,
    body: mixed
      .slice(500 + index * 8, 508 + index * 8)
      .map((one) => one.text)
      .join(' '),
  }));
  time('500 with nine sentences each', long);
  time('5,000 of one sentence', asCards(mixed));
}
