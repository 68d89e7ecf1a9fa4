import { describe, expect, test } from 'vitest';
import { checkCatalogues, pluralForms, usedKeys } from './check-messages.mjs';

const source = "t('board.add'); t('board.count', { n }); t(`phase.${kind}.title`)";
const en = {
  'board.add': 'Add a card',
  'board.count': '{n, plural, one {# card} other {# cards}}',
  'phase.write.title': 'Write',
};
const fr = {
  'board.add': 'Ajouter une carte',
  'board.count': '{n, plural, one {# carte} other {# cartes}}',
  'phase.write.title': 'Écrire',
};

describe('catalogues', () => {
  test('that agree have no problems', () => {
    expect(checkCatalogues({ en, fr }, [source])).toEqual([]);
  });

  test.each([
    [
      'an unused message',
      { en: { ...en, 'board.gone': 'Gone' }, fr: { ...fr, 'board.gone': 'Parti' } },
      "en 'board.gone' is not used",
    ],
    [
      'a missing message',
      { en, fr: { 'board.add': 'Ajouter', 'board.count': fr['board.count'] } },
      "fr 'phase.write.title' is missing",
    ],
    [
      'a message of no use',
      { en, fr: { ...fr, 'board.more': 'Plus' } },
      "fr 'board.more' is not in the English catalogue",
    ],
    ['an empty message', { en, fr: { ...fr, 'board.add': ' ' } }, "fr 'board.add' is empty"],
    [
      'a French sign that may begin a line',
      { en, fr: { ...fr, 'board.add': 'Ajouter une carte ?' } },
      "fr 'board.add' may break at a sign: U+00A0 belongs before » ; : ? ! and after «",
    ],
    [
      'another argument',
      { en, fr: { ...fr, 'board.add': 'Ajouter {x}' } },
      "fr 'board.add' takes {x: argument}; en takes no arguments",
    ],
    [
      'another kind of argument',
      { en, fr: { ...fr, 'board.count': '{n, number}' } },
      "fr 'board.count' takes {n: number}; en takes {n: cardinal}",
    ],
    [
      'an argument inside a tag',
      { en, fr: { ...fr, 'board.add': '<b>{x}</b>' } },
      "fr 'board.add' takes {b: tag} {x: argument}; en takes no arguments",
    ],
    [
      'a missing plural form',
      { en, fr: { ...fr, 'board.count': '{n, plural, other {# cartes}}' } },
      `fr 'board.count' {n} lacks the plural form "one"`,
    ],
    [
      'a plural form of another language',
      { en, fr: { ...fr, 'board.count': '{n, plural, one {# carte} few {#} other {# cartes}}' } },
      `fr 'board.count' {n} has the plural form "few", which fr does not know`,
    ],
  ])('with %s', (_, catalogues, problem) => {
    expect(checkCatalogues(catalogues, [source])).toEqual([problem]);
  });

  test('with a message that does not parse', () => {
    const problems = checkCatalogues({ en, fr: { ...fr, 'board.add': 'Ajouter {' } }, [source]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^fr 'board\.add' does not parse: /);
  });
});

test('Arabic counts in six forms, French in two below a million', () => {
  expect(pluralForms('ar', 'cardinal')).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
  expect(pluralForms('fr', 'cardinal')).toEqual(['one', 'other']);
});

test.each([
  ['literals in any quotes', `'a.b' "c.d" \`e.f\``, ['a.b', 'c.d', 'e.f']],
  ['templates by their fixed parts', '`a.${x}`', ['a.b', 'a.c.d']],
  ['templates in the middle', '`a.${x}.d`', ['a.c.d']],
  ['no template without a first word', '`${x}.b`', []],
  ['no part of a longer word', `'a.bc'`, []],
])('uses are %s', (_, text, used) => {
  expect([...usedKeys([text], ['a.b', 'a.c.d', 'c.d', 'e.f'])]).toEqual(used);
});
