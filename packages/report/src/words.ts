import type { Figure } from '@rapport/domain/ballot-results';
import { inLanguage, intlTag, type Locale } from '@rapport/domain/languages';
import type { ArrangedRecord } from './arrange-record.ts';
import type { Bar, ReportBlock, TableCell, TableColumn, Tone } from './report-blocks.ts';
import type { Translate } from './translate.ts';

/** What results are written with, whichever record they stand in. */
export type BlocWords = {
  t: Translate;
  language: Locale;
  record: { symposium: Pick<ArrangedRecord['symposium'], 'blocs' | 'sides'> };
};

/** What every part of a group's report is written with. */
export type Words = BlocWords & { record: ArrangedRecord };

export const listOf = (items: readonly string[], language: Locale): string =>
  new Intl.ListFormat(intlTag(language), { style: 'long', type: 'conjunction' }).format(items);

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export const blocName = ({ record, language }: BlocWords, bloc: string): string => {
  const known = record.symposium.blocs.find((one) => one.id === bloc);
  return (known === undefined ? '' : inLanguage(known.name, language)) || bloc;
};

export const namesOf = (words: BlocWords, blocs: readonly string[]): string =>
  listOf(
    blocs.map((bloc) => blocName(words, bloc)),
    words.language,
  );

/** A column of figures. */
export const figure = (label: string): TableColumn => ({ label, align: 'end', wide: false });

/** "≥ 80%" where a bound stands for the exact share. */
export const shareText = ({ t }: BlocWords, { kind, value }: Figure): string => t(`figure.share.${kind}`, { value });

/** A mean or a rank with one or two decimals. */
export const meanText = ({ t }: BlocWords, { kind, value }: Figure): string => t(`figure.mean.${kind}`, { value });

/** Any other number, two decimals at most. */
export const decimal = ({ t }: BlocWords, value: number): string => t('figure.decimal', { value });

/** A figure with its picture. */
export const barred = (text: string, bar: Bar): TableCell => ({ text, bar });

/** Counts as a bar of their shares. */
export const stacked = (counts: readonly number[], tones: readonly Tone[]): Bar => {
  const sum = counts.reduce((total, count) => total + count, 0);
  return sum === 0
    ? []
    : counts.map((count, index) => ({
        share: count / sum,
        tone: tones[Math.min(index, tones.length - 1)] ?? 'plain',
        count,
      }));
};

/** A share as a bar. A bound is drawn as long as it is. */
export const shareBar = ({ value }: Figure): Bar => [{ share: value, tone: 'plain' }];

/** Ratings from 1 to 5. */
export const RATING_TONES: readonly Tone[] = ['lowest', 'low', 'middle', 'high', 'highest'];
/** Places from the first on, then what was left out. */
export const placeTones = (places: number): Tone[] =>
  Array.from({ length: places + 1 }, (_, index) =>
    index === places ? 'lowest' : index === 0 ? 'highest' : index === 1 ? 'high' : 'middle',
  );
/** Levels of an endorsement in their order. */
export const LEVEL_TONES: readonly Tone[] = ['highest', 'high', 'middle', 'low', 'lowest'];

export const note = (text: string): ReportBlock => ({ kind: 'paragraph', tone: 'note', text });

export const plainPoints = (texts: readonly string[]): ReportBlock => ({
  kind: 'points',
  items: texts.map((text) => ({ text })),
});
