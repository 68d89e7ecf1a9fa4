import type { Agreement, AttitudeCell } from '@rapport/domain/ballot-results';
import type { ReportBlock } from './report-blocks.ts';
import { blocName, decimal, listOf, namesOf, note, plainPoints, shareText, type BlocWords } from './words.ts';

/** One option, or one axis of it, and what can be said of the two sides. */
export type Compared = { title: string; cells: readonly AttitudeCell[]; agreement: Agreement };

/** The class of an agreement in words. */
export const verdictText = (words: BlocWords, { verdict }: Extract<Agreement, { kind: 'measured' }>): string =>
  verdict.class === 'led'
    ? words.t('agreement.led', { bloc: blocName(words, verdict.by) })
    : words.t(`agreement.${verdict.class}`);

/** The shares of the two sides that support it, of those that may be shown. */
export const sidesText = (words: BlocWords, cells: readonly AttitudeCell[]): string => {
  const { t, record } = words;
  const sides = record.symposium.sides.flatMap((side) => {
    const cell = cells.find((one) => one.bloc === side);
    return cell?.shown === true
      ? [
          t('agreement.side', {
            bloc: blocName(words, side),
            share: shareText(words, cell.support),
            papers: cell.papers,
          }),
        ]
      : [];
  });
  return listOf(sides, words.language);
};

/** The class in words, then what it rests upon. Common ground never stands without the divergence. */
const sentence = (
  words: BlocWords,
  compared: Compared,
  agreement: Extract<Agreement, { kind: 'measured' }>,
): string => {
  return words.t('agreement.sentence', {
    option: compared.title,
    verdict: verdictText(words, agreement),
    sides: sidesText(words, compared.cells),
    common: decimal(words, agreement.support),
    divergence: agreement.divergence,
    rough: agreement.rough ? 'yes' : 'no',
  });
};

/** A sentence for each option of which something can be said, and what must be said of the others. */
export const agreementSentences = (
  words: BlocWords,
  lines: readonly Compared[],
): { sentences: string[]; remarks: string[] } => {
  const { t } = words;
  const absent = lines.flatMap(({ agreement }) => (agreement.kind === 'no-papers' ? agreement.blocs : []));
  if (absent.length > 0) {
    return { sentences: [], remarks: [t('agreement.no-papers', { blocs: namesOf(words, [...new Set(absent)]) })] };
  }
  const sentences = lines.flatMap((line) =>
    line.agreement.kind === 'measured' ? [sentence(words, line, line.agreement)] : [],
  );
  if (sentences.length === 0) return { sentences, remarks: lines.length === 0 ? [] : [t('agreement.not-shown')] };
  const kept = lines.filter(({ agreement }) => agreement.kind === 'not-shown').length;
  return { sentences, remarks: kept === 0 ? [] : [t('agreement.partly-shown', { count: kept })] };
};

/** Where the two sides agree and where they differ: a sentence an option, or the reason why there is none. */
export const agreementBlocks = (words: BlocWords, lines: readonly Compared[]): ReportBlock[] => {
  const { sentences, remarks } = agreementSentences(words, lines);
  return [...(sentences.length === 0 ? [] : [plainPoints(sentences)]), ...remarks.map(note)];
};
