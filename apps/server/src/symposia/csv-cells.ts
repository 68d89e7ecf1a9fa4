/** Beginnings that spreadsheets take for a formula (OWASP, CSV injection), also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** A cell as text: what looks like a formula gets an apostrophe in front, quotes are doubled where needed. */
const writeCell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lines of RFC 4180 with CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
