import { BYTE_ORDER_MARK, writeCsv as writeLines } from '@rapport/domain/csv-cells';
import type { ResultTable } from './result-table.ts';

/**
 * A result as one CSV file: UTF-8 with a byte order mark, numbers with a decimal point, texts that no spreadsheet takes
 * for a formula. Several tables stand below each other, told apart by a first column; each line carries the marking.
 */
export const writeCsv = (
  tables: readonly ResultTable[],
  { part, marking }: { /** Head of the first column. */ part: string; marking: { label: string; text: string } },
): string => {
  const isSplit = tables.length > 1;
  const head = [...(isSplit ? [part] : []), ...(tables[0]?.columns.map(({ label }) => label) ?? []), marking.label];
  const lines = tables.flatMap(({ caption, rows }) =>
    rows.map((row) => [...(isSplit ? [caption] : []), ...row, marking.text]),
  );
  return BYTE_ORDER_MARK + writeLines([head, ...lines]);
};
