/**
 * What a browser loads until a board is usable, after `npm run build`. Chromium opens `/g/<id>` with an empty cache, as
 * somebody whose seat it knows; everything requested before the first card stands on the board counts. Fonts are listed
 * apart: text is drawn before they come.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launchChromium, seatedContext, usableAfter } from './chromium.ts';
import { seedBoard } from './seeded-board.ts';

const DIST = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

/** `ms` since the page was opened. */
type Loaded = { path: string; bytes: number; kind: string; ms: number };

const kindOf = (path: string): string =>
  /\.(js|css|woff2)$/.exec(path)?.[1] ?? (path.startsWith('/api') ? 'api' : 'page');

const gzipped = (path: string): number => {
  try {
    return gzipSync(readFileSync(DIST + path), { level: 9 }).length;
  } catch {
    return 0;
  }
};

const measure = async (locale: string): Promise<void> => {
  await using board = await seedBoard({ cards: 200, people: 1 });
  const browser = await launchChromium();
  try {
    const context = await seatedContext(browser, board.links[0] ?? '', locale);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    let opened = 0;
    const paths = new Map<string, string>();
    const loaded: Loaded[] = [];
    session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
      if (opened === 0) opened = timestamp;
      paths.set(requestId, new URL(request.url).pathname);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
      const path = paths.get(requestId) ?? '';
      loaded.push({ path, bytes: encodedDataLength, kind: kindOf(path), ms: (timestamp - opened) * 1000 });
    });
    await page.goto(`${board.url}/g/${board.groupId}`);
    const ms = await usableAfter(page);
    const before = loaded.filter((one) => one.ms <= ms);
    const code = before.filter(({ kind }) => kind === 'js' || kind === 'css');
    const sum = (some: readonly Loaded[], bytes: (one: Loaded) => number): string =>
      (some.reduce((total, one) => total + bytes(one), 0) / 1000).toFixed(1);
    console.log(
      `${locale}: ${code.length} files of code, ${sum(code, (one) => one.bytes)} kB over the wire (brotli and headers),`,
      `${sum(code, ({ path }) => gzipped(path))} kB with gzip;`,
      `fonts ${sum(
        before.filter(({ kind }) => kind === 'woff2'),
        (one) => one.bytes,
      )} kB;`,
      `the first card after ${Math.round(ms)} ms`,
    );
    for (const { path, bytes } of code.toSorted((a, b) => b.bytes - a.bytes).slice(0, 12)) {
      console.log(`  ${path.replace('/assets/', '').padEnd(40)} ${(bytes / 1000).toFixed(1).padStart(7)} kB`);
    }
  } finally {
    await browser.close();
  }
};

export const measureBundle = async (): Promise<void> => {
  for (const locale of ['en-GB', 'fr-FR']) await measure(locale);
};
