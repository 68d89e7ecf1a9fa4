import { expect, test } from 'vitest';
import { groupState, phaseOf } from '../group/testing.ts';
import { boardRights, type BoardRights } from './board-rights.ts';

const me = (role: 'participant' | 'facilitator' | 'observer' | 'organiser') => ({ ...groupState().me, role });

test.each<[string, Parameters<typeof boardRights>, Partial<BoardRights>]>([
  ['a participant clusters', [groupState({ me: me('participant') }), false], { edit: null, cluster: null, late: true }],
  ['before the reveal nothing is late', [groupState({ revealed: false }), false], { late: false }],
  [
    'locked clusters hold for participants',
    [groupState({ me: me('participant'), clustersLocked: true }), false],
    { edit: null, cluster: 'clusters-locked' },
  ],
  [
    'and not for those who lead',
    [groupState({ me: me('facilitator'), clustersLocked: true }), false],
    { cluster: null, leads: true },
  ],
  [
    'a locked board is read',
    [groupState({ me: me('participant'), boardLocked: true }), false],
    { edit: 'board-locked', cluster: 'board-locked' },
  ],
  ['an observer reads', [groupState({ me: me('observer') }), false], { edit: 'role-refused', writesPrivately: false }],
  ['a closed group is read', [groupState({ status: 'closed' }), false], { edit: 'group-closed' }],
  [
    'while writing, cards are private',
    [groupState({ phase: phaseOf('write'), me: me('participant') }), false],
    { writesPrivately: true, edit: null },
  ],
  [
    'an organiser has no drafts',
    [groupState({ phase: phaseOf('write'), me: me('organiser') }), false],
    { writesPrivately: false, edit: null },
  ],
  ['nothing goes without a group', [null, false], { edit: 'not-connected' }],
  ['nor after the document has ended', [groupState(), true], { edit: 'not-connected', cluster: 'not-connected' }],
])('%s', (_, input, rights) => {
  expect(boardRights(...input)).toMatchObject(rights);
});
