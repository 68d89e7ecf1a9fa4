import { expect, it } from 'vitest';
import { shuffleForPaper } from './paper-order.ts';

const options = Array.from({ length: 12 }, (_, index) => ({ id: `option-${index}` }));
const ids = (key: string) => shuffleForPaper(options, key).map(({ id }) => id);

it('keeps the order of one paper, however the options arrive', () => {
  expect(shuffleForPaper(options.toReversed(), 'key-of-alice').map(({ id }) => id)).toEqual(ids('key-of-alice'));
});

it('holds every option once', () => {
  expect(ids('key-of-alice').toSorted()).toEqual(options.map(({ id }) => id).toSorted());
});

it('gives every option the top place about as often', () => {
  const tops = new Map<string, number>();
  for (let paper = 0; paper < 2400; paper += 1) {
    const [top = ''] = ids(`paper-${paper}`);
    tops.set(top, (tops.get(top) ?? 0) + 1);
  }
  // 200 expected; six standard deviations.
  for (const { id } of options) expect(Math.abs((tops.get(id) ?? 0) - 200)).toBeLessThan(82);
});
