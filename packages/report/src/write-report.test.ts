import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { GroupRecord } from '@rapport/domain/group-record';
import type { Locale } from '@rapport/domain/languages';
import { projectRecord } from '@rapport/domain/projection';
import { AUTHORS, sampleCards, sampleRecord } from './testing.ts';
import { writeReport } from './write-report.ts';

const LANGUAGES: readonly Locale[] = ['en', 'fr', 'ar'];
const FORMATS = ['md', 'json', 'csv', 'docx', 'pptx'] as const;
/** Slides show the best of a report and point to it. */
const WHOLE = ['md', 'json', 'csv', 'docx'] as const;
const ARCHIVES: ReadonlySet<string> = new Set(['docx', 'pptx']);

const write = (record: GroupRecord, format: (typeof FORMATS)[number], language: Locale = 'en') =>
  writeReport(projectRecord(record, 'file'), format, language);
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Every part of a document by name, as text. */
const partsOf = async (docx: Uint8Array): Promise<Record<string, string>> => {
  const zip = await JSZip.loadAsync(docx);
  const parts = Object.values(zip.files).map(async (file) => [file.name, await file.async('string')] as const);
  return Object.fromEntries(await Promise.all(parts));
};

/** A part with one element a line, so that a difference can be read. */
const lines = (xml: string): string => `${xml.replaceAll(/(?<=>)(?=<w:(?:p|tbl|tr|tc|sectPr)[ >])/g, '\n')}\n`;

/** The words of a document's part as a reader sees them. */
const wordsOf = (xml: string): string =>
  xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Everything a format says, unpacked. */
const everything = async (record: GroupRecord, format: (typeof FORMATS)[number]): Promise<string> => {
  const bytes = await write(record, format);
  if (!ARCHIVES.has(format)) return textOf(bytes);
  return Object.entries(await partsOf(bytes))
    .flat()
    .join('\n');
};

const bare = (): GroupRecord => ({
  ...sampleRecord(),
  cards: [],
  clusters: [],
  ballots: [],
  options: [],
  texts: { headlines: [], agreement: [], questions: [] },
  currentPhase: 0,
  counts: { seats: 0, present: 0, cards: 0 },
});

describe('golden files', () => {
  test.each(LANGUAGES)('markdown, %s', async (language) => {
    await expect(textOf(await write(sampleRecord(), 'md', language))).toMatchFileSnapshot(
      `golden/report.${language}.md`,
    );
  });

  test.each(LANGUAGES)('word, %s', async (language) => {
    const parts = await partsOf(await write(sampleRecord(), 'docx', language));
    for (const part of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml', 'docProps/core.xml']) {
      const name = part.split('/')[1]?.replace('.xml', '') ?? part;
      await expect(lines(parts[part] ?? '')).toMatchFileSnapshot(`golden/docx.${language}.${name}.xml`);
    }
  });

  test.each(LANGUAGES)('slides, %s', async (language) => {
    const parts = await partsOf(await write(sampleRecord(), 'pptx', language));
    const golden = ['ppt/slides/slide1', 'ppt/slides/slide2', 'ppt/slides/slide3', 'docProps/core'];
    for (const part of golden) {
      const name = part.split('/').at(-1) ?? part;
      const xml = (parts[`${part}.xml`] ?? '').replaceAll(/(?<=>)(?=<(?:p:sp|p:grpSp|a:p)[ >])/g, '\n');
      await expect(`${xml}\n`).toMatchFileSnapshot(`golden/pptx.${language}.${name}.xml`);
    }
  });

  test('json', async () => {
    await expect(textOf(await write(sampleRecord(), 'json'))).toMatchFileSnapshot('golden/report.json');
  });

  test.each(LANGUAGES)('csv, %s', async (language) => {
    await expect(textOf(await write(sampleRecord(), 'csv', language))).toMatchFileSnapshot(
      `golden/report.${language}.csv`,
    );
  });

  test('a group that has done nothing yet', async () => {
    await expect(textOf(await write(bare(), 'md'))).toMatchFileSnapshot('golden/bare.en.md');
  });

  test('an archived ballot is kept and called so', async () => {
    const record = sampleRecord();
    record.ballots = record.ballots.map((ballot) => ({ ...ballot, archived: true }));
    expect(textOf(await write(record, 'md'))).toContain('### Ballot 1: dots (in phase “Shortlist”, archived)');
  });

  test('a closed group', async () => {
    const record = sampleRecord();
    record.group = { ...record.group, name: 'Harbour', status: 'closed', version: 2 };
    const text = textOf(await write(record, 'md'));
    expect(text).toContain('# Report of Group 7: Harbour');
    expect(text).toContain('Final report, version 2');
    expect(text.toLowerCase()).not.toContain('interim');
    expect((await everything(record, 'docx')).toLowerCase()).not.toContain('interim');
    expect(JSON.parse(textOf(await write(record, 'json')))).toMatchObject({ status: 'final', version: 2 });
  });
});

describe('every format', () => {
  test.each(FORMATS)('%s: the same input gives the same bytes, whatever the order of cards', async (format) => {
    const turned = sampleRecord();
    turned.cards.reverse();
    turned.clusters.reverse();
    expect(await write(turned, format)).toEqual(await write(sampleRecord(), format));
  });

  test.each(WHOLE)('%s: another key gives another order', async (format) => {
    const other = sampleRecord();
    other.symposium.orderKey = new Uint8Array(32).fill(8);
    expect(await write(other, format)).not.toEqual(await write(sampleRecord(), format));
  });

  const modes = ['named', 'bloc', 'non-attributed', 'sealed'] as const;
  const cases = FORMATS.flatMap((format) =>
    modes.flatMap((mode) => [true, false].map((rule) => ({ format, mode, rule, names: !rule && mode === 'named' }))),
  );
  test.each(cases)('$format, mode $mode, Rule $rule: names authors: $names', async ({ format, mode, rule, names }) => {
    const record = sampleRecord();
    record.symposium.chathamHouse = rule;
    record.group = { ...record.group, attribution: mode };
    const text = await everything(record, format);
    const people = AUTHORS.flatMap((author) => [author.displayName, author.delegation]);
    // Slides show no cards, so they name nobody whatever the mode.
    expect(people.filter((one) => text.includes(one))).toEqual(names && format !== 'pptx' ? people : []);
    const fields = ['seatId', 'signed', 'orderKey', '07070707', ...(names ? [] : ['displayName', '"author"'])];
    expect(fields.filter((field) => text.includes(field))).toEqual([]);
    // No day but the symposium's first, no time of day, no milliseconds since 1970.
    const days = new Set(text.match(/\b20\d\d-\d\d-\d\d/g) ?? []);
    expect([...days].filter((day) => day !== '2026-02-14')).toEqual([]);
    expect((text.match(/T\d\d:\d\d:\d\d/g) ?? []).filter((time) => time !== 'T00:00:00')).toEqual([]);
    expect(text).not.toMatch(/\b1[678]\d{11}\b/);
  });

  test.each(modes.flatMap((mode) => [true, false].map((rule) => [mode, rule] as const)))(
    'no single card has a bloc in a file, mode %s, Rule %s',
    async (attribution, chathamHouse) => {
      const record = sampleRecord();
      record.symposium.chathamHouse = chathamHouse;
      record.group = { ...record.group, attribution };
      record.seatsByBloc = { allied: 9, partner: 7, organisation: 5 };
      const { cards } = JSON.parse(textOf(await write(record, 'json'))) as { cards: object[] };
      expect(cards.filter((card) => 'bloc' in card)).toEqual([]);
      if (attribution === 'named' && !chathamHouse) return;
      expect(cards.filter((card) => 'author' in card)).toEqual([]);
      const rows = textOf(await write(record, 'csv'))
        .split('\r\n')
        .filter((line) => line.startsWith('card,'));
      expect(rows.length).toBe(8);
      expect(rows.filter((row) => !/,,,,,,,,,(?:late|proxy)?,UNMARKED/.test(row))).toEqual([]);
      const annex =
        textOf(await write(record, 'md'))
          .split('## Annex: all cards')[1]
          ?.split('## Annex: results')[0] ?? '';
      expect(annex).toContain('Exchange of instructors');
      expect(annex).not.toMatch(/Allied|Partner\b|Organisation/);
    },
  );

  test.each(WHOLE)('%s: holds every live card and none of the bin', async (format) => {
    const text = await everything(sampleRecord(), format);
    const live = sampleCards().filter((card) => !card.binned);
    expect(live.filter((card) => !text.includes(card.title))).toEqual([]);
    expect(text).not.toContain('Taken back');
  });

  test.each(WHOLE)('%s: a small bloc of one mind is a bound, without the figures behind it', async (format) => {
    const record = sampleRecord();
    const results = record.ballots[0]?.results;
    if (results?.kind !== 'dots') throw new Error('the sample’s first ballot is one of dots');
    const [line] = results.options;
    if (line === undefined) throw new Error('the sample’s ballot has options');
    line.blocs = line.blocs.map((cell) => (cell.shown ? { ...cell, dots: 4711, voters: cell.papers } : cell));
    record.ballots = record.ballots.slice(0, 1);
    const text = await everything(record, format);
    expect(text).not.toContain('4711');
    expect(text).toMatch(/≥ 80%|"at-least",\s+"value": 0.8|,share,allied,at-least,0.8,/);
  });

  test.each(WHOLE)('%s: holds the reasons people gave', async (format) => {
    const text = await everything(sampleRecord(), format);
    expect(text).toMatch(/Nous n’avons pas(\\n|\s)les moyens/);
  });

  test.each(WHOLE)('%s: holds back the blocs that are too small', async (format) => {
    const text = await everything(sampleRecord(), format);
    expect(text).not.toMatch(/Partner \(\d/);
    expect(text).toContain('small');
  });
});

/** Words that are markup somewhere, or nothing a file can hold. */
const NASTY = [
  '=HYPERLINK("https://evil.example","Click")',
  '+cmd|calc!A1',
  '@SUM(1)',
  '# not a heading',
  '- not a list',
  '1. not a number',
  '> not a quotation',
  '| a | b |',
  '[link](javascript:alert(1))',
  '![image](https://evil.example/x.png)',
  '<script>alert(1)</script>',
  '<w:p><w:r><w:t>x</w:t></w:r></w:p>',
  '&lt;b&gt; &amp; &#60;',
  ']]> <!-- -->',
  '{ INCLUDETEXT "/etc/passwd" }',
  '*bold* _under_ ~~gone~~ `code` $x^2$',
  '\\escaped\\',
  'https://evil.example and www.evil.example and a@evil.example',
  '{count, plural, other {#}} <b>x</b>',
];

describe('words are words', () => {
  const MARKED = [
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a number', '1\\. not a number'],
    ['> not a quotation', '\\> not a quotation'],
    ['| a | b |', '\\| a \\| b \\|'],
    ['[link](javascript:alert(1))', '\\[link\\](javascript:alert(1))'],
    ['![image](https://evil.example/x.png)', '!\\[image\\](https\\://evil.example/x.png)'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['*bold* _under_ ~~gone~~', '\\*bold\\* \\_under\\_ \\~\\~gone\\~\\~'],
    ['\\', '\\\\'],
    ['www.evil.example a@evil.example', 'www\\.evil.example a\\@evil.example'],
    ['two\nlines', 'two lines'],
  ] as const;

  test.each(MARKED)('markdown shows %j as %j', async (title, escaped) => {
    const record = bare();
    record.cards = sampleCards()
      .slice(0, 1)
      .map((card) => ({ ...card, cluster: null, title, body: '' }));
    record.texts.headlines = [title];
    const text = textOf(await write(record, 'md'));
    expect(text.split('\n')).toContain(`1. ${escaped}`);
    expect(text.split('\n')).toContain(`1. **${escaped}**`);
  });

  test('word shows every one of them as it was written', async () => {
    const record = bare();
    const [model] = sampleCards();
    if (model === undefined) throw new Error('the sample has cards');
    record.cards = NASTY.map((title, index) => ({
      ...model,
      id: `nasty-${index}` as typeof model.id,
      title,
      body: title,
    }));
    record.texts.headlines = NASTY;
    record.round = { title: '<b>', question: 'a & b < c' };
    const parts = await partsOf(await write(record, 'docx'));
    const words = wordsOf(parts['word/document.xml'] ?? '').split('\n');
    const listed = words.map((line) => line.replace(/ {2}\d+$/, ''));
    // As a headline message, as a title of the annex, as a body.
    const times = NASTY.map((title) => listed.filter((line) => line === title).length);
    expect(times).toEqual(NASTY.map(() => 3));
    expect(words).toContain('a & b < c');
  });

  test('what XML cannot hold is left out, the rest stays', async () => {
    const record = bare();
    const [model] = sampleCards();
    if (model === undefined) throw new Error('the sample has cards');
    record.cards = [
      { ...model, cluster: null, title: 'a\u0000b\u000Bc\uFFFEd\uD800e👩‍🚒f\u200Fg', body: 'x\r\ny\u0007' },
    ];
    const parts = await partsOf(await write(record, 'docx'));
    const words = wordsOf(parts['word/document.xml'] ?? '').split('\n');
    expect(words).toContain('abcde👩‍🚒f\u200Fg');
    expect(words).toContain('y');
    expect(JSON.parse(textOf(await write(record, 'json')))).toMatchObject({
      cards: [{ title: 'abcde👩‍🚒f\u200Fg', body: 'x\ny' }],
    });
  });
});

test('json keeps its published schema, with authors too', async () => {
  const path = new URL('../schema/group-report.schema.json', import.meta.url);
  const validate = new Ajv({ allErrors: true, strict: true }).compile(
    JSON.parse(await readFile(path, 'utf8')) as object,
  );
  const named = sampleRecord();
  named.symposium.chathamHouse = false;
  named.group = { ...named.group, attribution: 'named' };
  const ofOneMind = sampleRecord();
  ofOneMind.ballots = ofOneMind.ballots.map((ballot) => ({
    ...ballot,
    results:
      ballot.results.kind === 'dots'
        ? {
            ...ballot.results,
            options: ballot.results.options.map((line) => ({
              ...line,
              blocs: line.blocs.map((cell) => (cell.shown ? { ...cell, dots: 0, voters: 0 } : cell)),
            })),
          }
        : ballot.results,
  }));
  for (const record of [sampleRecord(), named, bare(), ofOneMind]) {
    validate(JSON.parse(textOf(await write(record, 'json'))));
    expect(validate.errors).toBeNull();
  }
  validate({ schema: 'rapport.group-report/1' });
  expect(validate.errors).not.toBeNull();
});

test.each([...ARCHIVES] as ('docx' | 'pptx')[])('%s: has no time, user or comment in its zip', async (format) => {
  const zip = await JSZip.loadAsync(await write(sampleRecord(), format));
  const entries = Object.values(zip.files);
  expect(new Set(entries.map((file) => file.date.toISOString()))).toEqual(new Set(['1980-01-01T00:00:00.000Z']));
  expect(entries.filter((file) => file.comment || file.unixPermissions)).toEqual([]);
});

describe('a word document', () => {
  test('carries the marking on every page and nobody’s name in its metadata', async () => {
    const parts = await partsOf(await write(sampleRecord(), 'docx'));
    const marking = 'UNMARKED – not for classified information';
    expect(wordsOf(parts['word/header1.xml'] ?? '')).toContain(marking);
    expect(wordsOf(parts['word/footer1.xml'] ?? '')).toContain(marking);
    const core = parts['docProps/core.xml'] ?? '';
    expect(core).toContain('<dc:creator>Rapport</dc:creator>');
    expect(core.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual(['2026-02-14T00:00:00Z', '2026-02-14T00:00:00Z']);
  });

  test('is read aloud as it looks: headings, head rows, language, direction', async () => {
    const parts = await partsOf(await write(sampleRecord(), 'docx', 'fr'));
    const body = parts['word/document.xml'] ?? '';
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    expect(body).toContain('<w:tblHeader/>');
    expect(parts['word/styles.xml']).toContain('w:val="fr-FR"');
    const arabic = lines(body)
      .split('\n')
      .filter((line) => line.includes('الأمن السيبراني'));
    expect(arabic.length).toBeGreaterThanOrEqual(3);
    for (const line of arabic) {
      expect(line).toContain('<w:bidi/>');
      expect(line).toContain('<w:rtl/>');
    }
  });
});

/** Programs that draw a document, where the host has one. */
const renderers = [process.env['SOFFICE_PATH']].filter((path) => path !== undefined && path !== '');

const drawn = renderers.flatMap((path) => [
  { format: 'docx' as const, path: path ?? '', least: 2, most: 20 },
  { format: 'pptx' as const, path: path ?? '', least: 3, most: 3 },
]);

test.each(drawn)('LibreOffice opens $format', { timeout: 120_000 }, async ({ format, path, least, most }) => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-report-'));
  try {
    for (const language of LANGUAGES) {
      const file = join(folder, `report-${language}.${format}`);
      await writeFile(file, await write(sampleRecord(), format, language));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      await promisify(execFile)(path, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
      const pdf = await readFile(join(folder, `report-${language}.pdf`), 'latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
      expect(pages).toBeGreaterThanOrEqual(least);
      expect(pages).toBeLessThanOrEqual(most);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
