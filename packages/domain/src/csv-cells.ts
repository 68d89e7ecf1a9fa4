/** Beginnings that spreadsheets take for a formula (OWASP, CSV injection), also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** By which spreadsheets know that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Null is an empty cell. Numbers are ours: they stay numbers, whatever their sign. */
export type CsvCell = string | number | null;

/**
 * A cell as text: in somebody's words what looks like a formula gets an apostrophe in front; quotes are doubled where
 * needed; numbers have a decimal point and four decimals at most.
 */
const writeCell = (cell: CsvCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Math.round(cell * 10_000) / 10_000);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lines of RFC 4180 with CRLF. */
export const writeCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
