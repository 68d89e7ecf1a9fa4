import type { Locale } from '@rapport/domain/languages';
import { composeAgenda, type AgendaPrint } from './compose-agenda.ts';
import { composeBadges, type BadgeRun } from './sheets/badge-sheet.ts';
import { composeBallot, type BallotPrint } from './sheets/ballot-sheet.ts';
import { translateInto } from './translate.ts';
import type { PdfStandard, Typesetter, UndrawnNote } from './typst/typesetter.ts';

const undrawnNote = (language: Locale): UndrawnNote => {
  const t = translateInto(language);
  return (count, sign) => t('sheet.undrawn', { count, sign });
};

/** Badges or table tents as a tagged PDF, in the order they are given. The same run gives the same bytes. */
export const writeBadges = (run: BadgeRun, typesetter: Typesetter, standard: PdfStandard = 'ua-1'): Uint8Array =>
  typesetter.sheets('badges', composeBadges(run), undrawnNote(run.language), standard);

/** The papers of a ballot as a tagged PDF, each beginning on a page of its own. The same print gives the same bytes. */
export const writeBallotPapers = (
  print: BallotPrint,
  typesetter: Typesetter,
  standard: PdfStandard = 'ua-1',
): Uint8Array => typesetter.sheets('ballot-papers', composeBallot(print), undrawnNote(print.language), standard);

/** The agenda of report-backs as a tagged PDF, in the look of reports. The same print gives the same bytes. */
export const writeAgenda = (print: AgendaPrint, typesetter: Typesetter, standard: PdfStandard = 'ua-1'): Uint8Array =>
  typesetter.pdf(composeAgenda(print), undrawnNote(print.language), standard);
