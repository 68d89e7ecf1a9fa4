import type { ArrangedRecord } from './arrange-record.ts';
import { jsonBallot } from './json-ballots.ts';

/** Which shape this is; `schema/group-report.schema.json` describes it. A change that breaks readers makes the next. */
const SCHEMA = 'rapport.group-report/1';

/**
 * The report as data. Every field is named here: what is new in a record never gets into a file by itself. It holds
 * no key, no position and no time.
 */
export const writeJson = (record: ArrangedRecord): string => {
  const { symposium, round, group, phases, currentPhase, counts, clusters, cards, ballots } = record;
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
    ballots: ballots.map(({ number, phase, archived, results }) => ({
      number,
      phase: phase?.kind ?? null,
      archived,
      ...jsonBallot(results),
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};
