import type { CsvCell } from '@rapport/domain/csv-cells';

/** Columns of a report as CSV, published in docs/reports.md; a change that breaks readers is a new name. */
export const CSV_COLUMNS = [
  'kind',
  'id',
  'number',
  'title',
  'text',
  'of',
  'ballot',
  'axis',
  'measure',
  'bloc',
  'bound',
  'value',
  'base',
  'author',
  'delegation',
  'remark',
  'marking',
] as const;

/** What a line is about. */
export type CsvKind =
  | 'fact'
  | 'headline'
  | 'option'
  | 'field'
  | 'reservation'
  | 'sponsor'
  | 'agreement'
  | 'cluster'
  | 'question'
  | 'card'
  | 'ballot'
  | 'result'
  | 'reason';

/** A line by its columns; what is left out is empty. */
export type CsvRow = { kind: CsvKind } & Partial<
  Record<Exclude<(typeof CSV_COLUMNS)[number], 'kind' | 'marking'>, CsvCell>
>;
