import type { Cell, ResultTable } from './result-table.ts';

/** What a spreadsheet would read as a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

const field = (cell: Cell): string => {
  if (cell === null) return '';
  // Numbers are ours and stay numbers, whatever their sign.
  if (typeof cell === 'number') return String(Math.round(cell * 10_000) / 10_000);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

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
  return `\uFEFF${[head, ...lines].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
};
