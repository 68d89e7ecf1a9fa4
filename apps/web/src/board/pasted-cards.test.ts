import { describe, expect, test } from 'vitest';
import { LIMITS } from '@rapport/domain/limits';
import { CARDS_TYPE, cardsOf, clipboardOf, readPasted, withoutRepeats, type PastedCard } from './pasted-cards.ts';

const read = (text: string, html = '', cards = ''): PastedCard[] => cardsOf(readPasted({ text, html, cards }), null);
const titles = (cards: PastedCard[]): string[] => cards.map(({ title }) => title);

describe('pasting', () => {
  test('lines become cards, without the marks of a list and without empty ones', () => {
    const text = '- Train together\r\n\r\n•  Warn   each other\r3. Share ports\n\t\n2030 is soon\n(4) تدريب مشترك';
    expect(titles(read(text.replace('\t', '')))).toEqual([
      'Train together',
      'Warn each other',
      'Share ports',
      '2030 is soon',
      'تدريب مشترك',
    ]);
  });

  test('rows of a spreadsheet become a title and a body', () => {
    const text = 'Ports\t"Two lines\nof ""text"""\tCost\n\tSecond cell first\n\t\t';
    expect(read(text)).toEqual([
      { title: 'Ports', body: 'Two lines\nof "text"\nCost' },
      { title: 'Second cell first', body: '' },
    ]);
  });

  test('a table of a document is read by its cells, whatever else the page holds', () => {
    const html =
      '<p>Intro</p><table><tr><th>Idea</th><th>Why</th></tr><tr><td>Ports <b>now</b></td><td>Grain</td></tr></table>';
    expect(read('Idea Why', html)).toEqual([
      { title: 'Idea', body: 'Why' },
      { title: 'Ports now', body: 'Grain' },
    ]);
  });

  test('a long line goes on in the body, at a space where there is one', () => {
    const [card] = read(`${'word '.repeat(60)}end`);
    expect(card?.title.length).toBeLessThanOrEqual(LIMITS.cardTitle);
    expect(card?.title.endsWith('word')).toBe(true);
    expect(card?.body.endsWith('end')).toBe(true);
    expect(read('x'.repeat(250))[0]).toEqual({ title: 'x'.repeat(LIMITS.cardTitle), body: 'x'.repeat(50) });
  });

  test('copied cards come back as they were, here and in a spreadsheet, and carry texts only', () => {
    const cards = [
      { title: 'Ports', body: 'One\nTwo' },
      { title: 'He said "now"', body: '' },
    ];
    const [own, text] = clipboardOf([{ ...cards[0], id: 'card-1' } as PastedCard, cards[1] as PastedCard]);
    expect(own?.type).toBe(CARDS_TYPE);
    expect(own?.data).not.toContain('card-1');
    expect(read('', '', own?.data)).toEqual(cards);
    expect(read(text?.data ?? '')).toEqual(cards);
  });

  test.each(['{', '{"a":1}', 'null'])('a clipboard that only says it holds cards (%s) is read as text', (broken) => {
    expect(titles(read('Ports', '', broken))).toEqual(['Ports']);
  });

  test('columns are chosen: another title, some of the rest, a first row that only names them', () => {
    const table = readPasted({ text: 'No\tIdea\tWhy\tWho\n1\tPorts\tGrain\tAda\n2\t\tLater\tBo', html: '', cards: '' });
    expect(cardsOf(table, { title: 1, body: [2], hasHead: true })).toEqual([
      { title: 'Ports', body: 'Grain' },
      { title: 'Later', body: '' },
    ]);
  });

  test('one column of a spreadsheet is lines, also where the document says it is a table', () => {
    const html = '<table><tr><td>Ports</td></tr><tr><td> </td></tr><tr><td>Ferries</td></tr></table>';
    expect(readPasted({ text: 'Ports\n\nFerries', html, cards: '' })).toEqual({
      kind: 'lines',
      lines: ['Ports', 'Ferries'],
    });
  });

  test('a text without a title that is too long for one goes on in the body', () => {
    const [card] = read(`\t${'word '.repeat(60)}end`);
    expect(card?.title.length).toBeLessThanOrEqual(LIMITS.cardTitle);
    expect(card?.body.endsWith('end')).toBe(true);
  });
});

const cards = (texts: readonly string[]): PastedCard[] => texts.map((title) => ({ title, body: '' }));

test.each([
  ['repeats among them', ['Ports', 'PÓRTS', 'Ferries'], [], ['Ports', 'Ferries']],
  ['what the board says already', ['Ports', 'Ferries'], ['ferries'], ['Ports']],
  ['nothing else', ['Ports', 'Port'], ['Porto'], ['Ports', 'Port']],
])('merging leaves out %s', (_, pasted, known, expected) => {
  expect(titles(withoutRepeats(cards(pasted), cards(known)))).toEqual(expected);
});
