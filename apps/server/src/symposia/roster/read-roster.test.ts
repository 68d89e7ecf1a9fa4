import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { Bloc } from '@rapport/domain/blocs';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '@rapport/domain/limits';
import type { RosterRemark, RosterReport } from '@rapport/protocol/http';
import { Delegations } from './delegations.ts';
import { readRoster } from './read-roster.ts';

const delegations = Delegations.load();
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const HEADER = 'participant_id,display_name,role,nation_code,organisation_code,breakout_group,email';
const read = (bytes: Uint8Array | string) => {
  const outcome = readRoster(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, delegations);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
};
/** `record line column code` */
const places = (remarks: readonly RosterRemark[]): string[] =>
  remarks.map(({ record, line, column, code }) => `${record} ${line} ${column} ${code}`);

type Case = {
  file: string;
  format: RosterReport['format'];
  /** participant_id and name of the rows that were taken. */
  kept: string[];
  rejected: string[];
  warnings: string[];
};

const cases: Case[] = [
  {
    file: 'bom-tabs.csv',
    format: { encoding: 'utf-8-bom', separator: '\t', rows: 2 },
    kept: ['T1 Wren Hollow, Esq.', 'T2 سنبلة الربيع'],
    rejected: [],
    warnings: [],
  },
  {
    file: 'cells.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 7 },
    kept: ['007 Alder Brook', '1E3 Broom Brook', 'C3 Clover Brook', 'C7 Gorse Brook'],
    rejected: ['4 5 email bad-email', '5 6 email bad-email', '6 7 participant_id empty-id'],
    warnings: [
      '1 2 breakout_group unknown-group',
      '2 3 breakout_group unknown-group',
      '3 4 breakout_group unknown-group',
    ],
  },
  {
    file: 'columns.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 1 },
    kept: ['Z1 Alder Brook'],
    rejected: [],
    warnings: ['0 1 role column-twice', '0 1 Shoe Size unknown-column', '0 1 <script> unknown-column'],
  },
  {
    file: 'delegations.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 13 },
    kept: [
      'D1 A One',
      'D2 B Two',
      'D3 C Three',
      'D4 D Four',
      'D5 E Five',
      'D6 F Six',
      'D9 I Nine',
      'D10 J Ten',
      'D12 L Twelve',
      'D13 M Thirteen',
    ],
    rejected: ['7 8 nation_code unknown-nation', '8 9 nation_code unknown-nation', '11 12 nation_code no-delegation'],
    warnings: [
      '1 2 nation_code nation-mapped',
      '2 3 nation_code nation-mapped',
      '3 4 nation_code nation-mapped',
      '4 5 nation_code nation-mapped',
      '5 6 nation_code nation-mapped',
      '9 10 organisation_code unknown-organisation',
      '12 13 organisation_code two-delegations',
    ],
  },
  {
    file: 'duplicates.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 7 },
    kept: ['K1 Alder Brook', 'K3 ALDER BROOK', 'k1 Dill Brook', 'K5 Elder Brook'],
    rejected: ['2 3 participant_id duplicate-id', '3 4 email duplicate-email', '6 7 display_name empty-name'],
    warnings: ['4 5 display_name same-name'],
  },
  {
    file: 'excel-french.csv',
    format: { encoding: 'windows-1252', separator: ';', rows: 3 },
    kept: ['F1 Zoë Crème-Brûlée', 'F2 Œillet d’Été', 'F3 Nuage € Pluie'],
    rejected: [],
    warnings: [
      '0 1  encoding',
      '1 2 role role-mapped',
      '2 3 role role-mapped',
      '2 3 nation_code nation-mapped',
      '3 4 role role-mapped',
    ],
  },
  {
    file: 'excel-hint.csv',
    format: { encoding: 'utf-8', separator: ';', rows: 1 },
    kept: ['E1 Alder, Brook'],
    rejected: [],
    warnings: [],
  },
  {
    file: 'formulas.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 3 },
    kept: ['=1+1 =HYPERLINK("http://evil.example","x")', '+P2 @SUM(A1)', '-P3 -Minus Brook'],
    rejected: [],
    warnings: [],
  },
  {
    file: 'frameworks.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 5 },
    kept: ['W1 A One', 'W2 B Two', 'W3 C Three', 'W4 D Four', 'W5 E Five'],
    rejected: [],
    warnings: [
      '1 2 framework framework-differs',
      '4 5 framework unknown-framework',
      '5 6 organisation_code unknown-organisation',
    ],
  },
  {
    file: 'header-only.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 0 },
    kept: [],
    rejected: [],
    warnings: [],
  },
  {
    file: 'mixed-line-ends.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 4 },
    kept: ['X1 Moss Lantern', 'X2 Fern Lantern', 'X3 Reed Lantern', 'X4 Sedge Lantern'],
    rejected: [],
    warnings: [],
  },
  {
    file: 'names.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 10 },
    kept: [
      'N1 Alder Brook',
      'N2 Broom Brook',
      'N3 شب‌نم خیزران',
      'N4 Éclair Brook',
      'N6 Fennel Brook',
      'N7 Gorse Brook',
      "N8 't Vergeet-mij-nietje",
      'N10 Ivy 🌿 Brook',
    ],
    rejected: ['5 6 display_name empty-name', '9 10 display_name cell-too-long'],
    warnings: ['2 3 display_name name-cleaned', '6 7 display_name name-cleaned', '7 8 display_name name-cleaned'],
  },
  {
    file: 'old-mac-line-ends.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 2 },
    kept: ['M1 Moss Lantern', 'M2 Fern Lantern'],
    rejected: [],
    warnings: [],
  },
  {
    file: 'one-broken-byte.csv',
    format: { encoding: 'windows-1252', separator: ',', rows: 2 },
    kept: ['B1 Alder Brook', 'B2 Broom Brook ’été'],
    rejected: [],
    warnings: ['0 1  encoding', '2 3 display_name name-cleaned'],
  },
  {
    file: 'quote-never-closed.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 4 },
    kept: ['U1 Alder Brook', 'U3 Clover Brook', 'U4 Dill Brook'],
    rejected: ['2 3 display_name quote-not-closed'],
    warnings: [],
  },
  {
    file: 'quoted-line-breaks.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 4 },
    kept: ['Q1 Ash Willow', 'Q2 Birch "the Elder" Willow'],
    rejected: ['3 5 nation_code unknown-nation', '4 8 email bad-email'],
    warnings: ['1 2 display_name name-cleaned'],
  },
  {
    file: 'ragged.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 4 },
    kept: ['R3 Just Right', 'R4 Also Right'],
    rejected: ['1 2 organisation_code cell-count', '2 3  cell-count'],
    warnings: ['5 6  empty-row'],
  },
  {
    file: 'roles.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 6 },
    kept: ['O1 Alder Brook', 'O4 Dill Brook', 'O5 Elder Brook', 'O6 Fennel Brook'],
    rejected: ['2 3 role unknown-role', '3 4 role unknown-role'],
    warnings: [
      '1 2 role organiser-unconfirmed',
      '5 6 role role-mapped',
      '6 7 role role-mapped',
      '6 7 role organiser-unconfirmed',
    ],
  },
  {
    file: 'stray-quotes.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 3 },
    kept: ['S3 Clover Brook'],
    rejected: ['1 2 display_name bad-quote', '2 3 display_name bad-quote'],
    warnings: [],
  },
  {
    file: 'two-quotes-never-closed.csv',
    format: { encoding: 'utf-8', separator: ',', rows: 4 },
    kept: ['V2 Broom Brook', 'V4 Dill Brook'],
    rejected: ['1 2 display_name quote-not-closed', '3 4 display_name quote-not-closed'],
    warnings: [],
  },
];

describe('a file with faults costs only the rows that have them', () => {
  test.each(cases)('$file', ({ file, format, kept, rejected, warnings }) => {
    const roster = read(fixture(file));
    expect({
      format: roster.format,
      kept: roster.entries.map((entry) => `${entry.participant_id} ${entry.display_name}`),
      rejected: places(roster.rejected),
      warnings: places(roster.warnings),
    }).toEqual({ format, kept, rejected, warnings });
  });
});

describe('what is no roster is refused with a sentence', () => {
  test.each([
    ['empty.csv', 'invalid-input', 'empty'],
    ['blank.csv', 'invalid-input', 'empty'],
    ['utf-16.csv', 'invalid-input', 'UTF-16'],
    ['workbook.csv', 'invalid-input', 'Excel workbook'],
    ['binary.csv', 'invalid-input', 'not a text file'],
    ['no-required-columns.csv', 'invalid-input', 'participant_id, display_name, role'],
    ['only-separators.csv', 'invalid-input', 'participant_id, display_name, role'],
  ])('%s', (file, code, words) => {
    expect(readRoster(fixture(file), delegations)).toEqual({
      ok: false,
      failure: expect.objectContaining({ code, message: expect.stringContaining(words) }),
    });
  });

  test('more bytes or more rows than the limit', () => {
    const tooLarge = { ok: false, failure: expect.objectContaining({ code: 'too-large' }) };
    expect(readRoster(new Uint8Array(LIMITS.rosterBytes + 1), delegations)).toEqual(tooLarge);
    const rows = Array.from({ length: LIMITS.rosterRows + 1 }, (_, at) => `P${at},Name ${at},participant,NO,,,`);
    expect(readRoster(Buffer.from([HEADER, ...rows].join('\n')), delegations)).toEqual(tooLarge);
    expect(read([HEADER, ...rows.slice(1)].join('\n')).entries).toHaveLength(LIMITS.rosterRows);
  });
});

test('the sample roster is taken whole: 400 seats in 20 groups, two pairs of namesakes, 16 unconfirmed organisers', () => {
  const roster = read(readFileSync(new URL('../../../data/symposium-roster.csv', import.meta.url)));
  expect(roster.entries).toHaveLength(400);
  expect(roster.rejected).toEqual([]);
  expect(Map.groupBy(roster.warnings, (warning) => warning.code)).toEqual(
    new Map([
      ['organiser-unconfirmed', expect.objectContaining({ length: 16 })],
      ['same-name', expect.objectContaining({ length: 2 })],
    ]),
  );
  expect(new Set(roster.entries.map((entry) => entry.roster_group))).toHaveProperty('size', 21);
  const blocs = Map.groupBy(roster.entries, (entry) => entry.bloc);
  expect([...blocs].map(([bloc, seats]) => [bloc, seats.length])).toEqual([
    ['allied', 174],
    ['organisation', 28],
    ['partner', 198],
  ]);
});

test('rows say what they are read as', () => {
  expect(read(fixture('excel-french.csv')).entries[0]).toEqual({
    participant_id: 'F1',
    display_name: 'Zoë Crème-Brûlée',
    delegation_code: 'FR',
    delegation: 'France',
    framework: 'Ally',
    bloc: 'allied',
    sector: 'military',
    language: 'fr',
    email: '',
    roster_role: 'facilitator',
    roster_group: null,
  });
  expect(
    read(fixture('delegations.csv')).entries.map(
      ({ participant_id: id, delegation_code: code, framework, bloc }) => `${id} ${code} ${framework} ${bloc}`,
    ),
  ).toEqual([
    'D1 GB Ally allied',
    'D2 GR Ally allied',
    'D3 MK PfP partner',
    'D4 TR Ally allied',
    'D5 KR PatG partner',
    'D6 NO Ally allied',
    'D9  IO organisation',
    'D10 UN IO organisation',
    'D12 FR Ally allied',
    'D13 NATO NATO allied',
  ]);
  // The roster of a later event knows who has joined since.
  expect(read(fixture('frameworks.csv')).entries.map((entry) => entry.bloc)).toEqual([
    'allied',
    'partner',
    'partner',
    'allied',
    'organisation',
  ]);
});

test('a message quotes at most 80 characters and nothing that cannot be seen', () => {
  const [unknown] = read(`${HEADER}\nP1,A B,${'\u202eevil'.repeat(7)},NO,,,\n`).rejected;
  expect(unknown?.message).toMatch(/^"(\\u\{202e\}evil|evil)+"/);
  const [long] = read(`${HEADER}\nP1,A B,participant,${'é'.repeat(119)},,,\n`).rejected;
  expect(long?.message).toBe(`"${'é'.repeat(79)}…" is no nation of the list; use its ISO code.`);
});

test('a file full of quotes that never close is read in a moment', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => `"P${at},""Name,participant,NO,,,`);
  const roster = read([HEADER, ...rows].join('\n'));
  expect(roster.entries.length + roster.rejected.length).toBe(roster.format.rows);
});

describe('whatever the bytes are', () => {
  const cell = fc.oneof(
    fc.constantFrom('P1', 'participant', 'NO', '', '"', '"a', 'a"', '""', '\n', '\r', ',', ';', '\t', ' ', '=1', 'ü'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const body = fc.array(
    fc.array(cell, { maxLength: 12 }).map((cells) => cells.join('')),
    { maxLength: 12 },
  );

  test('nothing is thrown, every row is taken or rejected, and ids are unique', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const roster = read([HEADER, ...lines].join(end));
        expect(roster.entries.length + roster.rejected.length).toBe(roster.format.rows);
        expect(new Set(roster.entries.map((entry) => entry.participant_id)).size).toBe(roster.entries.length);
        for (const entry of roster.entries)
          expect(entry.display_name).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 300 },
    );
  });

  test('random bytes are refused or read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof readRoster(bytes, delegations).ok).toBe('boolean');
        expect(typeof readRoster(Buffer.concat([Buffer.from(`${HEADER}\n`), bytes]), delegations).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });

  test('a good row between broken ones is taken', () => {
    const broken = fc.constantFrom('x', '"', 'a,"b', 'P9,"N"x,participant,NO,,,', ',,,,,,', '1,2,3,4,5,6,7,8', '');
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 6 }), fc.array(broken, { maxLength: 6 }), (before, after) => {
        const good = 'GOOD,Alder Brook,participant,NO,,1,';
        const roster = read([HEADER, ...before, good, ...after].join('\n'));
        expect(roster.entries.map((entry) => entry.participant_id)).toEqual(['GOOD']);
      }),
      { numRuns: 300 },
    );
  });
});

describe('blocs of the symposium’s own', () => {
  const blocs: Bloc[] = [
    { id: 'north', name: { en: 'North', fr: 'Nord' } },
    { id: 'south', name: { en: 'South', fr: 'Sud' } },
    { id: 'partner', name: { en: 'Observers' } },
  ];
  const readWith = (line: string) => {
    const csv = `participant_id,display_name,role,nation_code,bloc\n${line}`;
    const outcome = readRoster(Buffer.from(csv), delegations, blocs);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const [entry] = outcome.value.entries;
    return entry?.bloc ?? outcome.value.rejected.map(({ column, code, line: at }) => [column, code, at]);
  };

  test.each([
    ['1,Ann,participant,NO,north', 'north'],
    ['1,Ann,participant,NO,SUD', 'south'],
    ['1,Ann,participant,NO,Observers', 'partner'],
    // Jordan follows from the list of nations as a partner: such a bloc is here.
    ['1,Ann,participant,JO,', 'partner'],
    ['1,Ann,participant,NO,', [['bloc', 'unknown-bloc', 2]]],
    ['1,Ann,participant,NO,east', [['bloc', 'unknown-bloc', 2]]],
  ])('%s', (line, expected) => {
    expect(readWith(line)).toEqual(expected);
  });
});
