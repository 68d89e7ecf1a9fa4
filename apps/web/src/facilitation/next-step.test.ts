import { expect, it } from 'vitest';
import { ballotState, groupState, phaseOf } from '../group/testing.ts';
import type { OptionId } from '@rapport/domain/ids';
import { groupOption } from '../options/testing.ts';
import { nextStep } from './next-step.ts';

const frozen = groupOption({ frozen: true, version: 2 });
const accepted = groupOption({ ...frozen, readback: { version: 2, accepted: 3, objected: 1, reasons: [''] } });
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
  [
    'reads frozen texts back to the group',
    groupState({ phase: phaseOf('readback'), options: [groupOption(), frozen] }),
    { kind: 'ask-readback' },
  ],
  ['forwards what was accepted', groupState({ phase: phaseOf('readback'), options: [accepted] }), { kind: 'forward' }],
  [
    'closes the session when as many are forwarded as may be',
    groupState({
      phase: phaseOf('readback'),
      options: [accepted, ...['a', 'b', 'c'].map((id) => groupOption({ id: id as OptionId, state: 'forwarded' }))],
    }),
    { kind: 'close-group' },
  ],
  ['closes the session after the last step', groupState({ phase: phaseOf('readback') }), { kind: 'close-group' }],
  ['opens a closed session again', groupState({ status: 'closed' }), { kind: 'reopen' }],
])('%s', (_, state, step) => {
  expect(nextStep(state)).toEqual(step);
});
