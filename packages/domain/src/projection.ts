import { leastTelling, type Attribution } from './attribution.ts';
import type { BallotResults } from './ballot-results.ts';
import { SMALL_CELL, type BlocId } from './blocs.ts';
import type { Author, GroupRecord, ProjectedRecord } from './group-record.ts';
import { isRegistered } from './options.ts';
import type { PaperGroup, ProjectedSymposium, SymposiumRecord } from './symposium-record.ts';

/** Where something goes: the screens of the group, or a file and everything else that leaves the room. */
export type Audience = 'room' | 'file';

/** What may be said about the author of a card. */
export type Attributed = { author?: Author; bloc?: BlocId };

/**
 * The one rule about authors (docs/method.md §4): names only in `named` and, in files, only without the Chatham House
 * Rule; a bloc tag only in `bloc`, only in the room and only when every bloc present has at least five seats (A0);
 * nothing in all other cases. A signed card keeps its author in the room (A4).
 */
export const attribute = (
  author: Author | null,
  signed: boolean,
  mode: Attribution,
  context: { audience: Audience; chathamHouse: boolean; seatsByBloc: Readonly<Record<BlocId, number>> },
): Attributed => {
  if (author === null) return {};
  const leaves = context.audience === 'file';
  if (leaves && context.chathamHouse) return {};
  if (mode === 'named') return { author };
  if (signed && !leaves) return { author };
  if (mode !== 'bloc' || leaves) return {};
  const sizes = Object.values(context.seatsByBloc).filter((size) => size > 0);
  return sizes.every((size) => size >= SMALL_CELL) ? { bloc: author.bloc } : {};
};

/** What a file or a screen may hold of a group's session. It drops fields and never alters people's own words. */
export const projectRecord = (record: GroupRecord, audience: Audience): ProjectedRecord => {
  const { seatsByBloc, cards, ...rest } = record;
  const context = { audience, chathamHouse: record.symposium.chathamHouse, seatsByBloc };
  return {
    ...rest,
    cards: cards
      .filter((card) => !card.binned)
      .map(({ author, signed, mode, ...card }) => ({
        ...card,
        ...attribute(author, signed, leastTelling(record.group.attribution, mode ?? 'named'), context),
      })),
  };
};

/**
 * What the options paper may tell of a group's session: it passes `projectRecord` like every file, and of its cards
 * only counts are left.
 */
export const summariseGroup = (record: GroupRecord, round: number): PaperGroup => {
  const { group, counts, cards, clusters, ballots, options, texts } = projectRecord(record, 'file');
  const sizes = new Map<string, number>(clusters.map(({ id }) => [id, 0]));
  for (const { cluster } of cards) {
    const size = cluster === null ? undefined : sizes.get(cluster);
    if (cluster !== null && size !== undefined) sizes.set(cluster, size + 1);
  }
  const clustered = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return {
    round,
    number: group.number,
    name: group.name,
    attribution: group.attribution,
    status: group.status,
    version: group.version,
    counts: {
      seats: counts.seats,
      present: counts.present,
      cards: cards.length,
      late: cards.filter((card) => card.late).length,
      proxies: cards.filter((card) => card.proxy).length,
    },
    clusters: clusters
      .map(({ id, title }) => ({ title, cards: sizes.get(id) ?? 0 }))
      .toSorted((one, other) => other.cards - one.cards || (one.title < other.title ? -1 : 1)),
    loose: cards.length - clustered,
    headlines: texts.headlines,
    questions: texts.questions,
    ballots,
    kept: options
      .filter(({ state }) => !isRegistered(state))
      .map(({ code, text, state }) => ({ code, title: text.title, state })),
  };
};

/** Under the Rule a delegation counts in the mean over delegations and stands nowhere by name. */
const withoutDelegations = (results: BallotResults): BallotResults => {
  const { byDelegation } = results;
  if (byDelegation === undefined) return results;
  return {
    ...results,
    byDelegation: {
      ...byDelegation,
      options: byDelegation.options.map((option) => ({
        ...option,
        measures: option.measures.map((tally) => ({ ...tally, cells: [] })),
      })),
    },
  };
};

/**
 * What the options paper may hold of a symposium. Delegations are counted; by name only those stand in it that signed
 * an option, and, without the Rule, those whose result the plenary's ballot shows.
 */
export const projectSymposium = (record: SymposiumRecord): ProjectedSymposium => {
  const { delegations, ballots, ...rest } = record;
  return {
    ...rest,
    counts: { ...record.counts, delegations: new Set(delegations.filter((name) => name !== '')).size },
    ballots: record.symposium.chathamHouse
      ? ballots.map((ballot) => ({ ...ballot, results: withoutDelegations(ballot.results) }))
      : ballots,
  };
};
