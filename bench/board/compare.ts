/**
 * The board beside its peers: `npm run board -- --peers [--rounds n] [--cards 200,1000,5000]`. The same cards at the
 * same places in Rapport, Excalidraw and tldraw, the same gestures by real input events, in turn; medians of the rounds.
 */
import { loadavg } from 'node:os';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Disturbance, goFirst } from '../sync/machine.ts';
import { buildAll, compareBuilds, EXCALIDRAW_FONTS, folderOf, type ContenderName } from './builds.ts';
import { launchChromium, seatedContext } from './chromium.ts';
import { judge } from './goals.ts';
import { IN_PAGE } from './in-page.ts';
import { measureBoard, type Figures } from './measure-board.ts';
import { cardOf, seedBoard, type SeededBoard } from './seeded-board.ts';
import { Stand } from './stand.ts';

export const NAMES: readonly ContenderName[] = ['rapport', 'excalidraw', 'tldraw'];
/** Cards that come while one looks. */
const SPARE = 100;

type Card = { title: string; body: string; x: number; y: number };

/** One size of board, ready to be opened by any contender. */
type Course = AsyncDisposable & { visit(name: ContenderName, browser: Browser, wears: boolean): Promise<Figures> };

/** The board alone, as the others have it: the panel beside it folded away. */
const foldPanel = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Close the panel' }).click();
  await page.getByRole('button', { name: 'Open the panel' }).waitFor();
};

const placesOf = async (
  browser: Browser,
  context: BrowserContext,
  address: string,
): Promise<{ x: number; y: number }[]> => {
  const page = await context.newPage();
  await page.addInitScript(IN_PAGE);
  await page.goto(address);
  await page.evaluate('bench.usable()');
  await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
  const places = await page.evaluate<{ x: number; y: number }[]>(
    `__board.central(1e6).toSorted((a, b) => a - b).map((index) => __board.cardPos(index))`,
  );
  await page.close();
  return places;
};

/** Lets a contender turn cards into what a server of its own would hold. */
const translate = async (browser: Browser, stand: Stand, cards: readonly Card[]): Promise<unknown[]> => {
  stand.given.set('/board.json', '{}');
  const page = await browser.newPage();
  await page.addInitScript(IN_PAGE);
  await page.goto(stand.url);
  await page.evaluate('bench.usable()');
  const records = await page.evaluate<unknown[]>(`__board.prepare(${JSON.stringify(cards)})`);
  await page.close();
  return records;
};

const layCourse = async (size: number): Promise<Course> => {
  await using house = new AsyncDisposableStack();
  const board: SeededBoard = house.use(await seedBoard({ cards: size, people: 1 }));
  const rapport = house.use(await Stand.start({ folder: folderOf('rapport'), page: 'index.html', behind: board.url }));
  const link = (board.links[0] ?? '').replace(board.url, rapport.url);
  const address = `${rapport.url}/g/${board.groupId}`;
  const stands = new Map<ContenderName, Stand>();
  {
    const browser = await launchChromium();
    const places = await placesOf(browser, await seatedContext(browser, link), address);
    const cards = places.map((place, index) => ({ ...cardOf(index), ...place }));
    const middle = cards[Math.floor(cards.length / 2)] ?? { x: 0, y: 0 };
    const spare = Array.from({ length: SPARE }, (_, index) => ({
      ...cardOf(index),
      x: middle.x + ((index % 10) - 5) * 220,
      y: middle.y + (Math.floor(index / 10) - 5) * 140,
    }));
    for (const name of ['excalidraw', 'tldraw'] as const) {
      const stand = house.use(
        await Stand.start({ folder: folderOf(name), page: `${name}.html`, others: { '/fonts/': EXCALIDRAW_FONTS } }),
      );
      const records = await translate(browser, stand, [...cards, ...spare]);
      // Excalidraw has two elements for each card.
      const first = (records.length / (cards.length + SPARE)) * cards.length;
      stand.given.set('/board.json', JSON.stringify({ cards: records.slice(0, first), spare: records.slice(first) }));
      stands.set(name, stand);
    }
    await browser.close();
  }
  const kept = house.move();
  return {
    async visit(name, browser, wears) {
      if (name === 'rapport') {
        const context = await seatedContext(browser, link);
        return measureBoard({ name, context, address, settle: foldPanel, wears });
      }
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      return measureBoard({
        name,
        context,
        address: stands.get(name)?.url ?? '',
        settle: async () => undefined,
        wears,
      });
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const mediansOf = (runs: readonly Figures[]): Figures => {
  const keys = new Set(runs.flatMap((run) => Object.keys(run)));
  return Object.fromEntries([...keys].map((key) => [key, median(runs.flatMap((run) => run[key] ?? []))]));
};

const number = (value: number | undefined): string =>
  value === undefined ? '–' : value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(1);

const printTable = (size: number, medians: ReadonlyMap<ContenderName, Figures>): void => {
  console.log(
    `\n| ${size.toLocaleString('en-GB')} cards | Rapport | Excalidraw | tldraw |\n| --- | ---: | ---: | ---: |`,
  );
  const keys = new Set([...medians.values()].flatMap((figures) => Object.keys(figures)));
  for (const key of keys)
    console.log(`| ${key} | ${NAMES.map((name) => number(medians.get(name)?.[key])).join(' | ')} |`);
};

export const compare = async ({
  rounds,
  sizes,
  names,
}: {
  rounds: number;
  sizes: readonly number[];
  names: readonly ContenderName[];
}): Promise<void> => {
  const started = performance.now();
  const first = goFirst();
  await buildAll();
  console.log(`Beyond what ships, the measured build has: ${compareBuilds()}.`);
  const results = new Map<number, ReadonlyMap<ContenderName, Figures>>();
  for (const size of sizes) {
    await using course = await layCourse(size);
    console.log(`${size} cards lie ready after ${Math.round((performance.now() - started) / 1000)} s`);
    const runs = new Map<ContenderName, Figures[]>(NAMES.map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      // Nobody is always first.
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(round + turn) % names.length] ?? 'rapport';
        const disturbance = new Disturbance();
        const browser = await launchChromium();
        const figures = await course.visit(name, browser, round === rounds - 1 && size === 1_000);
        await browser.close();
        runs.get(name)?.push(figures);
        console.log(
          `round ${round + 1}, ${size} cards, ${name}: usable ${number(figures['usable ms'])} ms, pan p95 ${number(figures['pan p95'])} ms; load ${loadavg()[0]?.toFixed(1)}, kept from its core ${(100 * disturbance.share()).toFixed(1)} %`,
        );
      }
    }
    const medians = new Map(names.map((name) => [name, mediansOf(runs.get(name) ?? [])]));
    results.set(size, medians);
    printTable(size, medians);
  }
  judge(results);
  console.log(
    `\n${rounds} rounds in ${Math.round((performance.now() - started) / 1000)} s; ${first ? 'before ordinary work on the machine' : 'beside whatever else ran'}.`,
  );
};
