import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** A headless Chromium that draws without a GPU, as the machines of a venue may. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(process.env['CHROMIUM_PATH'] !== undefined && { executablePath: process.env['CHROMIUM_PATH'] }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-precise-memory-info',
    ],
  });

/** Runs in the page from its start: notes when the first card stands on the board, and the times of frames. */
const WATCH = `
  globalThis.bench = {
    usable: new Promise((resolve) => {
      const look = () =>
        document.querySelector('[role="listbox"] [role="option"]') === null
          ? requestAnimationFrame(look)
          : resolve(performance.now());
      requestAnimationFrame(look);
    }),
    frames: null,
    record() {
      const frames = (this.frames = []);
      const next = (time) => {
        if (this.frames !== frames) return;
        frames.push(time);
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
    stop() {
      const times = this.frames;
      this.frames = null;
      return times.slice(1).map((time, index) => time - times[index]);
    },
  };
`;

/** A browser whose only seat is that of the badge link, as somebody who comes back to it. */
export const seatedContext = async (browser: Browser, link: string, locale = 'en-GB'): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale });
  await context.addInitScript(WATCH);
  const door = await context.newPage();
  const signedIn = door.waitForResponse('**/api/sessions');
  await door.goto(link);
  await (await signedIn).finished();
  await door.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await door.close();
  return context;
};

/** When the board became usable, that is when a card stood on it: ms since the page was opened. */
export const usableAfter = (page: Page): Promise<number> => page.evaluate<number>('bench.usable');
