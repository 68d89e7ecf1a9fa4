import { describe, expect, test } from 'vitest';
import { composeAgenda, type AgendaPrint } from './compose-agenda.ts';
import { Typesetter } from './typst/typesetter.ts';
import { writeAgenda } from './write-sheets.ts';

const round = { number: 1, title: 'Morning', question: 'What next?' };
const option = (code: string, groups = 1) => ({ code, title: `Title of ${code}`, convergence: { groups, of: 4 } });
const print: AgendaPrint = {
  language: 'en',
  symposium: { title: 'Spring symposium', startsOn: '2026-02-14', marking: { en: 'UNMARKED' } },
  groups: [
    { number: 2, name: '', round, isOpen: false, options: [option('R1-G02-O1'), option('R1-G02-O4', 3)] },
    { number: 7, name: 'Sea lanes', round, isOpen: true, options: [] },
    {
      number: 1,
      name: '',
      round: { ...round, number: 2, title: 'Evening' },
      isOpen: false,
      options: [option('R2-G01-O1')],
    },
  ],
  plenary: [option('PL-O1', 2)],
};

describe('the agenda of report-backs', () => {
  test('goes by round and group, and says what each brings', () => {
    const { status, blocks } = composeAgenda(print);
    expect(status).toBe('3 groups, 3 options forwarded');
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Round 1: Morning' },
      { kind: 'paragraph', tone: 'plain', text: 'What next?' },
      { kind: 'heading', level: 2, text: 'Group 2' },
      { kind: 'heading', level: 3, code: 'R1-G02-O1', text: 'Title of R1-G02-O1' },
      {
        kind: 'heading',
        level: 3,
        code: 'R1-G02-O4',
        text: 'Title of R1-G02-O4',
        note: 'proposed separately by 3 of 4 groups',
      },
      { kind: 'heading', level: 2, text: 'Group 7: Sea lanes', note: 'still working' },
      { kind: 'paragraph', tone: 'note', text: 'Has forwarded nothing yet.' },
      { kind: 'heading', level: 1, text: 'Round 2: Evening' },
      { kind: 'paragraph', tone: 'plain', text: 'What next?' },
      { kind: 'heading', level: 2, text: 'Group 1' },
      { kind: 'heading', level: 3, code: 'R2-G01-O1', text: 'Title of R2-G01-O1' },
      { kind: 'heading', level: 1, text: 'Made by the plenary' },
      {
        kind: 'heading',
        level: 2,
        code: 'PL-O1',
        text: 'Title of PL-O1',
        note: 'proposed separately by 2 of 4 groups',
      },
    ]);
  });

  test.each(['en', 'fr', 'ar'] as const)('is a tagged page in %s', (language) => {
    const pdf = Buffer.from(writeAgenda({ ...print, language }, new Typesetter())).toString('latin1');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
