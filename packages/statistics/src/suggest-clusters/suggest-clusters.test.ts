import {
  array,
  assert,
  constant,
  constantFrom,
  oneof,
  property,
  record,
  shuffledSubarray,
  string,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestClusters, type ClusterSuggestions } from './suggest-clusters.ts';

type TestCard = { id: string; title: string; body: string };
const cardsOf = (topics: Record<string, readonly string[]>): TestCard[] =>
  Object.entries(topics).flatMap(([topic, titles]) =>
    titles.map((title, index) => ({ id: `${topic}-${index}`, title, body: '' })),
  );
/** Whole topics as they were suggested: the topics of each suggestion's cards. */
const topicsOf = ({ suggestions }: ClusterSuggestions<string>): string[] =>
  suggestions
    .map(({ cardIds }) => [...new Set(cardIds.map((id) => id.slice(0, id.lastIndexOf('-'))))].join('+'))
    .toSorted();
const grouping = ({ suggestions, left }: ClusterSuggestions<string>): string[] =>
  [...suggestions.map(({ cardIds }) => cardIds.toSorted().join()), left.toSorted().join()].toSorted();

const renamed = (id: string): string => `x${(Number(id.slice(5)) * 7919) % 1009}`;

const TOPICS: Record<string, Record<string, string[]>> = {
  English: {
    training: [
      'Run a joint training exercise every autumn',
      'Joint exercises should rotate between partner countries',
      'Train instructors together before each exercise',
      'Exercise calendars must be shared a year ahead',
    ],
    water: [
      'Share data on river water levels across borders',
      'Water scarcity drives conflict along the river',
      'Protect drinking water supply during floods',
      'A common early warning for river floods and water shortage',
    ],
    cyber: [
      'Set up a cyber incident hotline',
      'Report cyber attacks within one hour',
      'A shared list of cyber incident contacts',
      'Cyber attacks on hospitals need a common answer',
    ],
  },
  French: {
    formation: [
      'Organiser des formations communes chaque année',
      'La formation des instructeurs doit être partagée',
      'Une formation linguistique pour les officiers',
      'Former ensemble les instructeurs et les officiers',
    ],
    eau: [
      "L'accès à l'eau potable dans les zones arides",
      "Partager les données sur l'eau du fleuve",
      'Protéger les réserves d’eau du fleuve',
      'Les crues du fleuve menacent l’eau potable',
    ],
    frontieres: [
      'Des patrouilles communes aux frontières maritimes',
      'Surveiller les frontières avec des patrouilles mixtes',
      'La frontière maritime a besoin de patrouilles',
      'Coopération des gardes-frontières en mer',
    ],
  },
  German: {
    uebung: [
      'Gemeinsame Übungen der Rettungskräfte planen',
      'Jedes Jahr eine Übung mit den Rettungskräften',
      'Die Übungen sollen in allen Ländern stattfinden',
      'Übungsplanung und Auswertung jeder Übung teilen',
    ],
    wasser: [
      'Trinkwasser bei Hochwasser schützen',
      'Warnung vor Hochwasser über die Grenze hinweg',
      'Das Trinkwasser wird durch Hochwasser gefährdet',
      'Daten zum Wasserstand und Hochwasser austauschen',
    ],
    verkehr: [
      'Brücken und Bahnstrecken für schwere Transporte ausbauen',
      'Transporte über Brücken schneller genehmigen',
      'Bahnstrecken und Brücken gemeinsam erfassen',
      'Genehmigung der Transporte auf Bahnstrecken vereinfachen',
    ],
  },
  Arabic: {
    tadrib: [
      'تدريب مشترك للضباط',
      'برنامج التدريب المشترك كل عام',
      'التدريب على اللغات للضباط',
      'تبادل المدربين في التدريب المشترك',
    ],
    miah: [
      'حماية مياه الشرب',
      'ندرة المياه وحماية الأنهار',
      'إدارة مياه الأنهار المشتركة',
      'مياه الشرب في المناطق الجافة',
    ],
    hudud: [
      'أمن الحدود البحرية',
      'دوريات على الحدود البحرية',
      'مراقبة الحدود مع الجيران',
      'الحدود البحرية تحتاج إلى دوريات',
    ],
  },
  Chinese: {
    training: ['每年举行联合训练', '联合训练应轮流举办', '教官的联合训练计划', '共享联合训练日程'],
    water: ['保护河流的饮用水', '洪水期间的饮用水安全', '共享河流水位和洪水数据', '河流洪水预警'],
    network: ['建立网络攻击热线', '网络攻击须一小时内报告', '医院遭受网络攻击时的应对', '共享网络攻击联系人'],
  },
  Japanese: {
    training: ['合同訓練を毎年行う', '合同訓練の計画を共有する', '教官のための合同訓練', '合同訓練は各国で順番に'],
    flood: ['洪水のときに飲料水を守る', '河川の洪水を早く知らせる', '洪水と河川の水位データ', '河川の飲料水を守る'],
    cyber: [
      'サイバー攻撃の窓口を作る',
      'サイバー攻撃は一時間以内に報告',
      '病院へのサイバー攻撃に備える',
      'サイバー攻撃の連絡先を共有',
    ],
  },
  // No list of small words: words and character sequences alone.
  Polish: {
    szkolenie: [
      'Wspólne szkolenia oficerów',
      'Szkolenie oficerów co roku',
      'Szkoleniem oficerów kieruje sojusz',
      'Program szkoleń oficerskich',
    ],
    woda: [
      'Ochrona wody pitnej',
      'Woda pitna podczas powodzi',
      'Zasoby wody pitnej i powodzie',
      'Dane o powodziach i wodzie',
    ],
    granica: [
      'Patrole na granicy morskiej',
      'Granica morska wymaga patroli',
      'Wspólne patrole granic morskich',
      'Patrolowanie granicy morskiej',
    ],
  },
};

describe('suggestClusters', () => {
  test.each(Object.entries(TOPICS))('finds the topics of %s cards', (_language, topics) => {
    const cards = cardsOf(topics);
    const found = suggestClusters(cards);
    expect(topicsOf(found)).toEqual(Object.keys(topics).toSorted());
    expect(found.left.length).toBeLessThanOrEqual(2);
  });

  test('titles are telling words as the cards write them, small words and common words left out', () => {
    const titles = suggestClusters(cardsOf(TOPICS['English'] ?? {})).suggestions.map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Cyber, attacks, incident', 'Exercise, joint, train', 'Water, river, floods']);
    const arabic = suggestClusters(cardsOf(TOPICS['Arabic'] ?? {})).suggestions.map(({ title }) => title);
    expect(arabic.every((title) => title.split('، ').length <= 3)).toBe(true);
  });

  test('a card unlike all others is left', () => {
    const cards = [
      ...cardsOf(TOPICS['English'] ?? {}),
      { id: 'lone-0', title: 'Zoning bylaws', body: '' },
      { id: 'lone-1', title: '', body: '' },
      { id: 'lone-2', title: '!?', body: '…' },
    ];
    const found = suggestClusters(cards);
    expect(topicsOf(found)).toEqual(['cyber', 'training', 'water']);
    expect(found.left.filter((id) => id.startsWith('lone'))).toEqual(['lone-0', 'lone-1', 'lone-2']);
  });

  test('a body is read when the title says nothing', () => {
    const cards = cardsOf(TOPICS['English'] ?? {}).map(({ id, title }) => ({ id, title: '', body: title }));
    expect(topicsOf(suggestClusters(cards))).toEqual(['cyber', 'training', 'water']);
  });

  test.each([
    ['no cards', [], { suggestions: [], left: [] }],
    ['one card', [{ id: 'a', title: 'Alone', body: '' }], { suggestions: [], left: ['a'] }],
    [
      'two unlike cards',
      [
        { id: 'b', title: 'Rivers', body: '' },
        { id: 'a', title: 'Hospital budgets', body: '' },
      ],
      { suggestions: [], left: ['a', 'b'] },
    ],
    [
      'two equal cards',
      [
        { id: 'b', title: 'Share river data', body: '' },
        { id: 'a', title: 'Share river data', body: '' },
      ],
      { suggestions: [{ title: 'Data, river, share', cardIds: ['a', 'b'] }], left: [] },
    ],
    [
      'cards without words',
      [
        { id: 'a', title: '', body: '' },
        { id: 'b', title: '', body: '' },
      ],
      { suggestions: [], left: ['a', 'b'] },
    ],
  ])('%s', (_what, cards, expected) => {
    expect(suggestClusters(cards)).toEqual(expected);
  });

  test('many equal cards are one cluster', () => {
    const cards = Array.from({ length: 40 }, (_, index) => ({ id: `same-${index}`, title: 'Same words', body: '' }));
    const found = suggestClusters([...cards, ...cardsOf(TOPICS['English'] ?? {})]);
    expect(found.suggestions[0]).toEqual({ title: 'Words', cardIds: cards.map(({ id }) => id).toSorted() });
  });

  test.each([1, 2, 4])('gives %i clusters when asked for them', (count) => {
    const found = suggestClusters(cardsOf(TOPICS['English'] ?? {}), { count });
    expect(found.suggestions).toHaveLength(count);
  });

  const words = constantFrom(...Object.values(TOPICS).flatMap((topics) => Object.values(topics).flat()));
  const anyText = oneof(
    { weight: 3, arbitrary: words },
    { weight: 1, arbitrary: string({ unit: 'grapheme', maxLength: 60 }) },
  );
  const anyCards = (maxLength: number): Arbitrary<TestCard[]> =>
    array(record({ title: anyText, body: oneof(constant(''), anyText) }), { maxLength }).map((texts) =>
      texts.map((text, index) => ({ id: `card-${index}`, ...text })),
    );

  test('the order of cards changes nothing, nor does a second run', () => {
    assert(
      property(
        anyCards(40).chain((cards) => tuple(constant(cards), shuffledSubarray(cards, { minLength: cards.length }))),
        ([cards, shuffled]) => {
          const found = suggestClusters(cards);
          expect(suggestClusters(cards)).toEqual(found);
          expect(suggestClusters(shuffled)).toEqual(found);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('other ids give the same groups', () => {
    const cards = Object.values(TOPICS)
      .flatMap(cardsOf)
      .map((card, index) => ({ ...card, id: `card-${index}` }));
    const found = suggestClusters(cards);
    const other = suggestClusters(cards.map((card) => ({ ...card, id: renamed(card.id) })));
    expect(grouping(other)).toEqual(
      grouping({
        suggestions: found.suggestions.map((one) => ({ ...one, cardIds: one.cardIds.map(renamed) })),
        left: found.left.map(renamed),
      }),
    );
  });

  test('every card stands in exactly one place, clusters have two cards or more and a title that fits', () => {
    assert(
      property(anyCards(500), (cards) => {
        const { suggestions, left } = suggestClusters(cards);
        const places = [...suggestions.flatMap(({ cardIds }) => cardIds), ...left];
        expect(places.toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
        for (const { title, cardIds } of suggestions) {
          expect(cardIds.length).toBeGreaterThanOrEqual(2);
          expect(title.trim().length).toBeGreaterThan(0);
          expect(title.length).toBeLessThanOrEqual(120);
        }
      }),
      { numRuns: 15 },
    );
  });
});
