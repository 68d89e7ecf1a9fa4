import { z } from 'zod';
import type { BallotResults } from '@rapport/domain/ballot-results';
import { Bloc, BlocId } from '@rapport/domain/blocs';
import { BallotId, GroupId, OptionId, SeatId, SymposiumId } from '@rapport/domain/ids';
import { LocalisedText } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import { OptionText } from '@rapport/domain/options';
import { PhaseKind } from '@rapport/domain/phases';
import { Timer } from '@rapport/domain/timer';
import { BallotState } from './group-state.ts';
import { RegisterEntry } from './options.ts';

/** How the register stands in order; `group` is the order of report-backs, then of numbers. */
export const RegisterSort = z.enum(['group', 'class', 'convergence']);
export type RegisterSort = z.infer<typeof RegisterSort>;

/** `living`: all that were not merged into another one. */
export const RegisterFilter = z.enum(['living', 'forwarded', 'plenary', 'paper', 'merged']);
export type RegisterFilter = z.infer<typeof RegisterFilter>;

/** What stands on the projectors. A screen is sent the data of its view and nothing else. */
export const ScreenView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('blank') }),
  /** Tiles of all groups. */
  z.object({ kind: z.literal('progress') }),
  /** A group reports back: its tile and what it forwarded. */
  z.object({ kind: z.literal('group'), groupId: GroupId }),
  z.object({ kind: z.literal('option'), optionId: OptionId }),
  z.object({
    kind: z.literal('register'),
    sort: RegisterSort.default('group'),
    filter: RegisterFilter.default('living'),
  }),
  /** A ballot of the plenary: what is voted on, and how many have. */
  z.object({ kind: z.literal('ballot'), ballotId: BallotId }),
  /** Results of a closed ballot of the plenary. */
  z.object({ kind: z.literal('results'), ballotId: BallotId }),
  z.object({ kind: z.literal('timer') }),
]);
export type ScreenView = z.infer<typeof ScreenView>;

/** One tile of the plenary: counts only. */
export const PlenaryGroup = z.object({
  id: GroupId,
  round: z.object({ number: z.number().int(), title: z.string(), question: z.string() }),
  number: z.number().int(),
  name: z.string(),
  status: z.enum(['open', 'closed']),
  phase: z.object({ kind: PhaseKind, index: z.number().int(), of: z.number().int() }),
  seats: z.number().int(),
  present: z.number().int(),
  done: z.number().int(),
  cards: z.number().int(),
  /** Options in the register that came from it, merged ones included. */
  forwarded: z.number().int(),
});
export type PlenaryGroup = z.infer<typeof PlenaryGroup>;

/** A deed on the register that can be taken back. */
export const RegisterDeed = z.enum(['merge', 'split', 'revise', 'place']);
export type RegisterDeed = z.infer<typeof RegisterDeed>;

const results = z.custom<BallotResults>((value) => typeof value === 'object' && value !== null);

/**
 * What a caller may know of the plenary. Chairs know all of it; seats the register and the ballots once it is open;
 * a screen what its view shows. What must not be known is not sent: lists are empty, values null.
 */
export const PlenaryState = z.object({
  symposium: z.object({
    id: SymposiumId,
    slug: z.string(),
    title: z.string(),
    marking: LocalisedText,
    chathamHouse: z.boolean(),
    blocs: z.array(Bloc),
    sides: z.tuple([BlocId, BlocId]),
  }),
  /** The server's clock when this was written; an update that changes only this is not sent. */
  serverTime: z.iso.datetime(),
  /** Seats take part while it is open. */
  status: z.enum(['open', 'closed']),
  /** In the order of report-backs: round, then number. Chairs, and screens that show them. */
  groups: z.array(PlenaryGroup),
  /** Ordered by `group`; for a screen as its view asks. */
  register: z.array(RegisterEntry),
  /** Of the plenary; `number` counts from 1 within it, `phaseId` is null. */
  ballots: z.array(BallotState),
  timer: Timer,
  view: ScreenView,
  /** Screens only: of the ballot its view shows. Everybody else asks `ballot.results`. */
  results: results.nullable(),
  /** Seats connected to the plenary now; connected screens. Chairs only, else null. */
  attendance: z.object({ present: z.number().int(), voting: z.number().int(), screens: z.number().int() }).nullable(),
  /** The last deed on the register, which `register.undo` takes back. Chairs only. */
  undo: z.object({ deed: RegisterDeed, codes: z.array(z.string()) }).nullable(),
  me: z.object({
    role: z.enum(['chair', 'seat', 'screen']),
    /**
     * Ids of plenary ballots this seat may vote in, and of those for which it has a paper. The bloc and delegation that
     * stand on the paper are the seat's own, see `Me`.
     */
    entitled: z.array(BallotId),
    cast: z.array(BallotId),
    /** This seat may sign for its delegation. */
    authorised: z.boolean(),
    /** Options of the register this seat is interested in, and those whose newest version its delegation has signed. */
    interested: z.array(OptionId),
    sponsored: z.array(OptionId),
  }),
});
export type PlenaryState = z.infer<typeof PlenaryState>;

/**
 * Socket event `plenary`: the parts of the state that have changed, each of them whole, at most once a second. Comes
 * after `plenary.watch` on the same connection; who connects anew watches anew.
 */
export const PlenaryNews = PlenaryState.partial().extend({ symposiumId: SymposiumId });
export type PlenaryNews = z.infer<typeof PlenaryNews>;

/** The state after the news; news of another symposium change nothing. */
export const applyPlenary = (state: PlenaryState, { symposiumId, ...parts }: PlenaryNews): PlenaryState =>
  symposiumId === state.symposium.id
    ? { ...state, ...(Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as object) }
    : state;

const inSymposium = z.object({ symposiumId: SymposiumId });
const onOption = z.object({ optionId: OptionId });
/** Refused without a title or with more than 120 words in its text, as when a group freezes one. */
const text = OptionText;

/** Commands of the plenary; part of `COMMANDS`. Those of chairs are for organisers too. */
export const PLENARY_COMMANDS = {
  /** The state as it is for this caller, and `plenary` events from then on. A seat is present in the plenary by it. */
  'plenary.watch': inSymposium,
  'plenary.unwatch': inSymposium,
  /** Chairs: seats take part from now on, see register and ballots; or do not any more (no ballot may be open). */
  'plenary.open': inSymposium,
  'plenary.close': inSymposium,
  /** Chairs: the plenary's own timer. `durationMs` starts anew with that length. */
  'plenary.timer': z.discriminatedUnion('action', [
    inSymposium.extend({
      action: z.literal('start'),
      durationMs: z.number().int().min(1000).max(36_000_000).optional(),
    }),
    inSymposium.extend({ action: z.literal('pause') }),
    inSymposium.extend({
      action: z.literal('adjust'),
      deltaMs: z.number().int().min(-36_000_000).max(36_000_000),
    }),
    inSymposium.extend({ action: z.literal('stop') }),
  ]),
  /** Chairs: what stands on all screens. */
  'screen.show': inSymposium.extend({ view: ScreenView }),
  /** Organisers: the code of `/screen/<code>`; `show` makes one where there is none, `renew` and `revoke` end screens. */
  'screen.code': inSymposium.extend({ action: z.enum(['show', 'renew', 'revoke']) }),
  /** Chairs: one option of the plenary out of several of the register, which stay as its parents. */
  'option.merge': inSymposium.extend({
    optionIds: z.array(OptionId).min(2).max(LIMITS.mergedOptions),
    text,
  }),
  /**
   * Chairs: without `parts` a merge is taken apart, its parents stand where they stood before; with them the option
   * becomes the parent of as many new ones.
   */
  'option.split': onOption.extend({ parts: z.array(text).max(LIMITS.splitParts).default([]) }),
  /** Chairs: the next version of an option of the plenary; `version` is the one this text was written from. */
  'option.revise': onOption.extend({ version: z.number().int().min(1), text }),
  /** Chairs: where an option stands. One of a group may go back to `forwarded`, one of the plenary to `plenary`. */
  'option.place': onOption.extend({ place: z.enum(['forwarded', 'plenary', 'paper']) }),
  /** Chairs: takes back the last deed on the register that was not taken back yet. */
  'register.undo': inSymposium,
  /** Organisers: this seat chairs the plenary, or does not any more. A seat that chairs does not vote in it. */
  'seat.chair': inSymposium.extend({ seatId: SeatId, chair: z.boolean().default(true) }),
} as const;

/** What their acks carry. */
export type PlenaryCommandValue = {
  'plenary.watch': PlenaryState;
  'plenary.unwatch': null;
  'plenary.open': null;
  'plenary.close': null;
  'plenary.timer': null;
  'screen.show': null;
  'screen.code': { code: string | null };
  'option.merge': { optionId: OptionId; code: string };
  'option.split': { options: { optionId: OptionId; code: string }[] };
  'option.revise': { version: number; hash: string };
  'option.place': null;
  'register.undo': { deed: RegisterDeed };
  'seat.chair': null;
};

/** `GET /api/symposia/{id}/agenda`: report-backs in their order, to be printed. */
export const Agenda = z.object({
  symposium: z.object({ title: z.string(), startsOn: z.string(), marking: LocalisedText }),
  groups: z.array(
    PlenaryGroup.pick({ id: true, round: true, number: true, name: true, status: true }).extend({
      options: z.array(RegisterEntry.pick({ code: true, state: true, text: true, convergence: true, verdict: true })),
    }),
  ),
  /** Options the plenary made. */
  plenary: z.array(RegisterEntry.pick({ code: true, state: true, text: true, convergence: true, verdict: true })),
});
export type Agenda = z.infer<typeof Agenda>;
