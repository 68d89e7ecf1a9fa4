import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { member } from '../pages/group.ts';
import { prepareGroup } from '../prepared-group.ts';
import { Product } from '../product.ts';

/** Scripts before the first card, bytes with gzip: a board opens on the Wi-Fi of a hall. Bytes, because they are not noise. */
const BUDGET = 150_000;

const DIST = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const gzipped = (path: string): number => gzipSync(readFileSync(DIST + path), { level: 9 }).length;

/**
 * Runs in the page from its start: what it had asked for when the first card stood on the board. A page that has waited
 * too long for its cards loads the rest meanwhile; a slow machine must not look like that here.
 */
const WATCH = `
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (run, ms, ...rest) => (ms >= 4_000 ? 0 : later(run, ms, ...rest));
  globalThis.scriptsBeforeCards = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[data-card-id]') === null) return requestAnimationFrame(look);
      const paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      resolve([...new Set(paths)].filter((path) => path.endsWith('.js')));
    };
    requestAnimationFrame(look);
  });
`;

test(`a board shows its cards after at most ${BUDGET / 1000} kB of scripts, in every language`, async ({ browser }) => {
  await using product = await Product.start();
  const { participants } = await prepareGroup(product, ['A shared early warning centre']);
  for (const [index, language] of (['en', 'fr', 'ar'] as const).entries()) {
    // What a worker keeps ahead is asked for by the worker, not by the page; none is the plain case.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const door = member(await context.newPage());
    await door.enter(participants[index] ?? '');
    const address = door.page.url();
    await door.page.close();

    const page = await context.newPage();
    await page.addInitScript(`localStorage.setItem('rapport.locale', '${language}');${WATCH}`);
    await page.goto(address);
    const scripts = await page.evaluate<string[]>('scriptsBeforeCards');
    const sizes = scripts.map((path) => ({ path, bytes: gzipped(path) })).toSorted((a, b) => b.bytes - a.bytes);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const list = sizes.map(({ path, bytes }) => `${bytes} ${path}`).join('\n');
    expect(sizes.length, list).toBeGreaterThan(4);
    expect(total, `${language}: ${total}\n${list}`).toBeLessThanOrEqual(BUDGET);
    await context.close();
  }
});
