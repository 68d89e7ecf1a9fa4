import { z } from 'zod';
import { Attribution } from '@rapport/domain/attribution';
import { Choices, PaperKey, type BallotSubject } from '@rapport/domain/ballots';
import type { BallotResults } from '@rapport/domain/ballot-results';
import { BlocId } from '@rapport/domain/blocs';
import { CardText } from '@rapport/domain/card';
import {
  BallotId,
  CardId,
  GroupId,
  PhaseId,
  RoundId,
  SeatId,
  SymposiumId,
  type BallotOptionId,
} from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { PhaseKind } from '@rapport/domain/phases';
import { GroupRole } from '@rapport/domain/roles';
import { BallotDraft } from './ballot-draft.ts';
import type { CardAuthors } from './card-authors.ts';
import { DISCUSSION_COMMANDS, type DiscussionCommandValue } from './comments.ts';
import type { GroupMove } from './group-move.ts';
import { SpotlightSubject, type GroupState } from './group-state.ts';
import { OPTION_COMMANDS, type OptionCommandValue } from './options.ts';
import { PLENARY_COMMANDS, type PlenaryCommandValue } from './plenary.ts';
import type { RoomList } from './room-list.ts';
import type { SeatList } from './seat-list.ts';
import type { SymposiumState } from './symposium-state.ts';

const inGroup = z.object({ groupId: GroupId });

/**
 * Every command of the live socket: the client emits `command` with `{name, input}` and gets an `Outcome` as ack.
 * Names are noun.verb; the event that tells the others has the same noun in the past.
 */
export const COMMANDS = {
  /** The whole state and all later events; checks the caller's seat in. `{groupId: 'g1'}` */
  'group.watch': inGroup,
  'group.unwatch': inGroup,
  /** Who sits here; for everybody in the room, changed in batches of at least 60 s. */
  'room.list': inGroup,
  /** Organisers: all groups of a symposium, live. */
  'symposium.watch': z.object({ symposiumId: SymposiumId }),
  /** `{groupId, phaseId, ballots: 'keep', drafts: 'reveal'}`; the two choices are asked for only when they matter. */
  'phase.move': inGroup.extend({
    phaseId: PhaseId,
    ballots: z.enum(['keep', 'archive']).optional(),
    drafts: z.enum(['reveal', 'keep']).optional(),
  }),
  /**
   * Organisers: every open group of the symposium, or of one round, to its step of that kind: the next one there is,
   * else the nearest one behind. `plan` only tells what would happen. A group that cannot go stays and says why.
   */
  'phase.moveAll': z.object({
    symposiumId: SymposiumId,
    roundId: RoundId.optional(),
    kind: PhaseKind,
    drafts: z.enum(['reveal', 'keep']).default('keep'),
    ballots: z.enum(['keep', 'archive']).default('keep'),
    plan: z.boolean().default(false),
  }),
  'group.close': inGroup,
  'group.reopen': inGroup,
  /** `durationMs` starts anew with that length; without it a stopped or paused timer goes on. */
  'timer.start': inGroup.extend({ durationMs: z.number().int().min(1000).max(36_000_000).optional() }),
  'timer.pause': inGroup,
  'timer.adjust': inGroup.extend({ deltaMs: z.number().int().min(-36_000_000).max(36_000_000) }),
  'timer.stop': inGroup,
  /** Organisers: more time, or less, for all groups at once that are not closed; those of one round with `roundId`. */
  'timer.adjustAll': z.object({
    symposiumId: SymposiumId,
    roundId: RoundId.optional(),
    deltaMs: z.number().int().min(-36_000_000).max(36_000_000),
  }),
  'board.lock': inGroup.extend({ what: z.enum(['board', 'clusters']).default('board') }),
  'board.unlock': inGroup.extend({ what: z.enum(['board', 'clusters']).default('board') }),
  /** Starts the reveal: at once when no draft is open, else after 20 s (P4). `now` ends the wait. */
  'drafts.reveal': inGroup.extend({ now: z.boolean().optional() }),
  /** The author answers P5: my later cards may appear, together with at least two others or at the next phase move. */
  'drafts.submit': inGroup,
  /** Takes an own card off the board for good (P3). */
  'card.withdraw': inGroup.extend({ cardId: CardId }),
  /** The facilitator enters a card for somebody without a device (P6). */
  'card.enter': inGroup.extend(CardText.shape),
  /** Ids of the caller's own cards on the board, so that they can be withdrawn; nobody else's. */
  'card.mine': inGroup,
  /** "I own this": the author's name stands on that one card in the room from now on (A4). Cannot be taken back. */
  'card.sign': inGroup.extend({ cardId: CardId }),
  /** Who is behind which cards, as far as their modes and signatures allow. */
  'card.authors': inGroup,
  /**
   * Leaders: clusters of cards with like words, of the cards in no cluster, or of all when each is in one. Nothing on the
   * board changes. The value is to be shown as outlines, taken or left one by one, each taken one as one `groupCards`
   * with the title, which is also what is undone. `suggestions` are `{title, cardIds}`, the largest first, two cards or
   * more each, no card in two; `left` are the ids that fit nowhere. A card may have gone since: look before grouping.
   */
  'cluster.suggest': inGroup,
  'seat.done': inGroup.extend({ done: z.boolean().default(true) }),
  /** Leaders: whose seats these are, to give roles. */
  'seat.list': inGroup,
  /** `{groupId, seatId, role: 'cofacilitator'}`; holds at once, whoever is connected. See `mayAssign` in domain. */
  'seat.role': inGroup.extend({ seatId: SeatId, role: GroupRole }),
  /** Less disclosure holds for everything there is, more only for what is written from now on (A2); all are told. */
  'group.attribution': inGroup.extend({ attribution: Attribution }),
  /** `{groupId, text: 'Coffee is here.'}`; an organiser with `symposiumId` speaks to all groups that are not closed. */
  'announcement.send': z
    .object({
      groupId: GroupId.optional(),
      symposiumId: SymposiumId.optional(),
      text: z.string().trim().min(1).max(LIMITS.announcement),
    })
    .refine(({ groupId, symposiumId }) => (groupId === undefined) !== (symposiumId === undefined), {
      message: 'say either groupId or symposiumId',
      path: ['groupId'],
    }),
  /** `{groupId, subject: {kind: 'card', id: 'c1'}}` offers everybody to look there; null ends it. */
  'spotlight.set': inGroup.extend({ subject: SpotlightSubject.nullable() }),
  ...DISCUSSION_COMMANDS,
  /** Calls an organiser; organisers and leaders see the text, not who called. */
  'help.ask': inGroup.extend({ text: z.string().trim().max(LIMITS.helpText).default('') }),
  /** All open calls of the group are dealt with. */
  'help.answer': inGroup,
  /** `{groupId, kind: 'ranking', options: [{kind: 'cluster', id: 'c1'}], settings: {closesWithTimer: true}}` */
  'ballot.open': BallotDraft.extend({ groupId: GroupId.optional(), symposiumId: SymposiumId.optional() }),
  /** `{ballotId, paperKey, choices}`; what `choices` holds goes by the ballot's kind, see `Choices`. */
  'ballot.cast': z.object({ ballotId: BallotId, paperKey: PaperKey, choices: Choices }),
  /**
   * Who leads enters the paper of somebody without a device. It is marked so and names nobody, only the bloc; a bloc
   * never gets more papers than it has voting seats in the group. The same key replaces it until close. In the plenary
   * it carries the delegation too, as on the roster.
   */
  'ballot.enter': z.object({
    ballotId: BallotId,
    paperKey: PaperKey,
    bloc: BlocId,
    delegation: z.string().trim().max(LIMITS.delegation).optional(),
    choices: Choices,
  }),
  'ballot.close': z.object({ ballotId: BallotId }),
  'ballot.results': z.object({ ballotId: BallotId }),
  ...OPTION_COMMANDS,
  ...PLENARY_COMMANDS,
} as const;

export type CommandName = keyof typeof COMMANDS;
/** What a caller writes. */
export type CommandInput<Name extends CommandName> = z.input<(typeof COMMANDS)[Name]>;
/** What a handler receives. */
export type CommandParsed<Name extends CommandName> = z.output<(typeof COMMANDS)[Name]>;

/** What the ack of a command carries as `value`. */
export type CommandValue = {
  'group.watch': GroupState;
  'group.unwatch': null;
  'room.list': RoomList;
  'symposium.watch': SymposiumState;
  'phase.move': { phaseId: PhaseId };
  'phase.moveAll': { groups: GroupMove[] };
  'group.close': null;
  'group.reopen': null;
  'timer.start': null;
  'timer.pause': null;
  'timer.adjust': null;
  'timer.stop': null;
  'timer.adjustAll': { groups: number };
  'board.lock': null;
  'board.unlock': null;
  'drafts.reveal': { state: 'asking'; endsAt: string } | { state: 'revealed'; cards: number };
  'drafts.submit': { waiting: boolean };
  'card.withdraw': null;
  'card.enter': { cardId: CardId };
  'card.mine': { cardIds: CardId[] };
  'cluster.suggest': { suggestions: { title: string; cardIds: CardId[] }[]; left: CardId[] };
  'card.sign': null;
  'card.authors': CardAuthors;
  'seat.done': null;
  'seat.list': SeatList;
  'seat.role': null;
  'group.attribution': null;
  'announcement.send': { groups: number };
  'spotlight.set': null;
  'help.ask': null;
  'help.answer': null;
  'ballot.open': { ballotId: BallotId; options: { id: BallotOptionId; subject: BallotSubject; title: string }[] };
  'ballot.cast': { cast: number; entitled: number };
  'ballot.enter': { cast: number; entitled: number };
  'ballot.close': BallotResults;
  'ballot.results': BallotResults;
} & DiscussionCommandValue &
  OptionCommandValue &
  PlenaryCommandValue;

/** The one message a client sends. */
export const CommandMessage = z.object({ name: z.string().max(64), input: z.unknown() });
export type CommandMessage = z.infer<typeof CommandMessage>;
