import { DEFAULT_BLOCS, DEFAULT_SIDES } from '@rapport/domain/blocs';
import { GroupState } from '@rapport/protocol/group-state';
import { Me } from '@rapport/protocol/http';
import { GroupTile } from '@rapport/protocol/symposium-state';
import { DEFAULT_MARKING } from '@rapport/domain/languages';

const symposium = {
  id: 'sym',
  slug: 'partners',
  title: 'Partners 2026',
  marking: DEFAULT_MARKING,
  chathamHouse: true,
  blocs: DEFAULT_BLOCS,
};

/** A participant of one group; `change` what a test is about. */
export const sampleMe = (change: Partial<Me> = {}): Me => ({
  ...Me.parse({
    role: 'participant',
    seat: { id: 'seat1', displayName: 'Ada Birch', delegation: 'Norway', bloc: 'allied' },
    symposium,
    groups: [{ id: 'group1', number: 1, name: 'Group 1', role: 'participant' }],
    language: 'en',
    attribution: 'non-attributed',
  }),
  ...change,
});

const phase = { id: 'p2', kind: 'write', minutes: 10, index: 2 };

/** A group that writes. */
export const sampleGroup = (change: Partial<GroupState> = {}): GroupState => ({
  ...GroupState.parse({
    id: 'group1',
    number: 1,
    name: 'Group 1',
    question: 'What should we do together?',
    symposium: { ...symposium, blocs: DEFAULT_BLOCS, sides: DEFAULT_SIDES, forwardLimit: 3 },
    round: { id: 'round1', title: 'Round 1' },
    attribution: 'non-attributed',
    status: 'open',
    phase,
    phases: [phase],
    timer: { state: 'stopped', durationMs: 600_000, endsAt: null },
    serverTime: '2026-11-25T10:00:00.000Z',
    revision: 4,
    present: 3,
    seats: 14,
    done: 0,
    cardsWritten: 5,
    draftsOpen: 2,
    revealed: false,
    reveal: null,
    boardLocked: false,
    clustersLocked: false,
    ballots: [],
    options: [],
    announcements: [],
    spotlight: null,
    help: [],
    me: { role: 'participant', done: false, checkedIn: true, entitled: [], cast: [], options: [] },
    code: null,
  }),
  ...change,
});

/** A group as the cockpit sees it, in the middle of its session and in no trouble. */
export const sampleTile = (change: Partial<GroupTile> = {}): GroupTile => ({
  ...GroupTile.parse({
    id: 'group1',
    roundId: 'round1',
    number: 1,
    name: 'Group 1',
    status: 'open',
    phase: { kind: 'cluster', index: 4, of: 11 },
    timer: { state: 'stopped', durationMs: 600_000, endsAt: null },
    seats: 14,
    present: 13,
    done: 2,
    cardsWritten: 0,
    draftsOpen: 0,
    cards: 50,
    ballot: null,
    help: [],
  }),
  ...change,
});
