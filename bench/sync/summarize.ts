// node sync/summarize.ts results.jsonl [--quiet 0.05]: medians as a table, of undisturbed runs where there are any.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: 'string', default: '0.05' } },
});
const [file] = positionals;
if (file === undefined) throw new Error('which file?');

type Line = { round: number; scenario: string; server: string; disturbed: number } & Record<string, unknown>;
const lines = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

const HIDDEN = new Set(['round', 'scenario', 'server', 'disturbed']);

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

const print = (values_: readonly unknown[]): string => {
  const numbers = values_.filter((value) => typeof value === 'number');
  if (numbers.length > 0) return String(Math.round(median(numbers) * 1000) / 1000);
  if (values_.every((value) => value === true)) return 'yes';
  const other = values_.find((value) => typeof value === 'string' || value === false);
  return other === undefined ? '–' : JSON.stringify(other);
};

const groups = Map.groupBy(lines, ({ scenario, server }) => `${scenario} ${server}`);
const scenarios = new Map<string, string[]>();
for (const runs of groups.values()) {
  const [first] = runs;
  if (first === undefined) continue;
  const quiet = runs.filter(({ disturbed }) => disturbed <= Number(values.quiet));
  const used = quiet.length > 0 ? quiet : runs;
  const names = [...new Set(used.flatMap((run) => Object.keys(run)))].filter((name) => !HIDDEN.has(name));
  const figures = names.map((name) => `${name} ${print(used.map((run) => run[name]))}`).join(', ');
  const disturbed = Math.round(median(used.map((run) => run.disturbed)) * 1000) / 1000;
  const line = `| ${first.server} | ${used.length} of ${runs.length} | ${disturbed} | ${figures} |`;
  scenarios.set(first.scenario, [...(scenarios.get(first.scenario) ?? []), line]);
}
for (const [scenario, rows] of scenarios) {
  console.log(`\n**${scenario}**\n\n| server | runs | disturbed | medians |\n|---|---|---|---|\n${rows.join('\n')}`);
}
