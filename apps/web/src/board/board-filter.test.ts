import { expect, test } from 'vitest';
import type { Card } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { countFilters, NO_FILTER, passes, type BoardFilter } from './board-filter.ts';

const card = (id: string, more: Partial<Card> = {}): Card => ({
  id: id as CardId,
  title: '',
  body: '',
  position: [0, 0],
  cluster: null,
  late: false,
  proxy: false,
  binned: false,
  tags: [],
  alsoIn: [],
  ...more,
});
const ports = 'ports' as ClusterId;

const CARDS = [
  card('a', { title: 'Énergie partagée', tags: ['water', 'ports'], cluster: ports }),
  card('b', { title: 'Fuel stores', body: 'shared energie', late: true }),
  card('c', { title: 'أكاديمية', tags: ['training'], cluster: ports, late: true }),
];
const known = {
  isUntouched: (id: CardId) => id === 'c',
  openComments: (id: CardId) => (id === 'a' ? 2 : 0),
};

test.each<[string, Partial<BoardFilter>, string]>([
  ['nothing', {}, 'a b c'],
  ['words in any spelling', { text: 'ENERGIE' }, 'a b'],
  ['every word of several', { text: 'shared fuel' }, 'b'],
  ['Arabic letter forms', { text: 'اكاديميه' }, 'c'],
  ['a word of a tag', { text: 'train' }, 'c'],
  ['any of several tags', { tags: ['water', 'training'] }, 'a c'],
  ['a cluster', { clusters: [ports] }, 'a c'],
  ['no cluster', { clusters: ['loose'] }, 'b'],
  ['any of several clusters', { clusters: ['loose', ports] }, 'a b c'],
  ['added after the reveal', { late: true }, 'b c'],
  ['untouched', { untouched: true }, 'c'],
  ['with comments', { commented: true }, 'a'],
  ['all of it together', { late: true, clusters: [ports], text: 'أكاديمية' }, 'c'],
  ['what nothing is like', { commented: true, late: true }, ''],
])('a filter for %s', (_, filter, expected) => {
  const lets = passes({ ...NO_FILTER, ...filter }, known);
  expect(
    CARDS.filter(lets)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(expected);
});

test('spaces ask for nothing', () => {
  expect(countFilters({ ...NO_FILTER, text: '  ' })).toBe(0);
  expect(countFilters({ ...NO_FILTER, text: 'a', tags: ['b', 'c'], late: true })).toBe(4);
});
