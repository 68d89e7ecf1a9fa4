import { describe, expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';
import { readTexts } from './read-texts.ts';
import { splitWords } from './split-words.ts';

describe('splitWords', () => {
  test.each([
    ["The group's plan doesn't work", ['The', 'group', 'plan', 'doesn', 'work']],
    ["L'eau et qu’une d'accord", ['L', 'eau', 'et', 'qu', 'une', 'd', 'accord']],
    ['Cyber-defence, 24/7 (PfP)', ['Cyber', 'defence', '24', '7', 'PfP']],
    ['共同训练计划', ['共同', '训练', '计划']],
    ['合同訓練を行う', ['合同', '訓練', 'を', '行う']],
    ['', []],
    ['… — !', []],
  ])('%s', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});

describe('guessLanguage', () => {
  test.each([
    ['we should train with the partners', 'en'],
    ['nous devons former les partenaires', 'fr'],
    ['wir sollen mit den partnern uben', 'de'],
    ['تدريب مشترك', 'ar'],
    ['我们 需要 训练', 'zh'],
    ['合同 訓練 を 行う', 'ja'],
    ['teemme harjoituksia', null],
    ['joint training', null],
    ['', null],
  ])('%s', (text, language) => {
    expect(guessLanguage(text.split(' ').filter((word) => word !== ''))).toBe(language);
  });
});

describe('readTexts', () => {
  test('a text without small words is read as most of the others are', () => {
    const texts = readTexts([
      { title: 'Joint exercises', body: '' },
      { title: 'We should plan the exercises together', body: '' },
    ]);
    expect(texts.map(({ words }) => words.filter(({ small }) => !small).map(({ stem }) => stem))).toEqual([
      ['joint', 'exercis'],
      ['plan', 'exercis', 'together'],
    ]);
    expect(texts[0]?.words[1]).toEqual({ written: 'exercises', folded: 'exercises', stem: 'exercis', small: false });
  });

  test('a body counts as its beginning, after the title', () => {
    const [text] = readTexts([{ title: 'One', body: `${'x '.repeat(500)}never read` }]);
    expect(text?.titleWords).toBe(1);
    expect(text?.words).toHaveLength(501);
    expect(text?.words.some(({ written }) => written === 'never')).toBe(false);
  });
});
