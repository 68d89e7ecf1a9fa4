import type { ProjectedRecord } from '@rapport/domain/group-record';
import type { Locale } from '@rapport/domain/languages';
import { arrangeRecord } from './arrange-record.ts';
import { cleanTexts } from './clean-texts.ts';
import { composeReport } from './compose-report.ts';
import { composeDeck, composeGroupDeck, type DeckSymposium } from './slides/compose-deck.ts';
import { writePptx } from './slides/write-pptx.ts';
import { undrawnNote } from './translate.ts';
import type { PdfStandard, Typesetter } from './typst/typesetter.ts';
import { writeCsv } from './write-csv.ts';
import { writeDocx } from './write-docx.ts';
import { writeJson } from './write-json.ts';
import { writeMarkdown } from './write-markdown.ts';

/**
 * A group's report as the bytes of a file (docs/method.md §9). The same record gives the same bytes. It shows what
 * the projection left in the record and nothing else; it holds no time of its own making. JSON is the same in every
 * language.
 */
export const writeReport = async (
  projected: ProjectedRecord,
  format: 'md' | 'json' | 'csv' | 'docx' | 'pptx',
  language: Locale,
): Promise<Uint8Array> => {
  const record = arrangeRecord(projected);
  switch (format) {
    case 'json':
      return new TextEncoder().encode(writeJson(record));
    case 'csv':
      return new TextEncoder().encode(writeCsv(record, language));
    case 'md':
      return new TextEncoder().encode(writeMarkdown(composeReport(record, language)));
    case 'docx':
      return writeDocx(composeReport(record, language));
    case 'pptx':
      return writePptx(composeGroupDeck(record, language));
  }
};

/** What a deck is made of: groups in the order in which they report back. */
export type ProjectedDeck = { symposium: DeckSymposium; groups: { record: ProjectedRecord; round: number }[] };

/** The slides of all groups as one presentation. */
export const writeDeck = ({ symposium, groups }: ProjectedDeck, language: Locale): Promise<Uint8Array> => {
  const clean = cleanTexts(symposium);
  const arranged = groups.map(({ record, round }) => ({ record: arrangeRecord(record), round }));
  return writePptx(composeDeck(clean, arranged, language));
};

/** A group's report as a tagged PDF: the pages of `writePages`, with the structure of the text behind them. */
export const writePdf = (
  projected: ProjectedRecord,
  language: Locale,
  typesetter: Typesetter,
  standard: PdfStandard = 'ua-1',
): Uint8Array => typesetter.pdf(composeReport(arrangeRecord(projected), language), undrawnNote(language), standard);

/** The pages of a group's report as they would be printed, each an SVG. */
export const writePages = (projected: ProjectedRecord, language: Locale, typesetter: Typesetter): string[] =>
  typesetter.pages(composeReport(arrangeRecord(projected), language), undrawnNote(language));
