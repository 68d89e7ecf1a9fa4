import type { Locator, Page } from '@playwright/test';

type At = readonly [x: number, y: number];

/** Moves in between, as a hand makes them. */
const STEPS = 6;

const middle = async (of: Locator): Promise<At> => {
  const box = await of.boundingBox();
  if (box === null) throw new Error(`${String(of)} is not on the screen`);
  return [box.x + box.width / 2, box.y + box.height / 2];
};

/** One or two fingers on the glass; px from the window's corner. */
export const fingers = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly At[]): Promise<unknown> =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const move = async (from: readonly At[], to: readonly At[]): Promise<void> => {
    await touch('touchStart', from);
    for (let step = 1; step <= STEPS; step += 1) {
      await touch(
        'touchMove',
        from.map(([x, y], n): At => {
          const [toX, toY] = to[n] ?? [x, y];
          return [x + ((toX - x) * step) / STEPS, y + ((toY - y) * step) / STEPS];
        }),
      );
    }
    await touch('touchEnd', []);
  };
  return {
    middle,

    async tap(on: Locator): Promise<void> {
      const at = await middle(on);
      await touch('touchStart', [at]);
      await touch('touchEnd', []);
    },

    /** One finger, by so much. */
    drag: (from: At, dx: number, dy: number): Promise<void> => move([from], [[from[0] + dx, from[1] + dy]]),

    /** Two fingers together, by so much. */
    dragTwo: ([x, y]: At, dx: number, dy: number): Promise<void> =>
      move(
        [
          [x - 40, y],
          [x + 40, y],
        ],
        [
          [x - 40 + dx, y + dy],
          [x + 40 + dx, y + dy],
        ],
      ),

    /** Two fingers around a point, from so far apart to so far apart. */
    pinch: ([x, y]: At, from: number, to: number): Promise<void> =>
      move(
        [
          [x - from / 2, y],
          [x + from / 2, y],
        ],
        [
          [x - to / 2, y],
          [x + to / 2, y],
        ],
      ),

    /** A finger that stays; `seen` says when it may go. */
    async rest(on: Locator, seen: () => Promise<void>): Promise<void> {
      const at = await middle(on);
      await touch('touchStart', [at]);
      await seen();
      await touch('touchEnd', []);
    },
  };
};
