import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { Typesetter } from '../typst/typesetter.ts';
import { writeBadges } from '../write-sheets.ts';
import { composeBadges, type BadgeRun, type BadgeSeat } from './badge-sheet.ts';
import { qrCode, wifiText } from './qr-code.ts';

const seat = (part: Partial<BadgeSeat>): BadgeSeat => ({
  name: 'Ann Lee',
  delegation: 'Norway',
  bloc: { name: { en: 'North', ar: 'الشمال' }, shape: 'triangle' },
  language: 'en',
  places: [{ round: 1, group: 7, groupName: '', role: 'participant' }],
  code: 'K7M2QX',
  link: 'https://rapport.example.org/j/abc',
  ...part,
});

const runOf = (...seats: BadgeSeat[]): BadgeRun => ({
  form: 'badges',
  language: 'fr',
  symposium: { title: 'Spring symposium', startsOn: '2026-02-14', marking: { en: 'UNMARKED', ar: 'غير مصنّف' } },
  host: 'rapport.example.org',
  wifi: null,
  seats,
});

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe('a badge', () => {
  test('says who wears it, where it sits and how it gets in, in the language of who wears it', () => {
    const places: BadgeSeat['places'] = [
      { round: 1, group: 7, groupName: '', role: 'rapporteur' },
      { round: 2, group: 3, groupName: 'Sea lanes', role: 'participant' },
    ];
    const { title, badges } = composeBadges(runOf(seat({ places }), seat({ language: 'ar', name: 'أحمد' })));
    expect(title).toBe('Badges : Spring symposium');
    expect(badges).toMatchObject([
      {
        name: 'Ann Lee',
        delegation: 'Norway',
        bloc: { name: 'North', shape: 'triangle' },
        places: ['Round 1 · Group 7 · Rapporteur', 'Round 2 · Group 3: Sea lanes'],
        code: 'K7M 2QX',
        host: 'rapport.example.org',
        marking: 'UNMARKED',
        wifi: null,
      },
      {
        name: 'أحمد',
        rightToLeft: true,
        bloc: { name: 'الشمال' },
        places: ['الجولة 1 · المجموعة 7'],
        marking: 'غير مصنّف',
      },
    ]);
  });

  test('carries its own link and the network as codes', () => {
    const wifi = { name: 'Venue', password: 'spring' };
    const [badge] = composeBadges({ ...runOf(seat({})), wifi }).badges;
    expect(badge?.qr).toMatchObject(qrCode('https://rapport.example.org/j/abc'));
    expect(badge?.wifi).toMatchObject({ ...wifi, scan: qrCode('WIFI:T:WPA;S:Venue;P:spring;;') });
  });
});

test.each([
  [{ name: 'Venue', password: 'spring' }, 'WIFI:T:WPA;S:Venue;P:spring;;'],
  [{ name: 'Open', password: '' }, 'WIFI:T:nopass;S:Open;;'],
  [{ name: 'a;b', password: String.raw`\":,` }, String.raw`WIFI:T:WPA;S:a\;b;P:\\\"\:\,;;`],
])('a phone is told of the network %o', (wifi, text) => {
  expect(wifiText(wifi)).toBe(text);
});

test('a code is drawn module by module', () => {
  const { size, path } = qrCode('https://rapport.example.org/j/abc');
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  expect(drawn).toEqual(encode('https://rapport.example.org/j/abc', { ecc: 'M', border: 4 }).data);
});

describe('on paper', () => {
  const typesetter = new Typesetter();
  const print = (run: BadgeRun): string => Buffer.from(writeBadges(run, typesetter)).toString('latin1');

  test.each([
    ['badges', 5, 2],
    ['tents', 3, 3],
  ] as const)('%s for %i people take %i pages, to be read aloud too', (form, people, pages) => {
    const run = { ...runOf(...Array.from({ length: people }, () => seat({}))), form };
    const pdf = writeBadges(run, typesetter);
    expect(pagesOf(pdf)).toBe(pages);
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(Buffer.compare(writeBadges(run, new Typesetter()), pdf)).toBe(0);
  });

  test('a tent that stands on a table shows nobody’s way in', () => {
    const tents = { ...runOf(seat({})), form: 'tents' as const };
    expect(print(tents)).toBe(
      print({ ...tents, seats: [seat({ code: 'ABCDEF', link: 'https://else.example.org/j/x' })] }),
    );
  });

  test('a name that no font can draw is told to who prints it, on a page behind', () => {
    expect(pagesOf(writeBadges(runOf(seat({ name: '张伟' })), typesetter))).toBe(2);
  });

  test.each(['#panic("x")', '*bold* _under_ `raw`', '= heading', '\\u{41} " ]] }} #{'])(
    '%j is a name like others',
    (name) => {
      expect(pagesOf(writeBadges(runOf(seat({ name, delegation: name })), typesetter))).toBe(1);
    },
  );
});
