import type { Figure } from '@rapport/domain/ballot-results';
import { inLanguage, type Locale } from '@rapport/domain/languages';
import type { ArrangedRecord } from './arrange-record.ts';
import type { TableColumn } from './report-blocks.ts';
import type { Translate } from './translate.ts';

/** What every part of a report is written with. */
export type Words = { t: Translate; language: Locale; record: ArrangedRecord };

export const listOf = (items: readonly string[], language: Locale): string =>
  new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(items);

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export const blocName = ({ record, language }: Words, bloc: string): string => {
  const known = record.symposium.blocs.find((one) => one.id === bloc);
  return (known === undefined ? '' : inLanguage(known.name, language)) || bloc;
};

export const namesOf = (words: Words, blocs: readonly string[]): string =>
  listOf(
    blocs.map((bloc) => blocName(words, bloc)),
    words.language,
  );

/** A column of figures. */
export const figure = (label: string): TableColumn => ({ label, align: 'end', wide: false });

/** "≥ 80%" where a bound stands for the exact share. */
export const shareText = ({ t }: Words, { kind, value }: Figure): string => t(`figure.share.${kind}`, { value });

/** A mean or a rank with one or two decimals. */
export const meanText = ({ t }: Words, { kind, value }: Figure): string => t(`figure.mean.${kind}`, { value });

/** Any other number, two decimals at most. */
export const decimal = ({ t }: Words, value: number): string => t('figure.decimal', { value });
