import { expect, it } from 'vitest';
import { ballotState, groupState, phaseOf } from '../group/testing.ts';
import { nextStep } from './next-step.ts';

const endsAt = '2026-02-14T10:00:20.000Z';
const writing = { phase: phaseOf('write'), revealed: false };

it.each([
  ['moves on', groupState(), { kind: 'move', to: phaseOf('shortlist') }],
  ['moves on from writing when nobody wrote', groupState(writing), { kind: 'move', to: phaseOf('clarify') }],
  ['reveals what was written', groupState({ ...writing, cardsWritten: 3 }), { kind: 'reveal' }],
  ['waits for a reveal', groupState({ ...writing, reveal: { endsAt } }), { kind: 'wait-for-reveal', endsAt }],
  ['opens a ballot where one is due', groupState({ phase: phaseOf('shortlist') }), { kind: 'open-ballot' }],
  [
    'closes the open ballot, in any phase',
    groupState({ ballots: [ballotState()] }),
    { kind: 'close-ballot', ballot: ballotState() },
  ],
  [
    'moves on from a ballot that is closed',
    groupState({ phase: phaseOf('shortlist'), ballots: [ballotState({ status: 'closed' })] }),
    { kind: 'move', to: phaseOf('discuss') },
  ],
  ['closes the session after the last step', groupState({ phase: phaseOf('readback') }), { kind: 'close-group' }],
  ['opens a closed session again', groupState({ status: 'closed' }), { kind: 'reopen' }],
])('%s', (_, state, step) => {
  expect(nextStep(state)).toEqual(step);
});
