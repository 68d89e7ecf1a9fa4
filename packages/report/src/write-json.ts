import type { OptionRecord, OptionText } from '@rapport/domain/options';
import type { ArrangedRecord } from './arrange-record.ts';
import { jsonBallot } from './json-ballots.ts';

/** Which shape this is; `schema/group-report.schema.json` describes it. A change that breaks readers makes the next. */
const SCHEMA = 'rapport.group-report/1';

/** An option's text, field by field. */
export const jsonText = ({ title, text, rationale, actors, resources, horizon }: OptionText) => ({
  title,
  text,
  rationale,
  actors,
  resources,
  horizon,
});

const jsonOption = (option: OptionRecord) => ({
  id: option.id,
  code: option.code,
  state: option.state,
  version: option.version === null ? null : { number: option.version.number, hash: option.version.hash },
  text: jsonText(option.text),
  lineage: {
    cards: option.lineage.cards,
    clusters: [...option.lineage.clusters],
    parents: [...option.lineage.parents],
  },
  convergence: { groups: option.convergence.groups, of: option.convergence.of },
  reservations: option.reservations.map(({ kind, text }) => ({ kind, text })),
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
  versions: option.versions.map(({ number, hash, text }) => ({ number, hash, text: jsonText(text) })),
});

/**
 * The report as data. Every field is named here: what is new in a record never gets into a file by itself. It holds
 * no key, no position and no time.
 */
export const writeJson = (record: ArrangedRecord): string => {
  const { symposium, round, group, phases, currentPhase, counts, clusters, cards, ballots, options, texts } = record;
  const data = {
    schema: SCHEMA,
    status: group.status === 'open' ? 'interim' : 'final',
    version: group.version,
    marking: symposium.marking,
    symposium: {
      title: symposium.title,
      startsOn: symposium.startsOn,
      chathamHouse: symposium.chathamHouse,
      blocs: symposium.blocs.map(({ id, name }) => ({ id, name })),
      sides: [...symposium.sides],
    },
    round: { title: round.title, question: round.question },
    group: { number: group.number, name: group.name, attribution: group.attribution },
    counts: {
      seats: counts.seats,
      present: counts.present,
      cards: cards.length,
      clusters: clusters.length,
      late: cards.filter((card) => card.late).length,
      proxies: cards.filter((card) => card.proxy).length,
      options: options.length,
    },
    phases: phases.map(({ kind, minutes, index }) => ({ kind, minutes, reached: index <= currentPhase })),
    clusters: clusters.map(({ id, title, cards: members }) => ({ id, title, cards: members.map((card) => card.id) })),
    cards: cards.map(({ id, number, title, body, cluster, late, proxy, author, bloc }) => ({
      id,
      number,
      title,
      body,
      cluster,
      late,
      proxy,
      ...(author !== undefined && {
        author: { displayName: author.displayName, delegation: author.delegation, bloc: author.bloc },
      }),
      ...(bloc !== undefined && { bloc }),
    })),
    options: options.map(jsonOption),
    texts: {
      headlines: [...texts.headlines],
      agreement: texts.agreement.map(({ text, origin }) => ({ text, origin })),
      questions: [...texts.questions],
    },
    ballots: ballots.map(({ number, phase, archived, results }) => ({
      number,
      phase: phase?.kind ?? null,
      archived,
      ...jsonBallot(results),
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};
