// What is evaluated runs in the page.
/// <reference lib="dom" />
import { expect, type Locator, type Page } from '@playwright/test';

/** Where the focus is and whether one can see it there; null when it is on something one can see. */
const hiddenFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing has the focus';
    const name = `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 60)}”`;
    if (!element.matches(':focus-visible')) return `${name}: the focus does not show`;
    // Where the real field is too small to be seen, its label shows the focus.
    const { width, height } = element.getBoundingClientRect();
    const shown = width < 4 || height < 4 ? (element.closest('label') ?? element) : element;
    const box = shown.getBoundingClientRect();
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 4 || bottom - top < 4) return `${name}: outside of the window`;
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.2, 0.8].map((y) => [x, y] as const));
    const seen = points.filter(([x, y]) => {
      const at = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return at !== null && (shown.contains(at) || at.contains(shown));
    });
    return seen.length >= points.length / 2 ? null : `${name}: covered by something else`;
  });

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluateAll((elements) => elements.some((element) => element.contains(document.activeElement)));

/** What somebody does who has no mouse. After every key the focus is somewhere, and to be seen. */
export const keyboard = (page: Page) => {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await expect.poll(() => hiddenFocus(page), { message: `after ${key}` }).toBeNull();
    }
  };
  /** Presses a key until the focus is on, or within, what is looked for. */
  const until = async (key: string, wanted: Locator, most: number): Promise<void> => {
    await expect(wanted.first()).toBeAttached();
    for (let presses = 0; !(await hasFocus(wanted)); presses += 1) {
      if (presses === most) throw new Error(`${most} times ${key} do not lead to ${String(wanted)}`);
      await press(key);
    }
  };
  const goTo = (wanted: Locator): Promise<void> => until('Tab', wanted, 60);
  return {
    page,
    press,
    goTo,

    async activate(wanted: Locator): Promise<void> {
      await goTo(wanted);
      await press('Enter');
    },

    /** To a part of the page: its toolbar, the board, the panel beside it. */
    toPart: (part: Locator): Promise<void> => until('F6', part, 8),

    /** Takes the only line a list has left; the focus stays in the field above it. */
    async pick(name: string): Promise<void> {
      const line = page.getByRole('dialog').getByRole('option');
      await expect(line).toHaveCount(1);
      await expect(line).toContainText(name);
      await press('ArrowDown');
      await page.keyboard.press('Enter');
    },

    /** Into the field that has the focus, as soon as it does. */
    async type(text: string, field?: Locator): Promise<void> {
      if (field !== undefined) await expect(field).toBeFocused();
      await page.keyboard.type(text);
    },
  };
};
