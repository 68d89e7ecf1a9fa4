// What is evaluated runs in the page.
/// <reference lib="dom" />
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { Product } from '../product.ts';
import { walkDoors, walkOptions, walkPhases, type Look } from '../screens.ts';

const LAPTOP = { width: 1280, height: 800 };

const LIGHT: Look = { name: 'English, light', language: 'en', options: { viewport: LAPTOP } };
const FORCED: Look = {
  name: 'Arabic, forced colours, without motion',
  language: 'ar',
  options: { viewport: LAPTOP, forcedColors: 'active', reducedMotion: 'reduce' },
};
const DARK: Look = {
  name: 'French, dark, 320 px wide',
  language: 'fr',
  options: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
};
/** A window of 320 × 256 is one of 1280 × 1024 at 400 %. */
const ENLARGED: Look = {
  name: 'Arabic, more contrast, at 400 %',
  language: 'ar',
  options: { viewport: { width: 320, height: 256 }, contrast: 'more' },
};

// Each axe on a full board takes its time, and nothing of a trace would be looked at.
test.use({ trace: 'off' });

// Each look of each person is a page to be loaded: a part has a narrow and a wide one.
for (const [part, { walk, narrow, wide }] of Object.entries({
  'at the door': { walk: walkDoors, narrow: DARK, wide: FORCED },
  'in all phases and ballots': { walk: walkPhases, narrow: ENLARGED, wide: LIGHT },
  'from options to the plenary': { walk: walkOptions, narrow: DARK, wide: FORCED },
})) {
  test(`${part} every screen is without barriers and none is scrolled sideways`, async ({ browser }) => {
    test.setTimeout(1_200_000);
    await using product = await Product.start({ demo: true });
    const seenWide = new Set<string>();
    const visit = async (page: Page, screen: string, look: Look): Promise<void> => {
      // Axe takes its time: a screen that is seen wide has had it there, contrast of our own colours included.
      const hasAxe = !seenWide.has(screen);
      if (look === LIGHT) seenWide.add(screen);
      const where = `${screen} (${look.name})`;
      // Forced colours are the reader's own: their contrast is nothing we could mend, and axe reads ours below them.
      const without = look.options.forcedColors === 'active' ? ['color-contrast'] : [];
      await test.step(where, async () => {
        if (hasAxe) await expectAccessible(page, where, { without });
        expect(await sideways(page), where).toEqual([]);
      });
    };
    await walk({ product, browser, looks: { wide: [wide], narrow: [narrow] }, visit });
  });
}

/** What reaches over the side of the window, or is cut off there; the board itself is a plane one moves over. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    const over = root.scrollWidth - innerWidth;
    if (over > 0) found.push(`the page, by ${over} px`);
    /** In a row that is scrolled by itself, or for ears only. */
    const isApart = (element: Element): boolean => {
      for (let one: Element | null = element; one !== null && one !== root; one = one.parentElement) {
        const { overflowX, clipPath } = getComputedStyle(one);
        if (clipPath !== 'none' || (overflowX !== 'visible' && one.scrollWidth > one.clientWidth)) return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('[role=listbox]') !== null) continue;
      const hasText = [...element.childNodes].some(
        ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim() !== '',
      );
      const { left, right, width, height } = element.getBoundingClientRect();
      if (!hasText || width === 0 || height === 0 || (left >= -1 && right <= innerWidth + 1)) continue;
      if (!isApart(element)) found.push(`“${element.textContent.slice(0, 40)}” from ${left} to ${right} px`);
    }
    return found;
  });
