import { describe, expect, it } from 'vitest';
import { panelsFor, suggestPanel } from './panels.ts';
import { ballotState, groupState, phaseOf } from './testing.ts';

const me = (role: 'participant' | 'observer' | 'rapporteur' | 'organiser') => ({ ...groupState().me, role });
const closed = ballotState({ status: 'closed' });

describe('panelsFor', () => {
  it.each([
    ['a participant', groupState({ me: me('participant') }), false, ['drafts', 'outline']],
    ['a phone', groupState({ me: me('participant') }), true, ['drafts', 'outline', 'board']],
    ['an observer', groupState({ me: me('observer') }), false, ['outline']],
    ['a rapporteur', groupState({ me: me('rapporteur') }), false, ['drafts', 'outline', 'report']],
    ['an organiser', groupState({ me: me('organiser') }), false, ['outline', 'report']],
    ['a vote', groupState({ me: me('participant'), ballots: [ballotState()] }), false, ['drafts', 'outline', 'ballot']],
    ['a result', groupState({ me: me('participant'), ballots: [closed] }), false, ['drafts', 'outline', 'results']],
    [
      'a closed group',
      groupState({ me: me('participant'), status: 'closed', ballots: [closed] }),
      false,
      ['outline', 'results'],
    ],
  ])('gives %s its tabs', (_, state, narrow, panels) => {
    expect(panelsFor(state, narrow)).toEqual(panels);
  });
});

describe('suggestPanel', () => {
  it.each([
    ['writing', groupState({ phase: phaseOf('write'), me: me('participant') }), 'drafts'],
    ['writing, for an observer', groupState({ phase: phaseOf('write'), me: me('observer') }), 'outline'],
    ['clustering', groupState(), 'outline'],
    ['an open ballot in any phase', groupState({ ballots: [ballotState()] }), 'ballot'],
    ['a ballot just closed', groupState({ phase: phaseOf('shortlist'), ballots: [closed] }), 'results'],
    ['discussing', groupState({ phase: phaseOf('discuss'), ballots: [closed] }), 'results'],
    ['clustering after an early ballot', groupState({ ballots: [closed] }), 'outline'],
    ['read-back, for the leader', groupState({ phase: phaseOf('readback') }), 'report'],
    ['a closed session, for the leader', groupState({ status: 'closed' }), 'report'],
    ['a closed session, for others', groupState({ status: 'closed', me: me('participant') }), 'outline'],
  ])('follows %s', (_, state, panel) => {
    expect(suggestPanel(state).panel).toBe(panel);
  });

  it('gives a new reason for a second ballot, so that it opens again', () => {
    const first = suggestPanel(groupState({ ballots: [ballotState()] }));
    const second = suggestPanel(groupState({ ballots: [closed, ballotState({ id: 'b2' as typeof closed.id })] }));
    expect(first.reason).not.toBe(second.reason);
  });
});
