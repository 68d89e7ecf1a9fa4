/**
 * How smoothly the built board runs, after `npm run build`. The product with a board imported over HTTP, one Chromium
 * that looks at it, and for some scenes twenty more people. A frame is the time between two animation frames; a smooth
 * board has 16.7 ms.
 */
import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { launchChromium, seatedContext, usableAfter } from './chromium.ts';
import { Crowd } from './crowd.ts';
import { seedBoard, type SeededBoard } from './seeded-board.ts';

const PEOPLE = 20;
/** Steps of a gesture; each waits until the page has taken the one before it. */
const STEPS = 120;
/** How long people work while nobody here does anything, ms. */
const WATCH_MS = 4_000;

type Frames = { p50: number; p95: number; worst: number; count: number };

const framesOf = (times: readonly number[]): Frames => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), worst: at(1), count: times.length };
};

const recorded = async (page: Page, act: () => Promise<void>): Promise<Frames> => {
  await page.evaluate('bench.record()');
  await act();
  return framesOf(await page.evaluate<number[]>('bench.stop()'));
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The pointer goes along a loop, so that a gesture ends where it began. */
const loop = async (page: Page, at: { x: number; y: number }): Promise<void> => {
  for (let step = 1; step <= STEPS; step += 1) {
    const angle = (2 * Math.PI * step) / STEPS;
    await page.mouse.move(at.x + 180 * Math.sin(angle), at.y + 120 * (1 - Math.cos(angle)));
  }
};

const drag = async (page: Page, at: { x: number; y: number }): Promise<void> => {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await loop(page, at);
  await page.mouse.up();
};

const middleOfCard = async (page: Page, index: number): Promise<{ x: number; y: number }> => {
  const box = await page.locator('[role="listbox"] [data-card-id]').nth(index).boundingBox();
  if (box === null) throw new Error('the card is not in view');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Draws a frame around some fifty cards; returns how many they are. */
const chooseMany = async (page: Page, surface: { x: number; y: number; width: number; height: number }) => {
  await page.keyboard.down('Control');
  await page.mouse.move(surface.x + surface.width / 2, surface.y + surface.height / 3);
  // 42 % of full size: the cards are still there one by one.
  for (let step = 0; step < 9; step += 1) await page.mouse.wheel(0, 9.6);
  await page.keyboard.up('Control');
  await wait(300);
  const empty = await page.evaluate<{ x: number; y: number } | null>(`(() => {
    for (let x = ${surface.x + 4}; x < ${surface.x + 400}; x += 4)
      for (let y = ${surface.y + 4}; y < ${surface.y + 200}; y += 4)
        if (document.elementFromPoint(x, y)?.closest('[data-card-id]') === null) return { x, y };
    return null;
  })()`);
  if (empty === null) throw new Error('cards are everywhere');
  await page.keyboard.down('Shift');
  await page.mouse.move(empty.x, empty.y);
  await page.mouse.down();
  await page.mouse.move(surface.x + surface.width - 60, surface.y + surface.height - 160, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  return page.locator('[role="option"][aria-selected="true"]').count();
};

const print = (scene: string, { p50, p95, worst, count }: Frames): void =>
  console.log(
    `| ${scene.padEnd(34)} | ${p50.toFixed(1).padStart(6)} | ${p95.toFixed(1).padStart(6)} | ${worst.toFixed(0).padStart(5)} | ${String(count).padStart(5)} |`,
  );

const look = async (board: SeededBoard, cards: number): Promise<void> => {
  const browser = await launchChromium();
  try {
    const context = await seatedContext(browser, board.links[0] ?? '');
    // Once to fill the cache of files, once to measure: a copy of the board is on this device then.
    const times: number[] = [];
    for (let visit = 0; visit < 3; visit += 1) {
      const page = await context.newPage();
      await page.goto(`${board.url}/g/${board.groupId}`);
      times.push(await usableAfter(page));
      await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
      await wait(1_500);
      await page.close();
    }
    const [first = 0, second = 0, third = 0] = times;
    const page = await context.newPage();
    await page.goto(`${board.url}/g/${board.groupId}`);
    await usableAfter(page);
    await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
    await wait(2_000);
    const surface = await page.getByRole('listbox', { name: 'Board' }).boundingBox();
    if (surface === null) throw new Error('there is no board');
    const middle = { x: surface.x + surface.width / 2, y: surface.y + surface.height / 3 };
    const session = await context.newCDPSession(page);
    const heap = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
    };

    console.log(`\n### ${cards} cards\n`);
    console.log(
      `Usable after ${first.toFixed(0)} ms with an empty cache, ${second.toFixed(0)} and ${third.toFixed(0)} ms on the next visits; heap ${(await heap()).toFixed(1)} MiB; load of the machine ${loadavg()[0]?.toFixed(1)}.\n`,
    );
    console.log('| scene | p50 ms | p95 ms | worst | frames |\n| --- | ---: | ---: | ---: | ---: |');
    print('nothing happens', await recorded(page, () => wait(1_500)));
    const wheel =
      (x: number, y: number, steps = STEPS) =>
      async (): Promise<void> => {
        await page.mouse.move(middle.x, middle.y);
        // There and back again.
        for (let step = 0; step < steps; step += 1) {
          const sign = step < steps / 2 ? 1 : -1;
          await page.mouse.wheel(x * sign, y * sign);
        }
      };
    const pinch = (y: number): Promise<Frames> =>
      recorded(page, async () => {
        await page.keyboard.down('Control');
        await wheel(0, y)();
        await page.keyboard.up('Control');
      });
    const atFullSize = async (): Promise<void> => {
      await page.locator('[role="listbox"] [tabindex="0"]').focus();
      await page.keyboard.press('1');
      await wait(300);
    };
    await atFullSize();
    print('pan', await recorded(page, wheel(14, 40)));
    print('zoom, from 100 % to 250 % and back', await pinch(-1.5));
    print('zoom, to the overview and back', await pinch(3));
    await atFullSize();
    print('drag one card', await recorded(page, async () => drag(page, await middleOfCard(page, 3))));
    const chosen = await chooseMany(page, surface);
    print(`drag ${chosen} cards`, await recorded(page, async () => drag(page, await middleOfCard(page, 3))));
    await page.keyboard.press('Escape');
    await atFullSize();
    await using crowd = await Crowd.join(board);
    crowd.start();
    print(`${PEOPLE} people move cards`, await recorded(page, () => wait(WATCH_MS)));
    print(`pan while ${PEOPLE} people move cards`, await recorded(page, wheel(14, 40)));
    crowd.stop();
    await wait(500);
    if (cards + 100 <= 5_000) {
      print(
        'a burst of 100 new cards',
        await recorded(page, async () => {
          await board.addCards(100);
          await wait(1_000);
        }),
      );
    }
    console.log(`\nHeap at the end ${(await heap()).toFixed(1)} MiB.`);
  } finally {
    await browser.close();
  }
};

export const watchFrames = async (sizes: readonly number[]): Promise<void> => {
  for (const cards of sizes) {
    await using board = await seedBoard({ cards, people: PEOPLE });
    await look(board, cards);
  }
};
