import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_BLOCS } from '@rapport/domain/blocs';
import type {
  AnnouncementId,
  BallotId,
  CardId,
  CommentId,
  GroupId,
  OptionId,
  PhaseId,
  RoundId,
  SymposiumId,
} from '@rapport/domain/ids';
import { apply, countsInStream, GAP, GroupEvent } from './group-events.ts';
import { GroupState, type BallotState } from './group-state.ts';
import type { GroupOption } from './options.ts';

const groupId = 'g1' as GroupId;
const lobby = { id: 'p0' as PhaseId, kind: 'lobby' as const, minutes: 5, index: 0 };
const write = { id: 'p1' as PhaseId, kind: 'write' as const, minutes: 10, index: 1 };
const timer = { state: 'stopped' as const, durationMs: 300_000, endsAt: null };
const running = { state: 'running' as const, durationMs: 300_000, endsAt: '2026-02-14T12:05:00.000Z' };
const ballot: BallotState = {
  id: 'b1' as BallotId,
  kind: 'dots',
  number: 1,
  status: 'open',
  phaseId: write.id,
  settings: { budget: 3, cap: 2 },
  options: [],
  progress: { cast: 0, entitled: 4 },
};
const state: GroupState = {
  id: groupId,
  number: 1,
  name: 'Group 1',
  question: 'What next?',
  symposium: {
    id: 'y1' as SymposiumId,
    slug: 'y',
    title: 'Y',
    marking: {},
    chathamHouse: true,
    blocs: [...DEFAULT_BLOCS],
    sides: ['allied', 'partner'],
    forwardLimit: 3,
  },
  round: { id: 'r1' as RoundId, title: 'Round 1' },
  attribution: 'non-attributed',
  status: 'open',
  phase: lobby,
  phases: [lobby, write],
  timer,
  serverTime: '2026-02-14T12:00:00.000Z',
  revision: 7,
  present: 3,
  seats: 5,
  done: 2,
  cardsWritten: 4,
  draftsOpen: 1,
  revealed: false,
  reveal: null,
  boardLocked: false,
  clustersLocked: false,
  ballots: [ballot],
  options: [],
  announcements: [],
  spotlight: null,
  help: [],
  me: { role: 'participant', done: true, checkedIn: true, entitled: [ballot.id], cast: [], options: [] },
  code: null,
};
const option: GroupOption = {
  id: 'o1' as OptionId,
  code: 'R1-G01-O1',
  number: 1,
  state: 'draft',
  frozen: true,
  version: 1,
  sources: [{ kind: 'card', id: 'c1' as CardId, title: 'Ports' }],
  reservations: [],
  readback: { version: 1, accepted: 3, objected: 1, reasons: ['Too costly.'] },
  sponsors: [{ delegation: 'Norway', bloc: 'allied', suspended: false }],
  crossBloc: false,
  interest: 2,
  changedSinceBallot: false,
};
const me = { ...state.me, done: false, cast: [ballot.id] };
const second: BallotState = { ...ballot, id: 'b2' as BallotId, number: 2 };
const closed: BallotState = { ...ballot, status: 'closed' };
const archived: BallotState = { ...ballot, status: 'archived' };

const said = (id: string) => ({
  id: id as AnnouncementId,
  kind: 'text' as const,
  from: 'leader' as const,
  text: 'Coffee is here.',
});
const spotlight = { id: 's1', subject: { kind: 'card' as const, id: 'c1' as CardId } };
const help = [{ text: 'The projector is dark.', askedAt: running.endsAt }];

/** An event as it is written, without what every event has. */
type News = GroupEvent extends infer One ? (One extends GroupEvent ? Omit<One, 'groupId' | 'revision'> : never) : never;
type Case = [news: News, changed: Partial<GroupState>];

const CASES: Case[] = [
  [
    { type: 'phase.moved', phase: write, timer: running, ballots: [archived] },
    { phase: write, timer: running, ballots: [archived], done: 0, me: { ...state.me, done: false } },
  ],
  [{ type: 'timer.changed', timer: running }, { timer: running }],
  [
    { type: 'presence.changed', present: 4, seats: 6, done: 1 },
    { present: 4, seats: 6, done: 1 },
  ],
  [
    { type: 'drafts.counted', cardsWritten: 9, draftsOpen: 2 },
    { cardsWritten: 9, draftsOpen: 2 },
  ],
  [{ type: 'reveal.started', endsAt: running.endsAt }, { reveal: { endsAt: running.endsAt } }],
  [
    { type: 'drafts.revealed', cards: 4, cardsWritten: 1, draftsOpen: 1 },
    { revealed: true, reveal: null, cardsWritten: 1, draftsOpen: 1 },
  ],
  [
    { type: 'board.locked', boardLocked: true, clustersLocked: false },
    { boardLocked: true, clustersLocked: false },
  ],
  [{ type: 'ballot.opened', ballot: second }, { ballots: [ballot, second] }],
  [
    { type: 'ballot.progressed', ballotId: ballot.id, progress: { cast: 2, entitled: 5 } },
    { ballots: [{ ...ballot, progress: { cast: 2, entitled: 5 } }] },
  ],
  [{ type: 'ballot.closed', ballot: closed }, { ballots: [closed] }],
  [{ type: 'options.changed', options: [option] }, { options: [option] }],
  // What is said beside the board is no part of the state: whoever shows it folds it.
  [
    {
      type: 'comment.changed',
      comment: {
        id: 'k1' as CommentId,
        subject: { kind: 'card', id: 'c1' as CardId },
        parent: null,
        number: 1,
        text: 'Who pays?',
        resolved: false,
        withdrawn: false,
      },
    },
    {},
  ],
  [{ type: 'comment.withdrawn', commentId: 'k1' as CommentId }, {}],
  [{ type: 'similar.changed', pairs: [['c1' as CardId, 'c2' as CardId]], similar: true }, {}],
  [{ type: 'coverage.changed', opened: ['c1' as CardId] }, {}],
  [{ type: 'group.closed' }, { status: 'closed' }],
  [{ type: 'group.reopened' }, { status: 'open' }],
  [{ type: 'attribution.changed', attribution: 'sealed' }, { attribution: 'sealed' }],
  [{ type: 'announcement.sent', announcement: said('n1') }, { announcements: [said('n1')] }],
  [{ type: 'spotlight.changed', spotlight }, { spotlight }],
  [{ type: 'help.changed', help }, { help }],
  [{ type: 'me.changed', me }, { me }],
  [{ type: 'role.changed', me: { ...me, role: 'cofacilitator' } }, { me: { ...me, role: 'cofacilitator' } }],
  [{ type: 'text.rescued', cardId: 'c1' as CardId, title: 'mine', body: '' }, {}],
  [{ type: 'seat.moved', groups: [] }, {}],
];

const stamp = (news: News, revision: number): GroupEvent => GroupEvent.parse({ groupId, revision, ...news });

const fold = (events: readonly GroupEvent[]): GroupState | typeof GAP => {
  let folded: GroupState | typeof GAP = state;
  for (const event of events) if (folded !== GAP) folded = apply(folded, event);
  return folded;
};

describe('apply', () => {
  test('the table below knows every type of event', () => {
    const known = GroupEvent.options.map((one) => one.shape.type.value);
    expect(CASES.map(([news]) => news.type).toSorted()).toEqual(known.toSorted());
  });

  test.each(CASES)('invariant 3: $0.type is folded as the server means it', (news, changed) => {
    const counts = countsInStream(news.type);
    const revision = counts ? 8 : 7;
    const next = apply(state, stamp(news, revision));
    expect(next).toEqual({ ...state, ...changed, revision });
    expect(GroupState.parse(next)).toEqual(next);
  });

  test.each(CASES.filter(([news]) => countsInStream(news.type)))(
    'invariant 2: an old $0.type changes nothing and a later one shows the gap',
    (news) => {
      expect(apply(state, stamp(news, 7))).toBe(state);
      expect(apply(state, stamp(news, 1))).toBe(state);
      expect(apply(state, stamp(news, 9))).toBe(GAP);
    },
  );

  test.each(CASES)('$0.type of another group changes nothing', (news) => {
    expect(apply(state, { ...stamp(news, 8), groupId: 'g2' as GroupId })).toBe(state);
  });

  test('invariant 4: what belongs to one seat takes no number', () => {
    const own = CASES.map(([news]) => news.type).filter((type) => !countsInStream(type));
    expect(own).toEqual(['me.changed', 'role.changed', 'text.rescued', 'seat.moved']);
    const later = apply(state, stamp({ type: 'me.changed', me }, 9));
    expect(later).toMatchObject({ revision: 7, me });
  });

  test('of announcements only the last ones are kept', () => {
    const ids = ['n1', 'n2', 'n3', 'n4'];
    const folded = fold(ids.map((id, at) => stamp({ type: 'announcement.sent', announcement: said(id) }, 8 + at)));
    expect(folded).toMatchObject({ announcements: ['n2', 'n3', 'n4'].map(said) });
  });

  test('a move puts the spotlight out', () => {
    const lit = { ...state, spotlight };
    const moved = stamp({ type: 'phase.moved', phase: write, timer: running, ballots: [] }, 8);
    expect(apply(lit, moved)).toMatchObject({ phase: write, spotlight: null });
  });

  test('the state given is never changed itself', () => {
    const before = structuredClone(state);
    for (const [news] of CASES) apply(state, stamp(news, 8));
    expect(state).toEqual(before);
  });

  test('property: whole streams fold, streams that lack one event are noticed, repeats do no harm', () => {
    const counted = CASES.map(([news]) => news).filter((news) => countsInStream(news.type));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...counted), { minLength: 2, maxLength: 30 }),
        fc.array(fc.constantFrom(...CASES.map(([news]) => news)), { maxLength: 5 }),
        fc.nat(),
        (written, own, pick) => {
          const events = written.map((news, index) => stamp(news, state.revision + index + 1));
          const whole = fold(events);
          expect(whole).toMatchObject({ revision: state.revision + events.length });

          const again = pick % events.length;
          expect(fold(events.toSpliced(again + 1, 0, ...events.slice(again, again + 1)))).toEqual(whole);

          const lost = pick % (events.length - 1);
          expect(fold(events.toSpliced(lost, 1))).toBe(GAP);

          // What takes no number may come at any place and never makes a gap.
          const between = own.filter((news) => !countsInStream(news.type)).map((news) => stamp(news, 0));
          expect(fold(events.toSpliced(again, 0, ...between))).not.toBe(GAP);
        },
      ),
    );
  });
});
