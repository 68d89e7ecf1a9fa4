import { DEFAULT_BLOCS, type Bloc } from '@rapport/domain/blocs';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { RosterRemark, RosterReport } from '@rapport/protocol/http';
import type { Delegations } from './delegations.ts';
import { quote } from './quote.ts';
import { COLUMNS, readRow, type Remark, type RosterEntry } from './read-row.ts';
import { readTable, type Table, type TableRecord } from './read-table.ts';

export type ReadRoster = {
  entries: RosterEntry[];
  rejected: RosterRemark[];
  warnings: RosterRemark[];
  format: RosterReport['format'];
};

const KNOWN = new Set(Object.keys(COLUMNS));
const REQUIRED = ['participant_id', 'display_name', 'role'];

const PROBLEMS = {
  'quote-not-closed': 'A quotation mark is opened and never closed; the rows after it were read.',
  'bad-quote': 'A quotation mark stands where none belongs; put the cell in quotes and double those inside.',
  'record-too-long': 'The row is longer than any row may be.',
} as const;

/** Where each known column stands; the first of two with one name counts. */
const readHeader = (header: Table['header']): Outcome<{ columns: Map<string, number>; warnings: RosterRemark[] }> => {
  const columns = new Map<string, number>();
  const warnings: RosterRemark[] = [];
  const warn = (column: string, code: string, message: string): void =>
    void warnings.push({ record: 0, line: header.line, column, code, message });
  const unknown = new Set<string>();
  for (const [index, written] of header.cells.entries()) {
    const name = written.toLowerCase();
    if (!KNOWN.has(name)) {
      if (name !== '') unknown.add(written);
    } else if (columns.has(name))
      warn(name, 'column-twice', `The column ${name} stands there twice; the first counts.`);
    else columns.set(name, index);
  }
  const missing = REQUIRED.filter((name) => !columns.has(name));
  if (!columns.has('nation_code') && !columns.has('organisation_code'))
    missing.push('nation_code or organisation_code');
  if (missing.length > 0) {
    return fail('invalid-input', `The first line has to name these columns too: ${missing.join(', ')}.`, 'header');
  }
  for (const name of unknown) warn(name.slice(0, 80), 'unknown-column', `The column ${quote(name)} is not read.`);
  return succeed({ columns, warnings });
};

/** On which physical line a cell begins: cells before it may hold line breaks. */
const lineOf = (record: { line: number; cells: string[] }, index: number): number =>
  record.line + record.cells.slice(0, index).reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

/**
 * Reads a roster file by the import rules of docs/roster.md. Nothing is written; the same bytes always give the same
 * answer. Refuses only what is no table with the required columns or is over the limits.
 */
export const readRoster = (
  bytes: Uint8Array,
  delegations: Delegations,
  blocs: readonly Bloc[] = DEFAULT_BLOCS,
): Outcome<ReadRoster> => {
  const table = readTable(bytes, KNOWN);
  if (!table.ok) return table;
  const { header, records, format } = table.value;
  const head = readHeader(header);
  if (!head.ok) return head;
  const { columns } = head.value;

  const entries: RosterEntry[] = [];
  const rejected: RosterRemark[] = [];
  const warnings = [...head.value.warnings];
  if (format.encoding === 'windows-1252') {
    warnings.unshift({
      record: 0,
      line: header.line,
      column: '',
      code: 'encoding',
      message: 'The file is not UTF-8; it was read as windows-1252. Check names with accents.',
    });
  }
  const ids = new Map<string, number>();
  const emails = new Map<string, number>();
  const names = new Map<string, { line: number; id: string }>();
  let rows = 0;

  const takeRow = (number: number, record: TableRecord): void => {
    const remark = ({ column, code, message }: Remark): RosterRemark => ({
      record: number,
      line: 'cells' in record ? lineOf(record, Math.max(0, columns.get(column) ?? 0)) : record.line,
      column,
      code,
      message,
    });
    if (!('cells' in record)) {
      const column = header.cells[record.problem.cell]?.toLowerCase() ?? '';
      rejected.push({
        record: number,
        line: record.line,
        column,
        code: record.problem.code,
        message: PROBLEMS[record.problem.code],
      });
      return;
    }
    if (record.cells.length !== header.cells.length) {
      const column = header.cells[record.cells.length]?.toLowerCase() ?? '';
      const message = `The row has ${record.cells.length} cells, the first line ${header.cells.length}.`;
      rejected.push({ record: number, line: record.line, column, code: 'cell-count', message });
      return;
    }
    const row = readRow((column) => record.cells[columns.get(column) ?? -1] ?? '', delegations, blocs);
    if ('refused' in row) {
      rejected.push(remark(row.refused));
      return;
    }
    const { entry } = row;
    const email = entry.email.toLowerCase();
    const idLine = ids.get(entry.participant_id);
    const emailLine = email === '' ? undefined : emails.get(email);
    if (idLine !== undefined) {
      const message = `${quote(entry.participant_id)} is already used on line ${idLine}; that row counts.`;
      rejected.push(remark({ column: 'participant_id', code: 'duplicate-id', message }));
      return;
    }
    if (emailLine !== undefined) {
      const message = `${quote(entry.email)} is already used on line ${emailLine}; that row counts.`;
      rejected.push(remark({ column: 'email', code: 'duplicate-email', message }));
      return;
    }
    const name = entry.display_name.toLowerCase();
    const namesake = names.get(name);
    if (namesake !== undefined) {
      const message = `${quote(entry.display_name)} also stands on line ${namesake.line}; both were kept.`;
      warnings.push(remark({ column: 'display_name', code: 'same-name', message }));
    } else names.set(name, { line: record.line, id: entry.participant_id });
    ids.set(entry.participant_id, record.line);
    if (email !== '') emails.set(email, record.line);
    warnings.push(...row.warnings.map(remark));
    entries.push(entry);
  };

  for (const [index, record] of records.entries()) {
    const number = index + 1;
    if ('cells' in record && record.cells.every((cell) => cell === '')) {
      if (record.cells.length > 1) {
        const message = 'The row holds nothing but separators and was skipped.';
        warnings.push({ record: number, line: record.line, column: '', code: 'empty-row', message });
      }
      continue;
    }
    rows += 1;
    takeRow(number, record);
  }
  return succeed({ entries, rejected, warnings, format: { ...format, rows } });
};
