import { BYTE_ORDER_MARK, writeCsv, type CsvCell } from '@rapport/domain/csv-cells';
import type { BallotResults } from '@rapport/domain/ballot-results';
import { inLanguage, type Locale } from '@rapport/domain/languages';
import { OPTION_FIELDS } from '@rapport/domain/options';
import type { GroupPlace, PaperGroup, PaperOption, ProjectedSymposium } from '@rapport/domain/symposium-record';
import { ballotRows } from '../csv-results.ts';
import type { CsvRow } from '../csv-row.ts';
import { oneLine } from '../words.ts';
import { delegationTallies } from './evidence-blocks.ts';
import { placeText } from './paper-words.ts';

/** Columns of the options paper as CSV, published in docs/paper.md; a change that breaks readers is a new name. */
const COLUMNS = [
  'kind',
  'code',
  'group',
  'number',
  'title',
  'text',
  'of',
  'ballot',
  'axis',
  'measure',
  'bloc',
  'delegation',
  'bound',
  'value',
  'base',
  'remark',
  'marking',
] as const;

type Kind = CsvRow['kind'] | 'judgement' | 'round' | 'tally';
/** A line by its columns; what is left out is empty. */
type Row = { kind: Kind } & Partial<Record<Exclude<(typeof COLUMNS)[number], 'kind' | 'marking'>, CsvCell>>;

const codeOf = (place: GroupPlace | null): string | null => (place === null ? null : placeText(place));
const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

const factRows = ({ symposium, sealed, counts, rounds, groups, options }: ProjectedSymposium): Row[] => {
  const texts = {
    symposium: symposium.title,
    'starts-on': symposium.startsOn,
    status: sealed ? 'final' : 'interim',
    'chatham-house': yesNo(symposium.chathamHouse),
    sides: symposium.sides.join(' '),
  };
  const figures = { ...counts, groups: groups.length, options: options.length };
  return [
    ...Object.entries(texts).map(([measure, text]): Row => ({ kind: 'fact', measure, text })),
    ...Object.entries(figures).map(([measure, value]): Row => ({ kind: 'fact', measure, value })),
    ...rounds.map(({ number, title, question }): Row => ({ kind: 'round', number, title, text: question })),
  ];
};

const optionRows = (option: PaperOption, groups: number): Row[] => {
  const { code, state, group, version, text, lineage, verdict, readback } = option;
  const about = { code, group: codeOf(group), title: oneLine(text.title) };
  const field = (measure: string, rest: Partial<Row>): Row => ({ kind: 'field', ...about, measure, ...rest });
  return [
    { kind: 'option', ...about, number: version.number, text: text.text, remark: state },
    ...OPTION_FIELDS.filter((name) => name !== 'title' && name !== 'text' && text[name] !== '').map((name) =>
      field(name, { text: text[name] }),
    ),
    ...(verdict === null
      ? []
      : [
          field('class', {
            value: verdict.class,
            ...(verdict.class === 'led' && { bloc: verdict.by }),
            remark: option.judgedBy,
          }),
        ]),
    field('groups', { value: option.proposedBy.length, base: groups }),
    ...option.proposedBy.map((place) => field('proposed-by', { of: placeText(place) })),
    field('cards', { value: lineage.cards }),
    ...lineage.clusters.map((cluster) => field('cluster', { text: cluster })),
    ...option.parents.map((parent) => field('parent', { of: parent })),
    ...option.children.map((child) => field('child', { of: child })),
    ...option.versions.map(({ number, hash }) => field('hash', { number, text: hash })),
    field('interest', { value: option.interest }),
    field('cross-bloc', { text: yesNo(option.crossBloc) }),
    ...(readback === null
      ? []
      : [
          field('accepted', { value: readback.accepted }),
          field('objected', { value: readback.objected }),
          ...readback.reasons.map((reason): Row => ({
            kind: 'reservation',
            ...about,
            measure: 'objection',
            text: reason,
          })),
        ]),
    ...option.reservations.map(({ code: of, kind, text: words }): Row => ({
      kind: 'reservation',
      ...about,
      of,
      measure: kind,
      text: words,
    })),
    ...option.sponsors.map(({ delegation, bloc, suspended }): Row => ({
      kind: 'sponsor',
      ...about,
      bloc,
      delegation,
      ...(suspended && { remark: 'suspended' }),
    })),
    ...option.judged.map((one): Row => ({
      kind: 'judgement',
      ...about,
      of: one.code,
      group: codeOf(one.group),
      ballot: one.ballot,
      number: one.version,
      remark: one.stands ? 'stands' : 'earlier',
    })),
  ];
};

/** Lines of a ballot with the codes of what it was about: ids stand for nothing outside. */
const withCodes = (rows: readonly CsvRow[], codes: ReadonlyMap<string, string>, group: string | null): Row[] =>
  rows.map(({ id, ...row }) => ({ ...row, group, code: codes.get(String(id ?? '')) ?? null }));

/** Each delegation counted once: the mean over them, and of those that may be shown their own figure. */
const tallyRows = (results: BallotResults, ballot: number, codes: ReadonlyMap<string, string>): Row[] =>
  results.options.flatMap(({ subject, title }) => {
    const about = { kind: 'tally' as const, ballot, code: codes.get(subject.id) ?? null, title: oneLine(title) };
    return delegationTallies(results, subject.id).flatMap((tally): Row[] => [
      {
        ...about,
        measure: tally.measure,
        base: tally.delegations,
        ...(tally.mean.shown ? { bound: 'rounded', value: tally.mean.value } : { bound: 'not-shown' }),
      },
      ...tally.cells.map(({ delegation, bloc, papers, value }): Row => ({
        ...about,
        measure: tally.measure,
        delegation,
        bloc,
        bound: value.kind,
        value: value.value,
        base: papers,
      })),
    ]);
  });

const numbered = (kind: 'headline' | 'question', group: string, texts: readonly string[]): Row[] =>
  texts.filter((text) => oneLine(text) !== '').map((text, at) => ({ kind, group, number: at + 1, text }));

const groupRows = (one: PaperGroup, language: Locale, codes: ReadonlyMap<string, string>): Row[] => {
  const group = placeText(one);
  const { counts } = one;
  const texts = {
    group: one.name,
    attribution: one.attribution,
    status: one.status,
  };
  const figures = {
    version: one.version,
    seats: counts.seats,
    present: counts.present,
    cards: counts.cards,
    late: counts.late,
    proxies: counts.proxies,
    loose: one.loose,
  };
  return [
    ...Object.entries(texts).map(([measure, text]): Row => ({ kind: 'fact', group, measure, text })),
    ...Object.entries(figures).map(([measure, value]): Row => ({ kind: 'fact', group, measure, value })),
    ...numbered('headline', group, one.headlines),
    ...numbered('question', group, one.questions),
    ...one.clusters.map(({ title, cards }): Row => ({
      kind: 'cluster',
      group,
      title: oneLine(title),
      measure: 'cards',
      value: cards,
    })),
    ...one.kept.map(({ code, title, state }): Row => ({
      kind: 'option',
      code,
      group,
      title: oneLine(title),
      remark: state,
    })),
    ...one.ballots.flatMap((ballot) => withCodes(ballotRows(language, ballot), codes, group)),
  ];
};

/**
 * The options paper as one table of CSV, one fact a line, as reports are. Columns and kinds of lines are the same in
 * every language (docs/paper.md); the names of axes and the marking, which stands on every line, are in the one asked
 * for. No spreadsheet takes anybody's words for a formula.
 */
export const writePaperCsv = (record: ProjectedSymposium, language: Locale): string => {
  const marking = oneLine(inLanguage(record.symposium.marking, language));
  const codes = new Map<string, string>(record.options.map(({ id, code }) => [id, code]));
  const rows: Row[] = [
    ...factRows(record),
    ...record.options.flatMap((option) => optionRows(option, record.groups.length)),
    ...record.ballots.flatMap(({ number, results }) => [
      ...withCodes(ballotRows(language, { number, phase: null, archived: false, results }), codes, null),
      ...tallyRows(results, number, codes),
    ]),
    ...record.groups.flatMap((group) => groupRows(group, language, codes)),
  ];
  return (
    BYTE_ORDER_MARK +
    writeCsv([
      COLUMNS,
      ...rows.map((row) => COLUMNS.map((column) => (column === 'marking' ? marking : (row[column] ?? null)))),
    ])
  );
};
