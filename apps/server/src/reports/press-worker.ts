import { createHash } from 'node:crypto';
import { setPriority } from 'node:os';
import { serialize } from 'node:v8';
import type { ProjectedRecord } from '@rapport/domain/group-record';
import type { Locale } from '@rapport/domain/languages';
import type { ReportFormat } from '@rapport/protocol/http';
import type { AgendaPrint } from '@rapport/report/compose-agenda';
import type { ProjectedSymposium } from '@rapport/domain/symposium-record';
import type { BadgeRun } from '@rapport/report/sheets/badge-sheet';
import type { BallotPrint } from '@rapport/report/sheets/ballot-sheet';
import { Typesetter, type PdfStandard } from '@rapport/report/typst/typesetter';
import { writePaper, writePaperPages, writePaperPdf } from '@rapport/report/write-paper';
import { writeDeck, writePages, writePdf, writeReport, type ProjectedDeck } from '@rapport/report/write-report';
import { writeAgenda, writeBadges, writeBallotPapers } from '@rapport/report/write-sheets';

/** What the press is asked for; `pages` are what a PDF would show, one SVG each. */
export type PressJob =
  | ({ record: ProjectedRecord; language: Locale } & ({ kind: 'file'; format: ReportFormat } | { kind: 'pages' }))
  | { kind: 'deck'; deck: ProjectedDeck; language: Locale }
  | PaperJob
  | PaperPagesJob
  | SheetJob;
/** The options paper of a symposium. */
export type PaperJob = {
  kind: 'paper';
  record: ProjectedSymposium;
  language: Locale;
  format: ReportFormat;
};
/** Some pages of the options paper: all of a long one would be too much for the thread that takes them over. */
export type PaperPagesJob = {
  kind: 'paper-pages';
  record: ProjectedSymposium;
  language: Locale;
  /** Counted from 0. */
  first: number;
  most: number;
};
/** Pages from `first` on, out of `count`; `first` is the last page when fewer were set than were asked for. */
export type PageRun = { first: number; count: number; pages: string[] };
/** Sheets to be cut, filled in or handed round. */
export type SheetJob =
  | { kind: 'badges'; run: BadgeRun }
  | { kind: 'ballot-papers'; print: BallotPrint }
  | { kind: 'agenda'; print: AgendaPrint };
export type PressResult = Uint8Array<ArrayBuffer> | string[] | PageRun;
export type PressAnswer =
  | { id: number; result: PressResult }
  /** The fault's own words; no text of a report is in them. */
  | { id: number; fault: string };
export type PressSettings = { fontFolder: string | null; standard: PdfStandard };

const { fontFolder, standard } = JSON.parse(process.argv[2] ?? '{}') as PressSettings;

// Whoever works in a room comes first.
setPriority(0, 19);
// A signal from the terminal reaches the whole family; when this process ends is for the server to say.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());

let typesetter: Typesetter | null = null;
const opened = (): Typesetter => (typesetter ??= new Typesetter(fontFolder ?? undefined));

const print = async (job: PressJob): Promise<PressResult> => {
  if (job.kind === 'pages') return writePages(job.record, job.language, opened());
  if (job.kind === 'paper-pages') return printRun(job);
  return new Uint8Array(await printFile(job));
};

/** The pages set last: whoever leafs through a paper asks for it some pages at a time. Gone when the process rests. */
let lastSet: { key: string; pages: string[] } | null = null;

const setPages = ({ record, language }: PaperPagesJob): string[] => {
  const key = createHash('sha256').update(serialize({ record, language })).digest('base64');
  if (lastSet?.key !== key) lastSet = { key, pages: writePaperPages(record, language, opened()) };
  return lastSet.pages;
};

const printRun = (job: PaperPagesJob): PageRun => {
  const all = setPages(job);
  const first = Math.min(job.first, Math.max(all.length - 1, 0));
  return { first, count: all.length, pages: all.slice(first, first + job.most) };
};

const printFile = (job: Exclude<PressJob, { kind: 'pages' | 'paper-pages' }>): Uint8Array | Promise<Uint8Array> => {
  if (job.kind === 'deck') return writeDeck(job.deck, job.language);
  if (job.kind === 'badges') return writeBadges(job.run, opened(), standard);
  if (job.kind === 'paper') {
    return job.format === 'pdf'
      ? writePaperPdf(job.record, job.language, opened(), standard)
      : writePaper(job.record, job.format, job.language);
  }
  if (job.kind === 'agenda') return writeAgenda(job.print, opened(), standard);
  if (job.kind === 'ballot-papers') return writeBallotPapers(job.print, opened(), standard);
  return job.format === 'pdf'
    ? writePdf(job.record, job.language, opened(), standard)
    : writeReport(job.record, job.format, job.language);
};

const answer = async (id: number, job: PressJob): Promise<void> => {
  try {
    process.send?.({ id, result: await print(job) } satisfies PressAnswer);
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : 'unknown';
    process.send?.({ id, fault: words } satisfies PressAnswer);
  }
};

process.on('message', (asked: { id: number; job: PressJob }) => void answer(asked.id, asked.job));
