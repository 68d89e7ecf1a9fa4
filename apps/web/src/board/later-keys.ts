import { firstSight } from '../connection/first-sight.ts';
import type * as Keys from './board-keys.ts';

let keys: typeof Keys | null = null;

const load = async (): Promise<void> => {
  try {
    await firstSight;
    keys = await import('./board-keys.ts');
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
