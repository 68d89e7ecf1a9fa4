import { describe, expect, it } from 'vitest';
import { ballotOnOptions, groupOption, myOption } from '../options/testing.ts';
import { panelsFor, suggestPanel } from './panels.ts';
import { ballotState, groupState, phaseOf } from './testing.ts';

const me = (role: 'participant' | 'observer' | 'rapporteur' | 'organiser') => ({ ...groupState().me, role });
const asked = groupOption({
  frozen: true,
  version: 1,
  readback: { version: 1, accepted: 0, objected: 0, reasons: [] },
});
const closed = ballotState({ status: 'closed' });

describe('panelsFor', () => {
  it.each([
    ['a participant', groupState({ me: me('participant') }), false, ['drafts', 'outline', 'options', 'comments']],
    ['a phone', groupState({ me: me('participant') }), true, ['drafts', 'outline', 'board', 'options']],
    ['an observer', groupState({ me: me('observer') }), false, ['outline', 'options', 'comments']],
    [
      'a rapporteur',
      groupState({ me: me('rapporteur') }),
      false,
      ['drafts', 'outline', 'options', 'comments', 'report'],
    ],
    ['an organiser', groupState({ me: me('organiser') }), false, ['outline', 'options', 'comments', 'report']],
    [
      'a read-back',
      groupState({ me: me('observer'), phase: phaseOf('readback') }),
      false,
      ['outline', 'options', 'comments', 'report'],
    ],
    [
      'a read-back on a phone',
      groupState({ me: me('observer'), phase: phaseOf('readback') }),
      true,
      ['outline', 'board', 'options'],
    ],
    [
      'a vote',
      groupState({ me: me('participant'), ballots: [ballotState()] }),
      false,
      ['drafts', 'outline', 'options', 'comments', 'ballot'],
    ],
    [
      'a result',
      groupState({ me: me('participant'), ballots: [closed] }),
      false,
      ['drafts', 'outline', 'options', 'comments', 'results'],
    ],
    [
      'a closed group',
      groupState({ me: me('participant'), status: 'closed', ballots: [closed] }),
      false,
      ['outline', 'options', 'comments', 'results'],
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
    ['putting into words', groupState({ phase: { ...phaseOf('cluster'), kind: 'draft' } }), 'options'],
    ['read-back', groupState({ phase: phaseOf('readback') }), 'options'],
    [
      'discussing what was voted on',
      groupState({ phase: phaseOf('discuss'), ballots: [ballotOnOptions({ status: 'closed' })] }),
      'options',
    ],
    ['a text that is read back in any phase', groupState({ options: [asked], me: me('participant') }), 'options'],
    ['a read-back, for whoever cannot answer', groupState({ options: [asked], me: me('observer') }), 'outline'],
    [
      'an open ballot before a read-back',
      groupState({ options: [asked], ballots: [ballotState()], me: me('participant') }),
      'ballot',
    ],
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

  it('stays on the page of an answer when it is given, and goes there again when the group is asked anew', () => {
    const before = groupState({ options: [asked], me: me('participant') });
    const answered = { ...before, me: { ...before.me, options: [myOption({ answer: 'accept' })] } };
    expect(suggestPanel(answered).reason).toBe(suggestPanel(before).reason);
    const again = groupOption({
      ...asked,
      version: 2,
      readback: { version: 2, accepted: 0, objected: 0, reasons: [] },
    });
    expect(suggestPanel({ ...answered, options: [again] }).reason).not.toBe(suggestPanel(before).reason);
  });

  it('has no options while everybody writes in private', () => {
    const writing = groupState({ phase: phaseOf('write'), revealed: false, me: me('participant') });
    expect(panelsFor(writing, false)).not.toContain('options');
    expect(panelsFor({ ...writing, options: [asked] }, false)).toContain('options');
  });
});
