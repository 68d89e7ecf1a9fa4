import { z } from 'zod';
import { CheckpointId, SentenceId } from '@rapport/domain/ids';
import { Locale } from '@rapport/domain/languages';
import { ReportSentence } from '@rapport/domain/options';
import { Checkpoint } from './history.ts';

/** `POST …/report/open`, `…/report/sentences`: in which language the product's sentences are wanted. */
export const ReportLanguage = z.object({ language: Locale });
export type ReportLanguage = z.infer<typeof ReportLanguage>;

/** How the sentences of a report stand to the results there are now. */
export const ReportState = z.object({
  /** Of the product's sentences; null before somebody who may write has opened the report. */
  language: Locale.nullable(),
  /** Sentences that follow from the results as they are, in any language. */
  fitting: z.array(SentenceId),
  /** How many of them were never offered in this report. */
  fresh: z.number().int(),
});
export type ReportState = z.infer<typeof ReportState>;

/**
 * `GET …/report/pages`: the report as it would be printed, each page an SVG without scripts or links. `hash` names what a
 * page shows; of one the caller says it has (`known`, hashes with commas between) the SVG is left out.
 */
export const ReportPages = z.object({ pages: z.array(z.object({ hash: z.string(), svg: z.string().nullable() })) });
export type ReportPages = z.infer<typeof ReportPages>;

/** How many pages of the options paper an answer holds at most: each weighs half a megabyte. */
export const PAPER_PAGES_AT_ONCE = 4;

/**
 * `GET …/paper/pages`: pages of the options paper as it would be printed, from the asked one on, as in `ReportPages`.
 * `first` counts from 0 and is the last page when the paper is shorter than what was asked for; `count` are all pages.
 */
export const PaperPages = ReportPages.extend({ first: z.number().int(), count: z.number().int() });
export type PaperPages = z.infer<typeof PaperPages>;

/** What a text that goes into the report is, in the order in which they are listed. */
export const NamedPlace = z.enum([
  'headline',
  'agreement',
  'question',
  'option',
  'reservation',
  'objection',
  'reason',
  'cluster',
  'card',
]);
export type NamedPlace = z.infer<typeof NamedPlace>;

/**
 * `GET …/report/names`: texts of the report that hold a name or a delegation of the roster. `words` are as they stand in
 * the text, never as on the roster; no id stands beside them.
 */
export const ReportNames = z.object({
  found: z.array(
    z.object({
      place: NamedPlace,
      /** Code of an option, title of a card or cluster; empty for the others. */
      label: z.string(),
      text: z.string(),
      words: z.array(z.string()),
    }),
  ),
});
export type ReportNames = z.infer<typeof ReportNames>;

/** A report as it stood once: when and why as a board's, and how many words of it people had. */
export const ReportCheckpoint = Checkpoint.omit({ cards: true }).extend({ words: z.number().int() });
export type ReportCheckpoint = z.infer<typeof ReportCheckpoint>;

/** `GET …/report/history`: newest first. */
export const ReportHistory = z.object({ checkpoints: z.array(ReportCheckpoint) });
export type ReportHistory = z.infer<typeof ReportHistory>;

/** `GET …/report/history/{checkpoint}`: for looking only. */
export const EarlierReport = z.object({
  checkpoint: ReportCheckpoint,
  headlines: z.array(z.string()),
  agreement: z.array(ReportSentence),
  questions: z.array(z.string()),
});
export type EarlierReport = z.infer<typeof EarlierReport>;

/** `POST …/report/history/{checkpoint}/restore`: where the report before it is kept. */
export const ReportRestored = z.object({ keptAs: CheckpointId });
export type ReportRestored = z.infer<typeof ReportRestored>;
