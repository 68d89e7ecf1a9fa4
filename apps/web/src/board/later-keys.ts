import { firstSight } from '../connection/first-sight.ts';
import type * as Keys from './board-keys.ts';
import type * as Moving from './moving.ts';

let keys: typeof Keys | null = null;
let moving: typeof Moving | null = null;

const load = async (): Promise<void> => {
  try {
    await firstSight;
    [keys, moving] = await Promise.all([import('./board-keys.ts'), import('./moving.ts')]);
  } catch {
    // The next key asks again.
  }
};

/** Resolves when keys work on the board: right after the first cards, before anybody can have looked at them. */
export const keysCome = load();

/** Does what a key means on the board; false when it means nothing there, or nothing yet, and belongs to the browser. */
export const pressKey = (press: Keys.KeyPress, context: Keys.KeyContext): boolean => {
  if (keys !== null) return keys.pressKey(press, context);
  void load();
  return false;
};

/** Ends moving without dragging, if something is being moved; without keys nothing is. */
export const stopMoving: typeof Moving.stopMoving = (...what) => moving?.stopMoving(...what);
