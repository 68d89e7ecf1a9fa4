import { z } from 'zod';
import { Attribution } from '@rapport/domain/attribution';
import {
  BallotSubject,
  DotSettings,
  EndorsementSettings,
  RankingSettings,
  RatingSettings,
} from '@rapport/domain/ballots';
import { Bloc, BlocId } from '@rapport/domain/blocs';
import {
  BallotId,
  BallotOptionId,
  CardId,
  ClusterId,
  GroupId,
  PhaseId,
  RoundId,
  SymposiumId,
} from '@rapport/domain/ids';
import { LocalisedText } from '@rapport/domain/languages';
import { Phase } from '@rapport/domain/phases';
import { CallerRole } from '@rapport/domain/roles';
import { Timer } from '@rapport/domain/timer';
import { Announcement } from './announcement.ts';
import { GroupOption, MyOption } from './options.ts';

/** One thing voted on, with the text it had when the ballot opened. */
export const BallotOption = z.object({
  id: BallotOptionId,
  subject: BallotSubject,
  title: z.string(),
  body: z.string(),
});
export type BallotOption = z.infer<typeof BallotOption>;

const anyBallot = {
  id: BallotId,
  /** Counts from 1 within the group. */
  number: z.number().int(),
  status: z.enum(['open', 'closed', 'archived']),
  phaseId: PhaseId.nullable(),
  options: z.array(BallotOption),
  /** Papers, and seats that may vote, both with those that were entered for somebody. */
  progress: z.object({ cast: z.number().int(), entitled: z.number().int() }),
};
/** A ballot without anything about its tally; before close only how many have cast. */
export const BallotState = z.discriminatedUnion('kind', [
  z.object({ ...anyBallot, kind: z.literal('dots'), settings: DotSettings }),
  z.object({ ...anyBallot, kind: z.literal('rating'), settings: RatingSettings }),
  z.object({ ...anyBallot, kind: z.literal('ranking'), settings: RankingSettings }),
  z.object({ ...anyBallot, kind: z.literal('endorsement'), settings: EndorsementSettings }),
]);
export type BallotState = z.infer<typeof BallotState>;

/** What a leader asks everybody to look at. */
export const SpotlightSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), id: CardId }),
  z.object({ kind: z.literal('cluster'), id: ClusterId }),
]);
export type SpotlightSubject = z.infer<typeof SpotlightSubject>;

/** `id` is another one every time somebody asks, so that people can decline once and be asked anew. */
export const Spotlight = z.object({ id: z.string(), subject: SpotlightSubject });
export type Spotlight = z.infer<typeof Spotlight>;

/** An open call for an organiser; nobody stores who called. */
export const HelpRequest = z.object({ text: z.string(), askedAt: z.iso.datetime() });
export type HelpRequest = z.infer<typeof HelpRequest>;

/**
 * What a caller may know of a group's session. It holds no name, no seat id and no author: those stand only in the
 * sign-in answer, the organiser's calls and the room list (docs/method.md §4).
 */
export const GroupState = z.object({
  id: GroupId,
  number: z.number().int(),
  name: z.string(),
  question: z.string(),
  symposium: z.object({
    id: SymposiumId,
    slug: z.string(),
    title: z.string(),
    marking: LocalisedText,
    chathamHouse: z.boolean(),
    blocs: z.array(Bloc),
    sides: z.tuple([BlocId, BlocId]),
    /** Options each group may forward. */
    forwardLimit: z.number().int(),
  }),
  round: z.object({ id: RoundId, title: z.string() }),
  attribution: Attribution,
  status: z.enum(['open', 'closed']),
  phase: Phase,
  phases: z.array(Phase),
  timer: Timer,
  /** The server's clock when this was written, for the client's first guess of its offset. */
  serverTime: z.iso.datetime(),
  revision: z.number().int(),
  /** Seats checked in and connected within the last 60 s. */
  present: z.number().int(),
  /** Seats in the group. */
  seats: z.number().int(),
  /** Present seats that said "I'm done" in this phase. */
  done: z.number().int(),
  /** Drafts and finished private cards of everybody together; with the next all that anybody learns before reveal. */
  cardsWritten: z.number().int(),
  /** How many of them are still being written: not added to their author's cards, so not in a reveal's set (P4). */
  draftsOpen: z.number().int(),
  /** True once a reveal is done; from then on new cards are "added after reveal". */
  revealed: z.boolean(),
  /** A reveal that waits for open drafts (P4), until when. */
  reveal: z.object({ endsAt: z.iso.datetime() }).nullable(),
  boardLocked: z.boolean(),
  clustersLocked: z.boolean(),
  ballots: z.array(BallotState),
  /** In the order of their numbers. Their live texts are in the board's document. */
  options: z.array(GroupOption),
  /** The last ones, the newest last. */
  announcements: z.array(Announcement),
  spotlight: Spotlight.nullable(),
  /** Open calls for help; only for those who lead the group, empty for all others. */
  help: z.array(HelpRequest),
  me: z.object({
    role: CallerRole,
    done: z.boolean(),
    checkedIn: z.boolean(),
    /** Ids of ballots this seat may vote in. */
    entitled: z.array(BallotId),
    /** Ids of ballots for which this seat has a paper. */
    cast: z.array(BallotId),
    /** What this seat said of the group's options; of one that is missing: nothing. Empty for who sits on none. */
    options: z.array(MyOption),
  }),
  /** Code for walk-ins; only for those who lead the group, null for all others. */
  code: z.string().nullable(),
});
export type GroupState = z.infer<typeof GroupState>;
