import { z } from 'zod';
import { Attribution } from '@rapport/domain/attribution';
import { BallotId, CardId, CommentId, GroupId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { Phase } from '@rapport/domain/phases';
import { Timer } from '@rapport/domain/timer';
import { Announcement } from './announcement.ts';
import { Comment, SimilarPair } from './comments.ts';
import { BallotState, GroupState, HelpRequest, Spotlight } from './group-state.ts';
import { GroupOption } from './options.ts';

const stamped = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ groupId: GroupId, revision: z.number().int(), ...shape });

/** As the state has them. */
const draftCounts = { cardsWritten: z.number().int(), draftsOpen: z.number().int() };

/**
 * What the server tells the watchers of a group. `revision` counts per recipient stream (group and role) without
 * gaps; a client that misses one asks for the whole state again. Events of one seat's own affairs (`me.changed`,
 * `role.changed`, `text.rescued`, `seat.moved`) carry the stream's last revision and never consume one.
 */
export const GroupEvent = z.discriminatedUnion('type', [
  stamped({ type: z.literal('phase.moved'), phase: Phase, timer: Timer, ballots: z.array(BallotState) }),
  stamped({ type: z.literal('timer.changed'), timer: Timer }),
  stamped({
    type: z.literal('presence.changed'),
    present: z.number().int(),
    seats: z.number().int(),
    done: z.number().int(),
  }),
  stamped({ type: z.literal('drafts.counted'), ...draftCounts }),
  stamped({ type: z.literal('reveal.started'), endsAt: z.iso.datetime() }),
  stamped({ type: z.literal('drafts.revealed'), cards: z.number().int(), ...draftCounts }),
  stamped({ type: z.literal('board.locked'), boardLocked: z.boolean(), clustersLocked: z.boolean() }),
  stamped({ type: z.literal('ballot.opened'), ballot: BallotState }),
  stamped({
    type: z.literal('ballot.progressed'),
    ballotId: BallotId,
    progress: z.object({ cast: z.number().int(), entitled: z.number().int() }),
  }),
  stamped({ type: z.literal('ballot.closed'), ballot: BallotState }),
  /** All of them again: who did what in between says less than single changes would. */
  stamped({ type: z.literal('options.changed'), options: z.array(GroupOption) }),
  /** A comment was added, settled or opened again; those who show discussions fold it, see `comments.ts`. */
  stamped({ type: z.literal('comment.changed'), comment: Comment }),
  stamped({ type: z.literal('comment.withdrawn'), commentId: CommentId }),
  stamped({ type: z.literal('similar.changed'), pairs: z.array(SimilarPair), similar: z.boolean() }),
  /** These cards, too, have been looked at by now; told a minute late and together. */
  stamped({ type: z.literal('coverage.changed'), opened: z.array(CardId) }),
  stamped({ type: z.literal('group.closed') }),
  stamped({ type: z.literal('group.reopened') }),
  stamped({ type: z.literal('attribution.changed'), attribution: Attribution }),
  stamped({ type: z.literal('announcement.sent'), announcement: Announcement }),
  stamped({ type: z.literal('spotlight.changed'), spotlight: Spotlight.nullable() }),
  /** To those who lead only. */
  stamped({ type: z.literal('help.changed'), help: z.array(HelpRequest) }),
  stamped({ type: z.literal('me.changed'), me: GroupState.shape.me }),
  /** To the seat only: it has another role now and follows another stream; watch the group again for the whole state. */
  stamped({ type: z.literal('role.changed'), me: GroupState.shape.me }),
  /**
   * To the author only: an edit of a frozen text was set back; this is what they had written. `cardId` is the card's,
   * the cluster's or the option's; of an option `body` holds the fields that were set back but for its title.
   */
  stamped({ type: z.literal('text.rescued'), cardId: CardId, title: z.string(), body: z.string() }),
  /** To the seat only: it sits in this group no longer; `groups` says where to go. */
  stamped({ type: z.literal('seat.moved'), groups: z.array(GroupId) }),
]);
export type GroupEvent = z.infer<typeof GroupEvent>;

/** Events that belong to one seat and do not count in the stream. */
const OWN_AFFAIRS: ReadonlySet<GroupEvent['type']> = new Set([
  'me.changed',
  'role.changed',
  'text.rescued',
  'seat.moved',
]);

/** Whether an event consumes a number of its stream. */
export const countsInStream = (type: GroupEvent['type']): boolean => !OWN_AFFAIRS.has(type);

/** The state cannot be folded further: events are missing, ask for the whole state. */
export const GAP = 'gap';

const replaceBallot = (state: GroupState, ballot: BallotState): GroupState['ballots'] =>
  state.ballots.some((one) => one.id === ballot.id)
    ? state.ballots.map((one) => (one.id === ballot.id ? ballot : one))
    : [...state.ballots, ballot];

/** Folds an event into the state; returns the same state for an old event and `GAP` when one is missing. */
export const apply = (state: GroupState, event: GroupEvent): GroupState | typeof GAP => {
  if (event.groupId !== state.id) return state;
  if (countsInStream(event.type)) {
    if (event.revision <= state.revision) return state;
    if (event.revision !== state.revision + 1) return GAP;
  }
  const next = countsInStream(event.type) ? { ...state, revision: event.revision } : state;
  switch (event.type) {
    case 'phase.moved':
      return {
        ...next,
        phase: event.phase,
        timer: event.timer,
        ballots: event.ballots,
        spotlight: null,
        done: 0,
        me: { ...next.me, done: false },
      };
    case 'timer.changed':
      return { ...next, timer: event.timer };
    case 'presence.changed':
      return { ...next, present: event.present, seats: event.seats, done: event.done };
    case 'drafts.counted':
      return { ...next, cardsWritten: event.cardsWritten, draftsOpen: event.draftsOpen };
    case 'reveal.started':
      return { ...next, reveal: { endsAt: event.endsAt } };
    case 'drafts.revealed':
      return {
        ...next,
        reveal: null,
        revealed: true,
        cardsWritten: event.cardsWritten,
        draftsOpen: event.draftsOpen,
      };
    case 'board.locked':
      return { ...next, boardLocked: event.boardLocked, clustersLocked: event.clustersLocked };
    case 'ballot.opened':
    case 'ballot.closed':
      return { ...next, ballots: replaceBallot(next, event.ballot) };
    case 'ballot.progressed':
      return {
        ...next,
        ballots: next.ballots.map((one) => (one.id === event.ballotId ? { ...one, progress: event.progress } : one)),
      };
    case 'options.changed':
      return { ...next, options: event.options };
    case 'group.closed':
      return { ...next, status: 'closed' };
    case 'group.reopened':
      return { ...next, status: 'open' };
    case 'attribution.changed':
      return { ...next, attribution: event.attribution };
    case 'announcement.sent':
      return {
        ...next,
        announcements: [...next.announcements, event.announcement].slice(-LIMITS.announcementsKept),
      };
    case 'spotlight.changed':
      return { ...next, spotlight: event.spotlight };
    case 'help.changed':
      return { ...next, help: event.help };
    case 'me.changed':
    case 'role.changed':
      return { ...next, me: event.me };
    case 'comment.changed':
    case 'comment.withdrawn':
    case 'similar.changed':
    case 'coverage.changed':
    case 'text.rescued':
    case 'seat.moved':
      return next;
  }
};
