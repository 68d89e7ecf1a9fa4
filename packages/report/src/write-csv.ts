import { BYTE_ORDER_MARK, writeCsv as writeLines } from '@rapport/domain/csv-cells';
import { inLanguage, type Locale } from '@rapport/domain/languages';
import { OPTION_FIELDS, type OptionRecord } from '@rapport/domain/options';
import type { ArrangedRecord } from './arrange-record.ts';
import { ballotRows } from './csv-results.ts';
import { CSV_COLUMNS, type CsvRow } from './csv-row.ts';
import { oneLine } from './words.ts';

const factRows = (record: ArrangedRecord): CsvRow[] => {
  const { symposium, round, group, counts, cards, clusters, options, ballots } = record;
  const texts = {
    symposium: symposium.title,
    'starts-on': symposium.startsOn,
    round: round.title,
    question: round.question,
    group: group.name,
    status: group.status === 'open' ? 'interim' : 'final',
    attribution: group.attribution,
    'chatham-house': symposium.chathamHouse ? 'yes' : 'no',
    sides: symposium.sides.join(' '),
  };
  const figures = {
    'group-number': group.number,
    version: group.version,
    seats: counts.seats,
    present: counts.present,
    cards: cards.length,
    clusters: clusters.length,
    options: options.length,
    ballots: ballots.length,
  };
  return [
    ...Object.entries(texts).map(([measure, text]): CsvRow => ({ kind: 'fact', measure, text })),
    ...Object.entries(figures).map(([measure, value]): CsvRow => ({ kind: 'fact', measure, value })),
  ];
};

/** Fields but the two that stand on the option's own line. */
const FIELDS = OPTION_FIELDS.filter((field) => field !== 'title' && field !== 'text');

const optionRows = (option: OptionRecord): CsvRow[] => {
  const { id, code, state, version, text, lineage, convergence, readback } = option;
  const about = { id, of: code, title: oneLine(text.title) };
  return [
    { kind: 'option', ...about, number: version?.number ?? null, text: text.text, remark: state },
    ...FIELDS.filter((field) => text[field] !== '').map((field): CsvRow => ({
      kind: 'field',
      ...about,
      measure: field,
      text: text[field],
    })),
    { kind: 'field', ...about, measure: 'cards', value: lineage.cards },
    ...lineage.clusters.map((cluster): CsvRow => ({ kind: 'field', ...about, measure: 'cluster', text: cluster })),
    ...lineage.parents.map((parent): CsvRow => ({ kind: 'field', ...about, measure: 'parent', text: parent })),
    { kind: 'field', ...about, measure: 'groups', value: convergence.groups, base: convergence.of },
    { kind: 'field', ...about, measure: 'interest', value: option.interest },
    ...(version === null ? [] : [{ kind: 'field', ...about, measure: 'hash', text: version.hash } as const]),
    ...(readback === null
      ? []
      : [
          { kind: 'field', ...about, measure: 'accepted', value: readback.accepted } as const,
          { kind: 'field', ...about, measure: 'objected', value: readback.objected } as const,
          ...readback.reasons.map((reason): CsvRow => ({
            kind: 'reservation',
            ...about,
            measure: 'objection',
            text: reason,
          })),
        ]),
    ...option.reservations.map((one): CsvRow => ({
      kind: 'reservation',
      ...about,
      measure: one.kind,
      text: one.text,
    })),
    ...option.sponsors.map(({ delegation, bloc, suspended }): CsvRow => ({
      kind: 'sponsor',
      ...about,
      bloc,
      delegation,
      ...(suspended && { remark: 'suspended' }),
    })),
  ];
};

const cardRows = ({ cards, clusters }: ArrangedRecord): CsvRow[] => {
  const titles = new Map(clusters.map(({ id, title }) => [id, oneLine(title)]));
  return cards.map(({ id, number, title, body, cluster, late, proxy, author, bloc }) => ({
    kind: 'card',
    id,
    number,
    title: oneLine(title),
    text: body,
    of: cluster === null ? null : (titles.get(cluster) ?? null),
    ...(author !== undefined && { author: author.displayName, delegation: author.delegation, bloc: author.bloc }),
    ...(bloc !== undefined && { bloc }),
    remark: [...(late ? ['late'] : []), ...(proxy ? ['proxy'] : [])].join(' '),
  }));
};

const numbered = (kind: 'headline' | 'question', texts: readonly string[]): CsvRow[] =>
  texts.filter((text) => oneLine(text) !== '').map((text, index) => ({ kind, number: index + 1, text }));

/**
 * The report as one table of CSV, one fact a line: what was written, every card, every figure of every ballot. Columns
 * and kinds of lines are the same in every language (docs/reports.md); the names of axes and the marking, which stands
 * on every line, are in the one asked for. No spreadsheet takes anybody's words for a formula.
 */
export const writeCsv = (record: ArrangedRecord, language: Locale): string => {
  const marking = oneLine(inLanguage(record.symposium.marking, language));
  const rows: CsvRow[] = [
    ...factRows(record),
    ...numbered('headline', record.texts.headlines),
    ...record.options.flatMap(optionRows),
    ...record.texts.agreement.map(({ text, origin }, index): CsvRow => ({
      kind: 'agreement',
      number: index + 1,
      text,
      remark: origin,
    })),
    ...numbered('question', record.texts.questions),
    ...record.clusters.map(({ id, title, cards }): CsvRow => ({
      kind: 'cluster',
      id,
      title: oneLine(title),
      measure: 'cards',
      value: cards.length,
    })),
    ...cardRows(record),
    ...record.ballots.flatMap((ballot) => ballotRows(language, ballot)),
  ];
  return (
    BYTE_ORDER_MARK +
    writeLines([
      CSV_COLUMNS,
      ...rows.map((row) => CSV_COLUMNS.map((column) => (column === 'marking' ? marking : (row[column] ?? null)))),
    ])
  );
};
