import { expect, test } from 'vitest';
import type { BallotResults } from '@rapport/domain/ballot-results';
import { endorsementResults, rankingResults, ratingResults } from '../ballots/testing.ts';
import { disagreementOf, disagreementWord } from './disagreement.ts';

/** The same results, of a ballot on options. */
const onOptions = <Results extends BallotResults>(results: Results): Results => ({
  ...results,
  options: results.options.map((line, index) => ({ ...line, subject: { kind: 'option', id: `o${index}` } })),
});
const found = (results: BallotResults): Record<string, string> =>
  Object.fromEntries([...disagreementOf(results)].map(([id, value]) => [id, value.toFixed(2)]));

test('takes the larger of the spread of opinions and of the distance between the sides', () => {
  // Twice 0.27; the sides differ by 67.5 points on the second; nobody rated the third.
  expect(found(onOptions(ratingResults()))).toEqual({ o0: '0.54', o1: '0.68' });
});

test('knows rankings by their places and endorsements by their levels', () => {
  const { o0 = '', o1 = '' } = found(onOptions(rankingResults()));
  expect(Number(o0)).toBeLessThan(Number(o1));
  const line = (levels: Partial<Record<string, number>>) => {
    const results = onOptions(endorsementResults());
    const none = { endorse: 0, reservation: 0, abstain: 0, 'stand-aside': 0, oppose: 0 };
    return { ...results, options: results.options.map((one) => ({ ...one, levels: { ...none, ...levels } })) };
  };
  expect(found(line({ endorse: 5, oppose: 5 }))).toEqual({ o0: '1.00' });
  expect(found(line({ endorse: 9, abstain: 3 }))).toEqual({ o0: '0.00' });
  expect(found(line({ abstain: 3 }))).toEqual({});
});

test('says nothing of cards and clusters', () => {
  expect(found(ratingResults())).toEqual({});
});

test.each([
  [0.2, 'close'],
  [0.4, 'some'],
  [0.68, 'divided'],
] as const)('calls %d %s', (value, word) => {
  expect(disagreementWord(value)).toBe(word);
});
