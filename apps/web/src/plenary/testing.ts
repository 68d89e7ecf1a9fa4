import { DEFAULT_BLOCS, DEFAULT_SIDES } from '@rapport/domain/blocs';
import type { GroupId, OptionId, SymposiumId } from '@rapport/domain/ids';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { PlenaryGroup, PlenaryState } from '@rapport/protocol/plenary';

export const entry = (code: string, patch: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: `id-${code}` as OptionId,
  code,
  state: 'forwarded',
  group: { id: 'g7' as GroupId, number: 7, name: 'Group 7', round: 1 },
  version: 1,
  text: { title: `Title of ${code}`, text: `Text of ${code}`, rationale: '', actors: '', resources: '', horizon: '' },
  parents: [],
  convergence: { groups: 1, of: 4 },
  reservations: [],
  carried: [],
  sponsors: [],
  crossBloc: false,
  interest: 0,
  verdict: null,
  ledBy: null,
  judgedBy: null,
  ...patch,
});

const plenaryGroup = (number: number, patch: Partial<PlenaryGroup> = {}): PlenaryGroup => ({
  id: `g${number}` as GroupId,
  round: { number: 1, title: 'Round 1', question: 'What should the summit decide?' },
  number,
  name: `Group ${number}`,
  status: 'closed',
  phase: { kind: 'readback', index: 10, of: 11 },
  seats: 14,
  present: 13,
  done: 0,
  cards: 40,
  forwarded: 2,
  ...patch,
});

export const plenaryState = (patch: Partial<PlenaryState> = {}): PlenaryState => ({
  symposium: {
    id: 's1' as SymposiumId,
    slug: 'partners',
    title: 'Partnerships 360',
    marking: { en: 'UNMARKED' },
    chathamHouse: true,
    blocs: [...DEFAULT_BLOCS],
    sides: [...DEFAULT_SIDES],
  },
  serverTime: '2026-02-14T10:00:00.000Z',
  status: 'closed',
  groups: [plenaryGroup(2), plenaryGroup(7)],
  register: [
    entry('R1-G02-O1', { group: { id: 'g2' as GroupId, number: 2, name: 'Group 2', round: 1 } }),
    entry('R1-G07-O3'),
  ],
  ballots: [],
  timer: { state: 'stopped', durationMs: 300_000, endsAt: null },
  view: { kind: 'blank' },
  results: null,
  attendance: { present: 40, voting: 36, screens: 1 },
  undo: null,
  me: { role: 'chair', entitled: [], cast: [], authorised: false, interested: [], sponsored: [] },
  ...patch,
});
