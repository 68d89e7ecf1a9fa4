import type { Attribution } from './attribution.ts';
import type { BallotResults } from './ballot-results.ts';
import type { Bloc, BlocId } from './blocs.ts';
import type { Card, Cluster } from './card.ts';
import type { LocalisedText } from './languages.ts';
import type { OptionRecord, ReportTexts } from './options.ts';
import type { Phase } from './phases.ts';

/** Who may be behind a card, as the server knows it; never part of a shared document. */
export type Author = { displayName: string; delegation: string; bloc: BlocId };

/** All that is known about one group's session; only `projectRecord` turns it into something to show. */
export type GroupRecord = {
  symposium: {
    title: string;
    startsOn: string;
    marking: LocalisedText;
    chathamHouse: boolean;
    blocs: Bloc[];
    sides: readonly [BlocId, BlocId];
    /** Keys the order of cards in files, so that the same input gives the same bytes. */
    orderKey: Uint8Array;
  };
  round: { title: string; question: string };
  group: {
    number: number;
    name: string;
    attribution: Attribution;
    status: 'open' | 'closed';
    /** Which report of this group it is, counted from 1 (closing makes it final, reopening begins the next). */
    version: number;
  };
  phases: Phase[];
  currentPhase: number;
  counts: { seats: number; present: number; cards: number };
  /** Seats of each bloc in the group; decides whether bloc tags may be shown at all (A0). */
  seatsByBloc: Record<BlocId, number>;
  /** `mode`: the one a card was written under; it may tell less than the group's does now, never more (A2). */
  cards: (Card & { author: Author | null; signed: boolean; mode?: Attribution })[];
  clusters: Cluster[];
  /** Closed ballots. `archived`: set aside when its phase was opened again; kept and shown as such. */
  ballots: { number: number; phase: Phase | null; archived: boolean; proxies: number; results: BallotResults }[];
  /** In the order of their numbers. */
  options: OptionRecord[];
  texts: ReportTexts;
};

/** A card after projection. `author` only in `named` without the Rule or on a signed card; `bloc` only as A0 allows. */
export type ProjectedCard = Card & { author?: Author; bloc?: BlocId };

export type ProjectedRecord = Omit<GroupRecord, 'cards' | 'seatsByBloc'> & { cards: ProjectedCard[] };
