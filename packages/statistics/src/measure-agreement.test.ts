import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '@rapport/domain/ballot-results';
import { DEFAULT_THRESHOLDS } from '@rapport/domain/ballots';
import { commonGround, compareShares, measureAgreement } from './measure-agreement.ts';

const SIDES = ['allied', 'partner'] as const;

type Side = [support: number, papers: number];

const measure = (one: Side, two: Side, more: { consensus?: number; shown?: string[] } = {}): Agreement => {
  const attitude = ([support, papers]: Side) => ({ papers, support, opposition: papers - support });
  return measureAgreement({
    sides: SIDES,
    attitudes: [attitude(one), attitude(two)],
    voted: [one[1], two[1]],
    shown: new Set(more.shown ?? SIDES),
    consensus: more.consensus ?? 0.6,
    thresholds: DEFAULT_THRESHOLDS,
  });
};

const smoothed = (count: number, papers: number) => commonGround([{ count, papers }]);

describe('common ground BIC (docs/method.md §6)', () => {
  test.each<[Side, Side, number, number]>([
    [[9, 10], [8, 9], 0.826, 90 - 800 / 9],
    [[10, 10], [1, 9], 0.408, 100 - 100 / 9],
    [[5, 10], [4, 9], 0.477, 50 - 400 / 9],
  ])('%j and %j → %f', (one, two, common, divergence) => {
    expect(commonGround([one, two].map(([count, papers]) => ({ count, papers })))).toBeCloseTo(common, 3);
    expect(measure(one, two)).toMatchObject({
      kind: 'measured',
      support: expect.closeTo(common, 3) as number,
      divergence: expect.closeTo(divergence, 9) as number,
      rough: false,
    });
  });

  test('smoothed shares of the fixtures', () => {
    expect([smoothed(9, 10), smoothed(8, 9)].map((share) => share.toFixed(3))).toEqual(['0.833', '0.818']);
    expect([smoothed(10, 10), smoothed(1, 9)].map((share) => share.toFixed(3))).toEqual(['0.917', '0.182']);
    expect([smoothed(5, 10), smoothed(4, 9)].map((share) => share.toFixed(3))).toEqual(['0.500', '0.455']);
  });

  test('a side without papers is named and never a score', () => {
    expect(measure([9, 10], [0, 0])).toEqual({ kind: 'no-papers', blocs: ['partner'] });
    expect(measure([0, 0], [0, 0])).toEqual({ kind: 'no-papers', blocs: ['allied', 'partner'] });
  });

  test('nothing is said where one side’s values may not be', () => {
    expect(measure([9, 10], [4, 9], { shown: ['allied'] })).toEqual({ kind: 'not-shown' });
  });
});

test.each<[Side, Side, number]>([
  [[9, 10], [8, 9], 0.07],
  // The method prints 1.55, from 1.545.
  [[8, 10], [4, 9], 1.5448],
  [[10, 10], [1, 9], 3.77],
  [[1, 9], [10, 10], -3.77],
  [[0, 0], [0, 0], 0],
])('z of %j and %j → %f', (one, two, z) => {
  expect(compareShares(one, two)).toBeCloseTo(z, 2);
});

describe('classes', () => {
  test.each<[string, Side, Side, number, object]>([
    ['both at two thirds', [8, 12], [6, 9], 0.6, { class: 'shared-support' }],
    ['shared support before split', [8, 12], [6, 9], 0.1, { class: 'shared-support' }],
    ['one just below two thirds', [8, 12], [5, 8], 0.6, { class: 'open' }],
    ['both at one third', [4, 12], [3, 9], 0.6, { class: 'shared-rejection' }],
    ['led by the first side', [10, 10], [1, 9], 0.6, { class: 'led', by: 'allied' }],
    ['led by the second side', [4, 9], [8, 10], 0.6, { class: 'led', by: 'partner' }],
    ['a difference that may be chance', [8, 12], [5, 11], 0.6, { class: 'open' }],
    ['the other side at one half', [10, 10], [6, 12], 0.6, { class: 'open' }],
    ['alike and far apart inside', [5, 10], [4, 9], 0.39, { class: 'split' }],
    ['alike and not far apart inside', [5, 10], [4, 9], 0.4, { class: 'open' }],
    ['exactly fifteen points apart', [13, 20], [10, 20], 0.1, { class: 'open' }],
    ['less than fifteen points apart', [12, 20], [10, 20], 0.1, { class: 'split' }],
  ])('%s', (_, one, two, consensus, verdict) => {
    expect(measure(one, two, { consensus })).toMatchObject({ verdict });
  });
});

test('a small bloc of one mind enters every figure as the bound that is printed', () => {
  const rough = measure([6, 6], [4, 9]);
  expect(rough).toMatchObject({ kind: 'measured', verdict: { class: 'led', by: 'allied' }, rough: true });
  expect(rough).toMatchObject({ divergence: expect.closeTo(80 - 400 / 9, 9) as number });
  // Which of the two it is cannot be told from the figures: all six give what 80 % would.
  const bound = commonGround([
    { count: 4.8, papers: 6 },
    { count: 4, papers: 9 },
  ]);
  expect(rough).toMatchObject({ support: expect.closeTo(bound, 12) as number });
  expect(measure([8, 8], [4, 9])).toMatchObject({ rough: false });
});

test('measures stay in their bounds and turn with the sides', () => {
  const side = fc
    .integer({ min: 5, max: 40 })
    .chain((papers) => fc.tuple(fc.integer({ min: 0, max: papers }), fc.constant(papers)));
  fc.assert(
    fc.property(side, side, fc.double({ min: 0, max: 1, noNaN: true }), (one, two, consensus) => {
      const [there, back] = [measure(one, two, { consensus }), measure(two, one, { consensus })];
      if (there.kind !== 'measured' || back.kind !== 'measured') throw new Error('both sides are shown');
      for (const { support, opposition, divergence } of [there, back]) {
        expect(support > 0 && support < 1 && opposition > 0 && opposition < 1).toBe(true);
        expect(Math.abs(divergence)).toBeLessThanOrEqual(100);
      }
      expect(back.support).toBeCloseTo(there.support, 12);
      expect(back.divergence).toBeCloseTo(-there.divergence, 9);
      expect(back.z).toBeCloseTo(-there.z, 9);
      expect(back.verdict.class).toBe(there.verdict.class);
    }),
  );
});
