import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { Locale } from '@rapport/domain/languages';
import type { ProjectedSymposium } from '@rapport/domain/symposium-record';
import { AUTHORS } from '../testing.ts';
import { Typesetter } from '../typst/typesetter.ts';
import { writePaper, writePaperPdf } from '../write-paper.ts';
import { DELEGATIONS, projected } from './testing.ts';

const LANGUAGES: readonly Locale[] = ['en', 'fr', 'ar'];
const FORMATS = ['md', 'csv', 'json', 'docx', 'pptx', 'pdf'] as const;
const typesetter = new Typesetter();

const write = (record: ProjectedSymposium, format: (typeof FORMATS)[number], language: Locale = 'en') =>
  format === 'pdf' ? writePaperPdf(record, language, typesetter) : writePaper(record, format, language);
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

const partsOf = async (docx: Uint8Array): Promise<Record<string, string>> => {
  const zip = await JSZip.loadAsync(docx);
  const parts = Object.values(zip.files).map(async (file) => [file.name, await file.async('string')] as const);
  return Object.fromEntries(await Promise.all(parts));
};

/** Everything a format says, unpacked; a PDF's streams are packed, so of it only what stands around them. */
const everything = async (record: ProjectedSymposium, format: (typeof FORMATS)[number]): Promise<string> => {
  const bytes = await write(record, format);
  if (format === 'docx' || format === 'pptx') return Object.values(await partsOf(bytes)).join('\n');
  return format === 'pdf' ? Buffer.from(bytes).toString('latin1') : textOf(bytes);
};

const bare = (): ProjectedSymposium =>
  projected((record) => {
    Object.assign(record, { groups: [], options: [], ballots: [], rounds: [], counts: { seats: 0, present: 0 } });
    record.symposium.languages = [];
  });

describe('golden files', () => {
  test.each(LANGUAGES)('markdown, %s', async (language) => {
    await expect(textOf(await write(projected(), 'md', language))).toMatchFileSnapshot(
      `../golden/paper.${language}.md`,
    );
  });

  test.each(LANGUAGES)('word, %s', async (language) => {
    const parts = await partsOf(await write(projected(), 'docx', language));
    const body = (parts['word/document.xml'] ?? '').replaceAll(/(?<=>)(?=<w:(?:p|tbl|tr|tc|sectPr)[ >])/g, '\n');
    await expect(`${body}\n`).toMatchFileSnapshot(`../golden/paper.docx.${language}.document.xml`);
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Rapport</dc:creator>');
  });

  test.each(LANGUAGES)('powerpoint, %s', async (language) => {
    const parts = await partsOf(await write(projected(), 'pptx', language));
    const slide = (parts['ppt/slides/slide5.xml'] ?? '').replaceAll(/(?<=>)(?=<(?:p:sp|p:grpSp|a:p)[ >])/g, '\n');
    await expect(`${slide}\n`).toMatchFileSnapshot(`../golden/paper.pptx.${language}.slide5.xml`);
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Rapport</dc:creator>');
  });

  test.each(LANGUAGES)('csv, %s', async (language) => {
    await expect(textOf(await write(projected(), 'csv', language))).toMatchFileSnapshot(
      `../golden/paper.${language}.csv`,
    );
  });

  test('json', async () => {
    await expect(textOf(await write(projected(), 'json'))).toMatchFileSnapshot('../golden/paper.json');
  });

  test('a symposium in which nothing was done yet', async () => {
    await expect(textOf(await write(bare(), 'md'))).toMatchFileSnapshot('../golden/paper-bare.en.md');
  });
});

describe('every format', () => {
  test.each(FORMATS)('%s: the same record gives the same bytes', async (format) => {
    expect(await write(projected(), format)).toEqual(await write(projected(), format));
  });

  test.each(FORMATS)('%s: under the Rule only delegations that signed are named, and no author', async (format) => {
    const text = await everything(projected(), format);
    const unsigned = DELEGATIONS.slice(2);
    const secrets = [...AUTHORS.map((author) => author.displayName), ...unsigned, 'orderKey', '07070707', 'seatId'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  test.each(['md', 'csv', 'json', 'docx', 'pptx'] as const)(
    '%s: a sealed paper is final and says interim nowhere',
    async (format) => {
      const text = await everything(
        projected((record) => void (record.sealed = true)),
        format,
      );
      expect(text.toLowerCase()).not.toContain('interim');
      expect(text.toLowerCase()).toContain('final');
    },
  );
});

test('without the Rule delegations of five papers and more stand beside the mean', async () => {
  const open = projected((record) => void (record.symposium.chathamHouse = false));
  expect(textOf(await write(open, 'md'))).toContain('Ruritania (9) 89%');
});

test('options that were not placed move to the annex when others were', async () => {
  const record = projected(({ options }) => {
    for (const option of options) if (option.code === 'PL-O1') option.state = 'paper';
  });
  const text = textOf(await write(record, 'md'));
  const annex = text.indexOf('## Annex: options of the register that are not in the paper');
  expect(annex).toBeGreaterThan(0);
  expect(text.indexOf('### R1-G02-O1: A fund for quick projects')).toBeGreaterThan(annex);
  expect(text.indexOf('### PL-O1:')).toBeLessThan(annex);
  expect(text).not.toContain('has not chosen options');
});

test('csv: no spreadsheet takes anybody’s words for a formula', async () => {
  const hostile = '=HYPERLINK("https://example.org")';
  const record = projected((one) => {
    one.symposium.title = hostile;
    for (const round of one.rounds) Object.assign(round, { title: hostile, question: hostile });
    for (const option of one.options) {
      option.text = { ...option.text, title: hostile, text: hostile, rationale: `  ${hostile}` };
      for (const reservation of option.reservations) reservation.text = hostile;
    }
    for (const group of one.groups) Object.assign(group, { name: hostile, headlines: [hostile], questions: [hostile] });
  });
  const text = textOf(await write(record, 'csv'));
  expect(text.match(/(?:^|,)"'\s*=HYPERLINK/gm)?.length).toBeGreaterThan(15);
  expect(text).not.toMatch(/(?:^|,)"?\s*=HYPERLINK/m);
});

test('json keeps its published schema', async () => {
  const path = new URL('../../schema/options-paper.schema.json', import.meta.url);
  const validate = new Ajv({ allErrors: true, strict: true }).compile(
    JSON.parse(await readFile(path, 'utf8')) as object,
  );
  const open = projected((record) => void (record.symposium.chathamHouse = false));
  for (const record of [projected(), open, bare(), projected((one) => void (one.sealed = true))]) {
    validate(JSON.parse(textOf(await write(record, 'json'))));
    expect(validate.errors).toBeNull();
  }
  validate({ schema: 'rapport.options-paper/1' });
  expect(validate.errors).not.toBeNull();
});

test('a pdf is tagged', async () => {
  const text = Buffer.from(await write(projected(), 'pdf')).toString('latin1');
  expect(text).toContain('/StructTreeRoot');
  expect(text).toMatch(/\/MarkInfo/);
});
