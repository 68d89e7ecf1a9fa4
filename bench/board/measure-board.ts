import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { folderOf, type ContenderName } from './builds.ts';
import { IN_PAGE } from './in-page.ts';

/** Steps of a gesture; each waits until the page has taken the one before it. */
const STEPS = 60;
/** How long people work while nobody here does anything, ms. */
const WATCH_MS = 2_500;
const WEAR_MOVES = 60_000;
/** Times between frames that are this far apart have left one out, ms. */
const FRAME_MS = 1000 / 60;

/** What is measured of a board; every figure is one number, so that medians are taken of each. */
export type Figures = Record<string, number>;

export type Visit = {
  name: ContenderName;
  context: BrowserContext;
  address: string;
  /** What has to be done before anything is measured: a panel folded, a notice dismissed. */
  settle: (page: Page) => Promise<void>;
  /** Also how the heap grows with many moves. */
  wears: boolean;
};

type Spot = { x: number; y: number };

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const framesOf = (scene: string, times: readonly number[]): Figures => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const due = times.reduce((sum, time) => sum + Math.max(1, Math.round(time / FRAME_MS)), 0);
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  return {
    [`${scene} p50`]: at(0.5),
    [`${scene} p95`]: at(0.95),
    [`${scene} dropped %`]: due === 0 ? 0 : (100 * (due - times.length)) / due,
    [`${scene} fps`]: times.length / seconds,
  };
};

/** The page's own work since it was opened, s of the processor: other programs on the machine do not count. */
const workOf = async (session: CDPSession): Promise<{ script: number; task: number }> => {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
};

const gzipped = (name: ContenderName, path: string): number => {
  try {
    return gzipSync(readFileSync(join(folderOf(name), path)), { level: 9 }).length;
  } catch {
    return 0;
  }
};

class BoardPage {
  readonly figures: Figures = {};
  readonly #page: Page;
  readonly #session: CDPSession;

  constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** Records the frames of a scene and what the page worked for it. */
  async scene(name: string, act: () => Promise<void>): Promise<void> {
    const before = await workOf(this.#session);
    const started = performance.now();
    await this.#page.evaluate('bench.record()');
    await act();
    Object.assign(this.figures, framesOf(name, await this.#page.evaluate<number[]>('bench.stop()')));
    const { task } = await workOf(this.#session);
    this.figures[`${name} work ms/s`] = ((task - before.task) * 1000) / ((performance.now() - started) / 1000);
  }

  async view(zoom: number): Promise<void> {
    await this.#page.evaluate(`__board.setView(__board.boardCenter.x, __board.boardCenter.y, ${zoom})`);
    await wait(250);
  }

  async middle(): Promise<Spot> {
    return this.#page.evaluate<Spot>('__board.toScreen(__board.boardCenter.x, __board.boardCenter.y)');
  }

  async overview(): Promise<number> {
    return this.#page.evaluate<number>('__board.overview');
  }

  async pan(): Promise<void> {
    const { x, y } = await this.middle();
    await this.#page.mouse.move(x, y);
    for (let step = 0; step < STEPS; step += 1) {
      const sign = step < STEPS / 2 ? 1 : -1;
      await this.#page.mouse.wheel(14 * sign, 40 * sign);
    }
  }

  /** Out until all is in view, and back. */
  async zoom(): Promise<void> {
    const { x, y } = await this.middle();
    await this.#page.mouse.move(x, y);
    await this.#page.keyboard.down('Control');
    for (let step = 0; step < STEPS; step += 1) await this.#page.mouse.wheel(0, step < STEPS / 2 ? 8 : -8);
    await this.#page.keyboard.up('Control');
  }

  /** The pointer goes along a loop, so that a gesture ends where it began. */
  async drag(): Promise<void> {
    const { x, y } = await this.#page.evaluate<Spot>('__board.cardPoint()');
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    for (let step = 1; step <= STEPS; step += 1) {
      const angle = (2 * Math.PI * step) / STEPS;
      await this.#page.mouse.move(x + 160 * Math.sin(angle), y + 100 * (1 - Math.cos(angle)));
    }
    await this.#page.mouse.up();
  }

  /** People work on the board; gives the script they cost, ms of the processor a second. */
  async crowd(): Promise<void> {
    const before = await workOf(this.#session);
    const { seconds, moved } = await this.#page.evaluate<{ seconds: number; moved: number }>(
      `bench.crowd(${WATCH_MS})`,
    );
    const after = await workOf(this.#session);
    this.figures['script ms/s'] = ((after.script - before.script) * 1000 * 200) / moved;
    this.figures['moves/s'] = moved / seconds;
  }

  async nodes(): Promise<number> {
    return this.#page.evaluate<number>('bench.nodes()');
  }

  /** MiB in use after the rubbish is gone. */
  async heap(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    return (await this.#session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
  }
}

/** Opens a board with an empty cache and measures everything once. */
export const measureBoard = async ({ name, context, address, settle, wears }: Visit): Promise<Figures> => {
  const page = await context.newPage();
  await page.addInitScript(IN_PAGE);
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address, { waitUntil: 'commit' });
  const usable = await page.evaluate<number>('bench.usable()');
  await wait(2_000);
  const loaded = await page.evaluate<{ path: string; end: number }[]>(
    `performance.getEntriesByType('resource').map(({ name, responseEnd }) => ({ path: new URL(name).pathname, end: responseEnd }))`,
  );
  const scripts = [...new Map(loaded.map((one) => [one.path, one])).values()].filter(
    ({ path }) => path.endsWith('.js') && !path.includes('board-probe'),
  );
  const kB = (some: readonly { path: string }[]): number =>
    some.reduce((sum, { path }) => sum + gzipped(name, path), 0) / 1000;
  const tasks = await page.evaluate<{ startTime: number; duration: number }[]>('bench.longTasks');

  const board = new BoardPage(page, session);
  Object.assign(board.figures, {
    'usable ms': usable,
    'JS until usable kB': kB(scripts.filter(({ end }) => end <= usable)),
    'JS in all kB': kB(scripts),
    'blocking ms': tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
  });
  await settle(page);
  await wait(500);
  board.figures['heap at join MiB'] = await board.heap();

  await board.view(1);
  await board.scene('pan', () => board.pan());
  await board.view(1);
  await board.scene('zoom out and back', () => board.zoom());
  await board.view(1);
  const near = await board.nodes();
  await board.scene('drag one', () => board.drag());
  await board.view(1);
  await board.scene('remote', () => board.crowd());
  await board.view(0.45);
  const wide = await board.nodes();
  await page.evaluate('__board.select(50)');
  await board.scene('drag fifty', () => board.drag());
  await page.evaluate('__board.select(0)');
  await board.view(await board.overview());
  board.figures['DOM nodes'] = Math.max(near, wide, await board.nodes());
  await board.scene('overview pan', () => board.pan());
  const script = board.figures['script ms/s'] ?? 0;
  await board.scene('overview remote', () => board.crowd());
  board.figures['script ms/s'] = script;
  await board.view(0.5);
  board.figures['100 new cards ms'] = await page.evaluate<number>('bench.burst(100)');
  if (wears) {
    await board.view(1);
    const before = await board.heap();
    await page.evaluate(`bench.wear(${WEAR_MOVES})`);
    await wait(1_000);
    board.figures['heap after 60,000 moves ×'] = (await board.heap()) / before;
  }
  await page.close();
  return board.figures;
};
