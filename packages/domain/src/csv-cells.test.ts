import { expect, test } from 'vitest';
import { writeCsv, type CsvCell } from './csv-cells.ts';

test.each<[CsvCell, string]>([
  ['plain', 'plain'],
  ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
  ['+cmd|calc!A1', `'+cmd|calc!A1`],
  ['-2+3', `'-2+3`],
  ['@SUM(1)', `'@SUM(1)`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['  =1', `'  =1`],
  ['＝1', `'＝1`],
  ['- a point of a list', `'- a point of a list`],
  ['a = b', 'a = b'],
  ['one, two', '"one, two"'],
  ['one; two', '"one; two"'],
  ['two\nlines', '"two\nlines"'],
  ['“quoted” and "quoted"', '"“quoted” and ""quoted"""'],
  [' blank', '" blank"'],
  ['', ''],
  [null, ''],
  [-12.345_678, '-12.3457'],
  [0, '0'],
])('%j is written as %j', (cell, written) => {
  expect(writeCsv([[cell]])).toBe(`${written}\r\n`);
});

test('cells of a line stand behind each other, lines end as RFC 4180 has it', () => {
  expect(
    writeCsv([
      ['a', 'b'],
      ['c', 1],
    ]),
  ).toBe('a,b\r\nc,1\r\n');
});
