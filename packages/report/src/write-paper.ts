import type { Locale } from '@rapport/domain/languages';
import type { ProjectedSymposium } from '@rapport/domain/symposium-record';
import { cleanTexts } from './clean-texts.ts';
import { composePaper } from './paper/compose-paper.ts';
import { writePaperCsv } from './paper/paper-csv.ts';
import { writePaperJson } from './paper/paper-json.ts';
import { composePaperDeck } from './paper/compose-paper-deck.ts';
import { writePptx } from './slides/write-pptx.ts';
import { undrawnNote } from './translate.ts';
import type { PdfStandard, Typesetter } from './typst/typesetter.ts';
import { writeDocx } from './write-docx.ts';
import { writeMarkdown } from './write-markdown.ts';

/**
 * The options paper of a symposium as the bytes of a file (docs/method.md §8). The same record gives the same bytes.
 * JSON is the same in every language.
 */
export const writePaper = async (
  projected: ProjectedSymposium,
  format: 'md' | 'csv' | 'json' | 'docx' | 'pptx',
  language: Locale,
): Promise<Uint8Array> => {
  const record = cleanTexts(projected);
  switch (format) {
    case 'json':
      return new TextEncoder().encode(writePaperJson(record));
    case 'csv':
      return new TextEncoder().encode(writePaperCsv(record, language));
    case 'md':
      return new TextEncoder().encode(writeMarkdown(composePaper(record, language)));
    case 'docx':
      return writeDocx(composePaper(record, language));
    case 'pptx':
      return writePptx(composePaperDeck(record, language));
  }
};

/** The options paper as a tagged PDF. */
export const writePaperPdf = (
  projected: ProjectedSymposium,
  language: Locale,
  typesetter: Typesetter,
  standard: PdfStandard = 'ua-1',
): Uint8Array => typesetter.pdf(composePaper(cleanTexts(projected), language), undrawnNote(language), standard);

/** The pages of the options paper as they would be printed, each an SVG. */
export const writePaperPages = (projected: ProjectedSymposium, language: Locale, typesetter: Typesetter): string[] =>
  typesetter.pages(composePaper(cleanTexts(projected), language), undrawnNote(language));
