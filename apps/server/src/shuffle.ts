import type { RandomBytes } from '@rapport/domain/ids';

/** A random whole number below `limit` without bias: what does not fill a whole multiple is drawn again. */
const below = (limit: number, random: RandomBytes): number => {
  const whole = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const bytes = random(4);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (drawn < whole) return drawn % limit;
  }
};

/** The items in an order that says nothing about the one they came in (Fisher–Yates; no seed is kept). */
export const shuffle = <T>(items: readonly T[], random: RandomBytes): T[] => {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = below(last + 1, random);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
};
