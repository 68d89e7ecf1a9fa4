import { expect, it } from 'vitest';
import { ballotState, groupState, phaseOf } from '../group/testing.ts';
import { planMove } from './move-plan.ts';

const cast = ballotState({ status: 'closed' });

it.each([
  [
    'offers to lock the clusters when leaving them',
    groupState(),
    'shortlist',
    { effects: ['timer', 'done'], asksDrafts: false, asksBallots: false, offersLock: true },
  ],
  [
    'asks about hidden cards when leaving the writing',
    groupState({ phase: phaseOf('write'), revealed: false, cardsWritten: 4 }),
    'clarify',
    { effects: ['timer', 'done', 'on-board'], asksDrafts: true, asksBallots: false, offersLock: false },
  ],
  [
    'asks nothing about drafts, and says that they stay private',
    groupState({ phase: phaseOf('write'), revealed: false, cardsWritten: 2, draftsOpen: 2 }),
    'clarify',
    { effects: ['timer', 'done', 'open-drafts', 'on-board'], asksDrafts: false, asksBallots: false, offersLock: false },
  ],
  [
    'asks nothing about the writing when nobody wrote',
    groupState({ phase: phaseOf('write'), revealed: false }),
    'clarify',
    { effects: ['timer', 'done', 'on-board'], asksDrafts: false, asksBallots: false, offersLock: false },
  ],
  [
    'asks about papers when going back before their ballot',
    groupState({ phase: phaseOf('discuss'), ballots: [cast] }),
    'cluster',
    { effects: ['timer', 'done', 'back'], asksDrafts: false, asksBallots: true, offersLock: false },
  ],
  [
    'asks about papers when going back to their own phase',
    groupState({ phase: phaseOf('discuss'), ballots: [cast] }),
    'shortlist',
    { effects: ['timer', 'done', 'back'], asksDrafts: false, asksBallots: true, offersLock: false },
  ],
  [
    'lets ballots alone that are archived, without papers, or before the step gone back to',
    groupState({
      phase: phaseOf('readback'),
      ballots: [
        { ...cast, status: 'archived', phaseId: phaseOf('readback').id },
        { ...cast, progress: { cast: 0, entitled: 3 }, phaseId: phaseOf('readback').id },
        cast,
      ],
    }),
    'discuss',
    { effects: ['timer', 'done', 'back'], asksDrafts: false, asksBallots: false, offersLock: false },
  ],
  [
    'says that an open ballot stays open',
    groupState({ phase: phaseOf('shortlist'), ballots: [ballotState()] }),
    'discuss',
    { effects: ['timer', 'done', 'ballot-stays'], asksDrafts: false, asksBallots: false, offersLock: false },
  ],
  [
    'says that later cards appear, and that new ones become private again',
    groupState({ phase: phaseOf('discuss'), cardsWritten: 2 }),
    'write',
    {
      effects: ['timer', 'done', 'back', 'later-cards', 'private'],
      asksDrafts: false,
      asksBallots: false,
      offersLock: false,
    },
  ],
] as const)('%s', (_, state, to, plan) => {
  expect(planMove(state, phaseOf(to))).toEqual({ ...plan, skipped: [] });
});

it('names the steps that are passed over', () => {
  const plan = planMove(groupState({ phase: phaseOf('clarify') }), phaseOf('discuss'));
  expect(plan.effects).toContain('skips');
  expect(plan.skipped).toEqual([phaseOf('cluster'), phaseOf('shortlist')]);
});
