// What is evaluated runs in the page.
/// <reference lib="dom" />
// Takes the pictures of the documentation: node e2e/take-screens.ts, after the web app was built.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { Product } from './product.ts';
import { walkDoors, walkOptions, walkPhases, type Look, type Walk } from './screens.ts';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'pictures');

const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const LOOKS = {
  light: { name: 'light', language: 'en', options: { viewport: LAPTOP } },
  dark: { name: 'dark', language: 'en', options: { viewport: LAPTOP, colorScheme: 'dark' } },
  arabic: { name: 'arabic', language: 'ar', options: { viewport: LAPTOP } },
  phone: { name: 'phone', language: 'en', options: { viewport: PHONE, deviceScaleFactor: 2 } },
  arabicPhone: { name: 'arabicPhone', language: 'ar', options: { viewport: PHONE, deviceScaleFactor: 2 } },
} as const satisfies Record<string, Look>;

/** Files by the screen and the look they show. */
const PICTURES: Readonly<Record<string, readonly [screen: string, look: keyof typeof LOOKS]>> = {
  board: ['the board', 'light'],
  'board-dark': ['the board', 'dark'],
  'board-arabic': ['clustering, whoever leads', 'arabic'],
  writing: ['writing', 'phone'],
  paper: ['a paper of a rating ballot', 'arabicPhone'],
  results: ['results of a rating ballot', 'light'],
  option: ['an option', 'light'],
  report: ['the report', 'light'],
  cockpit: ['organising: cockpit', 'light'],
  plenary: ['the plenary, who chairs', 'light'],
};

const fileOf = (screen: string, look: Look): string | undefined =>
  Object.keys(PICTURES).find((file) => PICTURES[file]?.[0] === screen && PICTURES[file][1] === look.name);

/** The browser turns its own picture into the smaller format: no program of the system is needed. */
const asWebp = async (page: Page, png: Buffer): Promise<Buffer> => {
  const url = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.86);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  ...(process.env['CHROMIUM_PATH'] !== undefined && { executablePath: process.env['CHROMIUM_PATH'] }),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
});
const canvas = await browser.newPage();
const looks: Walk['looks'] = { wide: Object.values(LOOKS), narrow: [] };
for (const walk of [walkDoors, walkPhases, walkOptions]) {
  await using product = await Product.start({ demo: true });
  await walk({
    product,
    browser,
    looks,
    wants: (screen, look) => fileOf(screen, look) !== undefined,
    visit: async (page, screen, look) => {
      const file = fileOf(screen, look);
      if (file === undefined) return;
      // What comes after the first sight (the editor, who else is here) belongs to the picture.
      await page.waitForTimeout(3000);
      writeFileSync(join(folder, `${file}.webp`), await asWebp(canvas, await page.screenshot()));
    },
  });
}
await browser.close();
