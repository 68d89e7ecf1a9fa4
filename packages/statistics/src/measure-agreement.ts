import type { Agreement, AttitudeCell, Verdict } from '@rapport/domain/ballot-results';
import type { Thresholds } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import { printShare } from '@rapport/domain/print-figure';

/** How many papers of a bloc judged an option, and how many of them support or oppose it. */
export type Attitude = { papers: number; support: number; opposition: number };

/** `count` of `papers`. */
type Share = { count: number; papers: number };

/** p = (A + 1) / (S + 2): a share drawn towards one half, the more the fewer papers there are. */
const smoothed = (count: number, papers: number): number => (count + 1) / (papers + 2);

/**
 * Common ground of several blocs: the geometric mean of their smoothed shares, 0–1 (docs/method.md §6). It is high only
 * where all agree; to be shown with the divergence, for half and half gives what all against none gives.
 */
export const commonGround = (blocs: readonly Share[]): number =>
  blocs.reduce((product, { count, papers }) => product * smoothed(count, papers), 1) ** (1 / blocs.length);

/**
 * Difference of two proportions in standard errors, with every count and size raised by one, signed: positive when the
 * first is larger. For wording only.
 */
export const compareShares = (
  [countOne, sizeOne]: readonly [number, number],
  [countTwo, sizeTwo]: readonly [number, number],
): number => {
  const [a, m, b, n] = [countOne + 1, sizeOne + 1, countTwo + 1, sizeTwo + 1];
  const pooled = (a + b) / (m + n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
  return error === 0 ? 0 : (a / m - b / n) / error;
};

/** The cell of a bloc; hidden when it is not among the shown. */
export const attitudeCell = (bloc: BlocId, attitude: Attitude, shown: ReadonlySet<BlocId>): AttitudeCell =>
  shown.has(bloc)
    ? {
        bloc,
        shown: true,
        papers: attitude.papers,
        support: printShare(attitude.support, attitude.papers),
        opposition: printShare(attitude.opposition, attitude.papers),
      }
    : { bloc, shown: false, reason: 'small-group' };

/** Δ in points. Multiplied first: 65 and 50 of a hundred are 15 points apart, not 15.000000000000002. */
const pointsBetween = (one: Share, two: Share): number =>
  (100 * (one.count * two.papers - two.count * one.papers)) / (one.papers * two.papers);

/** What is printed of both sides, as counts. */
const printed = (
  attitudes: readonly [Attitude, Attitude],
  what: 'support' | 'opposition',
): [Share & { rough: boolean }, Share & { rough: boolean }] => {
  const print = (attitude: Attitude): Share & { rough: boolean } => {
    const { kind, value } = printShare(attitude[what], attitude.papers);
    const rough = kind !== 'exact';
    return { count: rough ? value * attitude.papers : attitude[what], papers: attitude.papers, rough };
  };
  return [print(attitudes[0]), print(attitudes[1])];
};

/** Classes in the order of the method's table; the first that fits is taken. */
const judge = (
  sides: readonly [BlocId, BlocId],
  [one, two]: readonly [Attitude, Attitude],
  consensus: number,
  limits: Thresholds,
): Verdict => {
  const [first, second] = [one.support / one.papers, two.support / two.papers];
  if (Math.min(first, second) >= limits.support) return { class: 'shared-support' };
  if (Math.max(first, second) <= limits.rejection) return { class: 'shared-rejection' };
  const z = compareShares([one.support, one.papers], [two.support, two.papers]);
  if (Math.max(first, second) >= limits.support && Math.min(first, second) < limits.follower && Math.abs(z) >= limits.z)
    return { class: 'led', by: first > second ? sides[0] : sides[1] };
  const points = pointsBetween({ count: one.support, papers: one.papers }, { count: two.support, papers: two.papers });
  if (Math.abs(points) < limits.points && consensus < limits.consensus) return { class: 'split' };
  return { class: 'open' };
};

/**
 * Agreement of the two sides on one option (docs/method.md §6). Nothing of it is published unless both sides' values
 * may be; what is printed as a bound enters the figures as that bound, so that they tell no more than it does.
 *
 * @param attitudes of both sides, in their order
 * @param voted valid papers of both sides in the whole ballot
 * @param shown blocs whose values may be published on this option
 * @param consensus Cns of all papers that judged the option, 0–1
 */
export const measureAgreement = (input: {
  sides: readonly [BlocId, BlocId];
  attitudes: readonly [Attitude, Attitude];
  voted: readonly [number, number];
  shown: ReadonlySet<BlocId>;
  consensus: number;
  thresholds: Thresholds;
}): Agreement => {
  const { sides, attitudes, voted, shown } = input;
  const absent = sides.filter((_, index) => voted[index] === 0);
  if (absent.length > 0) return { kind: 'no-papers', blocs: absent };
  if (!sides.every((side) => shown.has(side))) return { kind: 'not-shown' };
  const [support, opposition] = [printed(attitudes, 'support'), printed(attitudes, 'opposition')];
  const [one, two] = support;
  return {
    kind: 'measured',
    verdict: judge(sides, attitudes, input.consensus, input.thresholds),
    support: commonGround(support),
    opposition: commonGround(opposition),
    divergence: pointsBetween(one, two),
    z: compareShares([one.count, one.papers], [two.count, two.papers]),
    rough: [...support, ...opposition].some((side) => side.rough),
  };
};
