import type { BallotResults, DelegationTally } from '@rapport/domain/ballot-results';
import type { GroupPlace, PaperGroup, PaperOption, ProjectedSymposium } from '@rapport/domain/symposium-record';
import { jsonBallot } from '../json-ballots.ts';
import { jsonText } from '../write-json.ts';

/** Which shape this is; `schema/options-paper.schema.json` describes it. A change that breaks readers makes the next. */
const SCHEMA = 'rapport.options-paper/1';

const placeOf = ({ round, number }: GroupPlace) => ({ round, number });

const optionOf = (option: PaperOption) => ({
  code: option.code,
  state: option.state,
  group: option.group === null ? null : placeOf(option.group),
  version: { number: option.version.number, hash: option.version.hash },
  text: jsonText(option.text),
  parents: [...option.parents],
  children: [...option.children],
  lineage: { cards: option.lineage.cards, clusters: [...option.lineage.clusters] },
  proposedBy: option.proposedBy.map(placeOf),
  class: option.verdict?.class ?? null,
  ledBy: option.verdict?.class === 'led' ? option.verdict.by : null,
  judgedBy: option.judgedBy,
  judged: option.judged.map(({ code, group, ballot, version, stands }) => ({
    code,
    group: group === null ? null : placeOf(group),
    ballot,
    version,
    stands,
  })),
  reservations: option.reservations.map(({ code, kind, text }) => ({ code, kind, text })),
  readback:
    option.readback === null
      ? null
      : {
          accepted: option.readback.accepted,
          objected: option.readback.objected,
          reasons: [...option.readback.reasons],
        },
  sponsors: option.sponsors.map(({ delegation, bloc, suspended }) => ({ delegation, bloc, suspended })),
  crossBloc: option.crossBloc,
  interest: option.interest,
  versions: option.versions.map(({ number, hash }) => ({ number, hash })),
});

/** Subjects are named by code: ids find results inside the product and stand for nothing outside. */
const ballotOf = (results: BallotResults, codes: ReadonlyMap<string, string>): Record<string, unknown> => {
  const data = jsonBallot(results) as { options: { subject: { kind: string; id: string } }[] };
  return {
    ...data,
    options: data.options.map(({ subject, ...line }) => ({ code: codes.get(subject.id) ?? null, ...line })),
  };
};

const tallyOf = ({ measure, delegations, mean, cells }: DelegationTally) => ({
  measure,
  delegations,
  mean: mean.shown ? { shown: true, value: mean.value, step: mean.step } : { shown: false },
  cells: cells.map(({ delegation, bloc, papers, value }) => ({
    delegation,
    bloc,
    papers,
    value: { kind: value.kind, value: value.value },
  })),
});

const groupOf = (group: PaperGroup, codes: ReadonlyMap<string, string>) => ({
  ...placeOf(group),
  name: group.name,
  attribution: group.attribution,
  status: group.status,
  version: group.version,
  counts: {
    seats: group.counts.seats,
    present: group.counts.present,
    cards: group.counts.cards,
    late: group.counts.late,
    proxies: group.counts.proxies,
  },
  clusters: group.clusters.map(({ title, cards }) => ({ title, cards })),
  loose: group.loose,
  headlines: [...group.headlines],
  questions: [...group.questions],
  ballots: group.ballots.map(({ number, phase, archived, results }) => ({
    number,
    phase: phase?.kind ?? null,
    archived,
    ...ballotOf(results, codes),
  })),
  kept: group.kept.map(({ code, title, state }) => ({ code, title, state })),
});

/** The options paper as data. Every field is named here: what is new in a record never gets into a file by itself. */
export const writePaperJson = (record: ProjectedSymposium): string => {
  const { symposium, sealed, counts, rounds, groups, options, ballots } = record;
  const codes = new Map<string, string>(options.map(({ id, code }) => [id, code]));
  const data = {
    schema: SCHEMA,
    status: sealed ? 'final' : 'interim',
    marking: symposium.marking,
    symposium: {
      title: symposium.title,
      startsOn: symposium.startsOn,
      chathamHouse: symposium.chathamHouse,
      languages: [...symposium.languages],
      blocs: symposium.blocs.map(({ id, name }) => ({ id, name })),
      sides: [...symposium.sides],
    },
    counts: { seats: counts.seats, present: counts.present, delegations: counts.delegations },
    rounds: rounds.map(({ number, title, question }) => ({ number, title, question })),
    options: options.map(optionOf),
    ballots: ballots.map(({ number, results }) => ({
      number,
      ...ballotOf(results, codes),
      byDelegation:
        results.byDelegation === undefined
          ? null
          : {
              delegations: results.byDelegation.delegations,
              unassigned: results.byDelegation.unassigned,
              options: results.byDelegation.options.map(({ measures }) => measures.map(tallyOf)),
            },
    })),
    groups: groups.map((group) => groupOf(group, codes)),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};
