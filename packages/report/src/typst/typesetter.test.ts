import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { GroupRecord } from '@rapport/domain/group-record';
import type { Locale } from '@rapport/domain/languages';
import { projectRecord } from '@rapport/domain/projection';
import { AUTHORS, sampleCards, sampleRecord } from '../testing.ts';
import { writePages, writePdf } from '../write-report.ts';
import { readBundledFonts } from './bundled-fonts.ts';
import { UNDRAWN, drawEveryCharacter } from './draw-every-character.ts';
import { readFont } from './read-font.ts';
import { Typesetter } from './typesetter.ts';

const LANGUAGES: readonly Locale[] = ['en', 'fr', 'ar'];
const typesetter = new Typesetter();

const pdf = (record: GroupRecord, language: Locale = 'en', standard: 'ua-1' | 'a-2a' = 'ua-1'): Uint8Array =>
  writePdf(projectRecord(record, 'file'), language, typesetter, standard);

/** Every object of a PDF, unpacked. */
const unpacked = (bytes: Uint8Array): string => {
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = Array.from(raw.matchAll(/\/FlateDecode[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream/g), (match) => {
    try {
      return inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...streams].join('\n');
};

const countOf = (text: string, tag: string): number =>
  text.match(new RegExp(String.raw`/S\s*/${tag}\b`, 'g'))?.length ?? 0;

const ofOneCard = (title: string): GroupRecord => {
  const record = sampleRecord();
  const [model] = sampleCards();
  if (model === undefined) throw new Error('the sample has cards');
  record.cards = [{ ...model, cluster: null, title, body: '' }];
  return record;
};

const marked = (pages: readonly string[]): boolean[] => pages.map((page) => page.includes('#f1ece2'));

describe('a pdf', () => {
  test.each(LANGUAGES)('%s: is the same bytes from another typesetter', (language) => {
    const again = writePdf(projectRecord(sampleRecord(), 'file'), language, new Typesetter());
    expect(Buffer.compare(again, pdf(sampleRecord(), language))).toBe(0);
  });

  test('does not change with the order of cards, but with the key', () => {
    const turned = sampleRecord();
    turned.cards.reverse();
    turned.clusters.reverse();
    expect(Buffer.compare(pdf(turned), pdf(sampleRecord()))).toBe(0);
    const other = sampleRecord();
    other.symposium.orderKey = new Uint8Array(32).fill(8);
    expect(Buffer.compare(pdf(other), pdf(sampleRecord()))).not.toBe(0);
  });

  test.each(LANGUAGES)('%s: is read aloud as it looks: title, language, headings, lists, head cells', (language) => {
    const text = unpacked(pdf(sampleRecord(), language));
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toMatch(/\/Marked\s+true/);
    expect(text).toMatch(/\/DisplayDocTitle\s+true/);
    expect(text).toMatch(new RegExp(String.raw`/Lang\s*\(${language}\)`));
    const counts = ['H1', 'H2', 'Table', 'TH', 'L', 'LI'].map((tag) => countOf(text, tag));
    expect(counts.filter((count) => count === 0)).toEqual([]);
    // A table of results has a head of two cells at least.
    expect(countOf(text, 'TH')).toBeGreaterThanOrEqual(2 * countOf(text, 'Table'));
  });

  test('can be one to archive instead', () => {
    const text = unpacked(pdf(sampleRecord(), 'en', 'a-2a'));
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(countOf(text, 'TH')).toBeGreaterThan(0);
  });

  test('knows no date but the symposium’s first day and no other author than the product', () => {
    const text = unpacked(pdf(sampleRecord()));
    const dates = [...text.matchAll(/\/\w+Date\s*\(([^)]*)\)/g), ...text.matchAll(/<xmp:\w+Date>([^<]*)</g)].map(
      (match) => match[1]?.replaceAll(/\D/g, '').slice(0, 8),
    );
    expect(dates.length).toBeGreaterThan(0);
    expect(new Set(dates)).toEqual(new Set(['20260214']));
    expect(text).toContain('<dc:creator><rdf:Seq><rdf:li>Rapport</rdf:li></rdf:Seq></dc:creator>');
  });

  test('a closed group has no watermark', () => {
    const record = sampleRecord();
    const interim = writePages(projectRecord(record, 'file'), 'en', typesetter);
    record.group = { ...record.group, status: 'closed' };
    const final = writePages(projectRecord(record, 'file'), 'en', typesetter);
    expect(new Set(marked(interim))).toEqual(new Set([true]));
    expect(new Set(marked(final))).toEqual(new Set([false]));
  });

  test('two pages and the annex', () => {
    const record = sampleRecord();
    const withAnnex = writePages(projectRecord(record, 'file'), 'en', typesetter);
    expect(withAnnex.length).toBeGreaterThan(3);
    record.cards = record.cards.slice(0, 1);
    record.clusters = [];
    record.ballots = [];
    record.options = record.options.map((option) => ({ ...option, versions: option.versions.slice(-1) }));
    expect(writePages(projectRecord(record, 'file'), 'en', typesetter).length).toBeLessThanOrEqual(3);
  });
});

/** Words that mean something to Typst. */
const MARKUP = [
  '#panic("x")',
  '#read("/etc/passwd")',
  '*bold* _under_ `raw` $x$ @ref <label>',
  '= heading',
  '- list\n+ enum\n/ term: x',
  '\\u{41} \\ " \' ]] }} #{',
  'https://evil.example // comment /* comment */',
];

describe('words are words', () => {
  test.each(MARKUP)('%j is no markup', (title) => {
    const one = unpacked(pdf(ofOneCard(title)));
    const plain = unpacked(pdf(ofOneCard('plain')));
    for (const tag of ['H1', 'H2', 'H3', 'L', 'LI', 'Link', 'Figure', 'Formula', 'Code']) {
      expect([tag, countOf(one, tag)]).toEqual([tag, countOf(plain, tag)]);
    }
  });

  test('emoji and the scripts of partners are drawn, and none breaks the promise', () => {
    const title = '👩‍🚒 🇫🇷 ✓ → Ελληνικά Українська հայերեն ქართული עברית تدريب ازبک Ə ğ ≥ \u2067x\u2069 a\u0301\u0323';
    expect(unpacked(pdf(ofOneCard(title)))).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(drawEveryCharacter(title, readBundledFonts().map(readFont)).undrawn).toBe(0);
  });

  test('what no font can draw is counted and shown as such, what nobody sees is left out', () => {
    const fonts = readBundledFonts().map(readFont);
    expect(drawEveryCharacter({ title: 'a漢字b', number: 3, list: ['\u{E0100}字'] }, fonts)).toEqual({
      value: { title: `a${UNDRAWN}${UNDRAWN}b`, number: 3, list: [UNDRAWN] },
      undrawn: 3,
    });
    expect(unpacked(pdf(ofOneCard('漢字')))).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });
});

test('a font says its name and what it can draw', () => {
  const fonts = readBundledFonts().map(readFont);
  expect([...new Set(fonts.map(({ family }) => family))].slice(0, 2)).toEqual(['Inter', 'Noto Sans Arabic']);
  const [inter] = fonts;
  const drawn = Array.from('aÿЖΩ漢ع👩', (character) => inter?.covers(character.codePointAt(0) ?? 0));
  expect(drawn).toEqual([true, true, true, true, false, false, false]);
  expect(() => readFont(new Uint8Array(64))).toThrow('no table');
});

describe('pages', () => {
  test.each(LANGUAGES)('%s: are pictures of their own, as many as the pdf has', (language) => {
    const pages = writePages(projectRecord(sampleRecord(), 'file'), language, typesetter);
    const count = /\/Type\s*\/Pages[\s\S]*?\/Count (\d+)/.exec(unpacked(pdf(sampleRecord(), language)))?.[1];
    expect(pages.length).toBe(Number(count));
    for (const page of pages) {
      expect(page.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
      expect(page).toContain('viewBox="0 0 595.2');
      expect(page).not.toMatch(/<script|<text|<foreignObject|\bhref="(?!#)/i);
      const used = new Set(Array.from(page.matchAll(/xlink:href="#([^"]+)"/g), (match) => match[1]));
      const there = new Set(Array.from(page.matchAll(/<symbol id="([^"]+)"/g), (match) => match[1]));
      expect(there).toEqual(used);
    }
  });
});

/** A program that reads the text of a PDF, where the host has one. */
const readers = [process.env['PDFTOTEXT_PATH']].filter((path) => path !== undefined && path !== '');
const MODES = ['named', 'bloc', 'non-attributed', 'sealed'] as const;

test.each(readers.flatMap((reader) => MODES.map((mode) => [mode, reader] as const)))(
  'under the Rule no page names an author, mode %s: %s',
  { timeout: 60_000 },
  async (attribution, reader) => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-pdf-'));
    try {
      for (const language of LANGUAGES) {
        const record = sampleRecord();
        record.group = { ...record.group, attribution };
        const file = join(folder, `${language}.pdf`);
        await writeFile(file, pdf(record, language));
        const { stdout } = await promisify(execFile)(reader ?? '', ['-layout', file, '-']);
        expect(stdout).toContain('Joint cyber exercise every autumn');
        const secrets = AUTHORS.flatMap((author) => [author.displayName, author.delegation]);
        expect(secrets.filter((secret) => stdout.includes(secret))).toEqual([]);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
