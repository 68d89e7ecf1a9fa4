import { parse } from 'csv-parse/sync';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { RosterReport } from '@rapport/protocol/http';
import { LIMITS } from '@rapport/domain/limits';

type Format = Omit<RosterReport['format'], 'rows'>;
type Separator = Format['separator'];

/** A record as it stands in the file. `line` is the physical line it begins on, counted from 1. */
export type TableRecord = { line: number; cells: string[] } | { line: number; problem: RecordProblem };

/** Why a record has no cells; `cell` counts from 0. */
type RecordProblem = { code: 'quote-not-closed' | 'bad-quote' | 'record-too-long'; cell: number };

export type Table = { format: Format; header: { line: number; cells: string[] }; records: TableRecord[] };

/** Longest record in characters and in lines; also bounds how far an unclosed quote can reach. */
const LONGEST_RECORD = 64 * 1024;
const MOST_LINES = 50;

const decode = (bytes: Uint8Array): Outcome<{ text: string; encoding: Format['encoding'] }> => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return fail('invalid-input', 'This is an Excel workbook, not a CSV file. Save it as "CSV UTF-8" and try again.');
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fail('invalid-input', 'This file is written in UTF-16. Save it as "CSV UTF-8" and try again.');
  }
  if (bytes.includes(0)) return fail('invalid-input', 'This is not a text file. Save the list as "CSV UTF-8".');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return succeed({ text, encoding: marked ? 'utf-8-bom' : 'utf-8' });
  } catch {
    return succeed({ text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' });
  }
};

/** The cells of text that is one whole record, or null when its quotes make no sense. */
const parseRecord = (text: string, separator: Separator): string[] | null => {
  try {
    const records: string[][] = parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: false,
      // `a, "b"` is common; a tab that separates must not be trimmed away.
      ltrim: separator !== '\t',
      rtrim: separator !== '\t',
    });
    // A quote that closes before a line break makes two records of what was taken for one.
    return records.length <= 1 ? (records[0] ?? ['']) : null;
  } catch {
    return null;
  }
};

const quotes = (line: string): number => line.split('"').length - 1;

/** In which cell (from 0) of a line a quote stands wrong: opened and not closed, or in the middle. */
const wrongCell = (line: string, separator: Separator): number => {
  const closed = parseRecord(`${line}"`, separator);
  if (closed !== null) return closed.length - 1;
  const cells = line.split(separator);
  return Math.max(
    0,
    cells.findIndex((cell) => cell.includes('"') && !/^\s*"[^"]*"\s*$/.test(cell)),
  );
};

/**
 * The record that begins at `lines[from]`, and how many lines it takes. Quotes come in pairs, so a record ends where
 * their number is even. A quote that was never closed must not swallow the rows after it: when the pairing fails, or
 * when a line inside would make a whole record by itself, only the first line is given up.
 */
const takeRecord = (
  lines: readonly string[],
  from: number,
  separator: Separator,
  columns: number | null,
): { record: TableRecord; taken: number } => {
  const first = lines[from] ?? '';
  const line = from + 1;
  const giveUp = (code: RecordProblem['code'], cell: number) => ({
    record: { line, problem: { code, cell } },
    taken: 1,
  });
  if (first.length > LONGEST_RECORD) return giveUp('record-too-long', 0);
  let text = first;
  let open = quotes(first) % 2 === 1;
  let taken = 1;
  while (open) {
    const next = lines[from + taken];
    if (next === undefined || taken >= MOST_LINES || text.length + next.length > LONGEST_RECORD) {
      return giveUp('quote-not-closed', wrongCell(first, separator));
    }
    const whole = columns !== null && columns > 1 && next.split(separator).length >= columns;
    if (whole && parseRecord(next, separator)?.length === columns) {
      return giveUp('quote-not-closed', wrongCell(first, separator));
    }
    text += `\n${next}`;
    taken += 1;
    if (quotes(next) % 2 === 1) open = false;
  }
  const cells = parseRecord(text, separator);
  if (cells === null) return giveUp(taken > 1 ? 'quote-not-closed' : 'bad-quote', wrongCell(first, separator));
  return { record: { line, cells }, taken };
};

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/**
 * Reads a file as a table: encoding and separator are found out, line ends of every kind count, and a broken record
 * costs only itself.
 * @param known names of columns, in lower case; the separator that finds most of them is taken
 */
export const readTable = (bytes: Uint8Array, known: ReadonlySet<string>): Outcome<Table> => {
  if (bytes.length > LIMITS.rosterBytes) {
    return fail('too-large', `A roster file has at most ${LIMITS.rosterBytes / 1024 / 1024} MB.`);
  }
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const lines = decoded.value.text.split(/\r\n|\r|\n/);
  let start = lines.findIndex((line) => line.trim() !== '');
  if (start === -1) return fail('invalid-input', 'The file is empty.');
  // A hint Excel writes and reads.
  if (/^sep=.$/i.test(lines[start] ?? '')) start += 1;

  const headers = SEPARATORS.map((separator) => {
    const { record, taken } = takeRecord(lines, start, separator, null);
    const cells = 'cells' in record ? record.cells.map((cell) => cell.trim()) : [];
    return { separator, cells, taken, found: cells.filter((cell) => known.has(cell.toLowerCase())).length };
  });
  const best = headers.reduce((one, other) => (other.found > one.found ? other : one));

  const records: TableRecord[] = [];
  for (let at = start + best.taken; at < lines.length;) {
    const { record, taken } = takeRecord(lines, at, best.separator, best.cells.length);
    at += taken;
    // Nothing after the last line end.
    if (at >= lines.length && 'cells' in record && record.cells.length === 1 && record.cells[0] === '') break;
    records.push(record);
    if (records.length > LIMITS.rosterRows * 2) return tooMany();
  }
  const filled = records.filter((record) => !('cells' in record) || record.cells.some((cell) => cell !== ''));
  if (filled.length > LIMITS.rosterRows) return tooMany();
  return succeed({
    format: { encoding: decoded.value.encoding, separator: best.separator },
    header: { line: start + 1, cells: best.cells },
    records,
  });
};

const tooMany = (): Outcome<never> => fail('too-large', `A roster has at most ${LIMITS.rosterRows} rows.`);
