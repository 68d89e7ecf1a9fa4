import { DEFAULT_BLOCS, DEFAULT_SIDES } from '@rapport/domain/blocs';
import type { BallotId, BallotOptionId, GroupId, PhaseId, RoundId, SymposiumId } from '@rapport/domain/ids';
import type { PhaseKind } from '@rapport/domain/phases';
import type { CommandName } from '@rapport/protocol/commands';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { BallotState, GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from './send-command.ts';

const KINDS: readonly PhaseKind[] = [
  'lobby',
  'frame',
  'write',
  'clarify',
  'cluster',
  'shortlist',
  'discuss',
  'readback',
];

const phases: GroupState['phases'] = KINDS.map((kind, index) => ({
  id: `phase-${kind}` as PhaseId,
  kind,
  minutes: 10,
  index,
}));

export const phaseOf = (kind: PhaseKind): GroupState['phase'] => {
  const phase = phases.find((one) => one.kind === kind);
  if (phase === undefined) throw new Error(`the test group has no phase ${kind}`);
  return phase;
};

/** A group of twelve, facilitated from this tab, in its clustering. */
export const groupState = (patch: Partial<GroupState> = {}): GroupState => ({
  id: 'g1' as GroupId,
  number: 7,
  name: 'Group 7',
  question: 'How can Allies and Partners give each other a real stake in stability?',
  symposium: {
    id: 's1' as SymposiumId,
    slug: 's',
    title: 'Symposium',
    marking: { en: 'UNMARKED' },
    chathamHouse: true,
    blocs: [...DEFAULT_BLOCS],
    sides: [...DEFAULT_SIDES],
    forwardLimit: 3,
  },
  round: { id: 'r1' as RoundId, title: 'Round 1' },
  attribution: 'non-attributed',
  status: 'open',
  phase: phaseOf('cluster'),
  phases,
  timer: { state: 'stopped', durationMs: 600_000, endsAt: null },
  serverTime: '2026-02-14T10:00:00.000Z',
  revision: 1,
  present: 12,
  seats: 14,
  done: 9,
  cardsWritten: 0,
  draftsOpen: 0,
  revealed: true,
  reveal: null,
  boardLocked: false,
  clustersLocked: false,
  ballots: [],
  options: [],
  announcements: [],
  spotlight: null,
  help: [],
  me: { role: 'facilitator', done: false, checkedIn: true, entitled: [], cast: [], options: [] },
  code: 'K7Q4MZ',
  ...patch,
});

type DotBallot = Extract<BallotState, { kind: 'dots' }>;

export const ballotState = (patch: Partial<DotBallot> = {}): DotBallot => ({
  id: 'b1' as BallotId,
  kind: 'dots',
  number: 1,
  status: 'open',
  phaseId: phaseOf('shortlist').id,
  settings: { budget: 3, cap: 2 },
  options: ['Joint training hub', 'Rotating co-chairs', 'Early-warning picture'].map((title, index) => ({
    id: `o${index}` as BallotOptionId,
    subject: { kind: 'cluster', id: `c${index}` },
    title,
    body: '',
  })),
  progress: { cast: 7, entitled: 12 },
  ...patch,
});

/** The server's end of the wire: keeps what was sent and answers as it is told to. */
export const wire = (
  answers: Partial<Record<CommandName, Outcome<unknown>[]>> = {},
): { send: SendCommand; sent: { name: CommandName; input: unknown }[] } => {
  const sent: { name: CommandName; input: unknown }[] = [];
  const send: SendCommand = (name, input) => {
    sent.push({ name, input });
    // The answer of the wire is typed by whoever asked.
    return Promise.resolve((answers[name]?.shift() ?? succeed(null)) as never);
  };
  return { send, sent };
};
