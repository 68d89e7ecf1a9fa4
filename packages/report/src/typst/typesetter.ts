import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Report } from '../report-blocks.ts';
import { readBundledFonts } from './bundled-fonts.ts';
import { UNDRAWN, drawEveryCharacter } from './draw-every-character.ts';
import { readFont, type FontFacts } from './read-font.ts';
import { splitPages } from './split-pages.ts';

/**
 * What a PDF promises: `ua-1` to be read aloud (PDF/UA-1), `a-2a` to be kept for ever with the same structure
 * (PDF/A-2a). Both are tagged.
 */
export type PdfStandard = 'ua-1' | 'a-2a';

/** Sheets that are cut or filled in, each with a template of its own. */
export type SheetTemplate = 'badges' | 'ballot-papers';

/** How many compilations a memoized result outlives without being used. */
const KEEP = 1;

const readTemplate = (name: 'report' | SheetTemplate): string =>
  readFileSync(new URL(`${name}.typ`, import.meta.url), 'utf8');

const folderFonts = (folder: string): Buffer[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:ttf|otf)$/i.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name)));

/**
 * Sets reports and sheets with Typst, in this thread and at once: tens of milliseconds a report, so never on a thread that serves
 * people. It sees no file, no network and no font but those it is given, so the same report gives the same bytes.
 */
export class Typesetter {
  readonly #compiler: NodeCompiler;
  readonly #template: string;
  readonly #fonts: FontFacts[];
  readonly #families: string;

  /** @param fontFolder TrueType and OpenType fonts of the host, tried after those that come with the product */
  constructor(fontFolder?: string) {
    const blobs = [...readBundledFonts(), ...(fontFolder === undefined ? [] : folderFonts(fontFolder))];
    this.#fonts = blobs.map(readFont);
    this.#families = JSON.stringify([...new Set(this.#fonts.map(({ family }) => family))]);
    // The folder of the templates is all it may read; there is nothing else in it that it could.
    this.#compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: blobs }] });
    this.#template = readTemplate('report');
  }

  /** A tagged PDF; `note` says in the report that characters could not be drawn. */
  pdf(report: Report, note: UndrawnNote, standard: PdfStandard): Uint8Array {
    return this.#print(this.#compile(report, note), standard);
  }

  /** A tagged PDF of sheets; `note` says on a page behind them that characters could not be drawn. */
  sheets(
    template: SheetTemplate,
    sheet: { note: string | null },
    note: UndrawnNote,
    standard: PdfStandard,
  ): Uint8Array {
    const drawn = drawEveryCharacter(sheet, this.#fonts);
    const told = drawn.undrawn === 0 ? drawn.value : { ...drawn.value, note: note(drawn.undrawn, UNDRAWN) };
    return this.#print(this.#set(readTemplate(template), { sheet: JSON.stringify(told) }), standard);
  }

  /** The pages as they would be printed, each an SVG without text that could be selected or scripts. */
  pages(report: Report, note: UndrawnNote): string[] {
    try {
      return splitPages(this.#compiler.plainSvg(this.#compile(report, note)));
    } finally {
      this.#compiler.evictCache(KEEP);
    }
  }

  #compile(report: Report, note: UndrawnNote): NodeTypstDocument {
    const drawn = drawEveryCharacter(report, this.#fonts);
    const told = drawn.undrawn === 0 ? drawn.value : withNote(drawn.value, note(drawn.undrawn, UNDRAWN));
    return this.#set(this.#template, { report: JSON.stringify(told) });
  }

  #print(document: NodeTypstDocument, standard: PdfStandard): Uint8Array {
    try {
      // No clock: the only date a report has is in its text.
      return new Uint8Array(this.#compiler.pdf(document, { pdfStandard: standard, creationTimestamp: 0 }));
    } catch {
      // A cluster of characters that each have a font, but no font in common, breaks the promise, never the report.
      return new Uint8Array(this.#compiler.pdf(document, { creationTimestamp: 0 }));
    } finally {
      this.#compiler.evictCache(KEEP);
    }
  }

  #set(template: string, inputs: Record<string, string>): NodeTypstDocument {
    const answer = this.#compiler.compile({ mainFileContent: template, inputs: { ...inputs, fonts: this.#families } });
    const document = answer.result;
    if (document === null) {
      const fault = answer.takeError();
      // Names of our own functions and places in our template; texts of people come in as data and are not in it.
      throw new Error(`the pages could not be set: ${JSON.stringify(fault?.shortDiagnostics ?? 'unknown')}`);
    }
    return document;
  }
}

/** Says how many characters stand as which sign. */
export type UndrawnNote = (count: number, sign: string) => string;

/** Before the annex, where the method is told. */
const withNote = (report: Report, text: string): Report => {
  const annex = report.blocks.findIndex((block) => block.kind === 'heading' && block.startsPage === true);
  const at = annex === -1 ? report.blocks.length : annex;
  return { ...report, blocks: report.blocks.toSpliced(at, 0, { kind: 'paragraph', tone: 'note', text }) };
};
