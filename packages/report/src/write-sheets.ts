import type { Locale } from '@rapport/domain/languages';
import { composeBadges, type BadgeRun } from './sheets/badge-sheet.ts';
import { translateInto } from './translate.ts';
import type { PdfStandard, Typesetter, UndrawnNote } from './typst/typesetter.ts';

const undrawnNote = (language: Locale): UndrawnNote => {
  const t = translateInto(language);
  return (count, sign) => t('sheet.undrawn', { count, sign });
};

/** Badges or table tents as a tagged PDF, in the order they are given. The same run gives the same bytes. */
export const writeBadges = (run: BadgeRun, typesetter: Typesetter, standard: PdfStandard = 'ua-1'): Uint8Array =>
  typesetter.sheets('badges', composeBadges(run), undrawnNote(run.language), standard);
