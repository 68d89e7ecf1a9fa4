import { describe, expect, it, test } from 'vitest';
import type { OptionId } from '@rapport/domain/ids';
import type { GroupOption } from '@rapport/protocol/options';
import { groupState } from '../group/testing.ts';
import { forwardObstacle, forwardsLeft, readbackKey, readbackStep, takesAnswers, unanswered } from './option-steps.ts';
import { groupOption, myOption } from './testing.ts';
import { proposeOptions } from './votable-options.ts';

const readback = { version: 2, accepted: 3, objected: 1, reasons: [] };
const frozen = groupOption({ frozen: true, version: 2 });
const accepted = groupOption({ ...frozen, readback });
const named = (id: string, patch: Partial<GroupOption> = {}): GroupOption =>
  groupOption({ id: id as OptionId, ...patch });

describe('an option goes to the plenary', () => {
  it.each([
    ['when it is frozen, read back and accepted by somebody', accepted, null],
    ['not twice', groupOption({ ...accepted, state: 'forwarded' }), 'forwarded'],
    ['not when it was set aside', groupOption({ ...accepted, state: 'set-aside' }), 'set-aside'],
    ['not before its text is frozen', groupOption(), 'not-frozen'],
    ['not while it is open for a correction', groupOption({ ...accepted, frozen: false }), 'not-frozen'],
    ['not before it was read back', frozen, 'not-read-back'],
    ['not in a version that was not read back', groupOption({ ...accepted, version: 3 }), 'not-read-back'],
    [
      'not when nobody accepts it',
      groupOption({ ...accepted, readback: { ...readback, accepted: 0 } }),
      'not-accepted',
    ],
  ])('%s', (_, option, obstacle) => {
    expect(forwardObstacle(option)).toBe(obstacle);
  });

  test('as many as the symposium allows, whatever became of them there', () => {
    const options = [named('a', { state: 'forwarded' }), named('b', { state: 'merged' }), named('c')];
    expect(forwardsLeft(groupState({ options }))).toBe(1);
  });
});

describe('reading back', () => {
  test('takes answers until the text is forwarded or opened again', () => {
    expect(
      [accepted, frozen, { ...accepted, frozen: false }, { ...accepted, state: 'forwarded' as const }].map(
        takesAnswers,
      ),
    ).toEqual([true, false, false, false]);
  });

  test('waits for the seat that has not answered', () => {
    const state = groupState({ options: [accepted, named('o2', { ...accepted, id: 'o2' as OptionId })] });
    const me = { ...state.me, options: [myOption({ answer: 'object' })] };
    expect(unanswered({ ...state, me }).map(({ id }) => id)).toEqual(['o2']);
  });

  test('is asked anew by another version, not by an answer or by forwarding', () => {
    const more = { ...accepted, readback: { ...readback, accepted: 9 }, state: 'forwarded' as const };
    expect(readbackKey([more])).toBe(readbackKey([accepted]));
    expect(readbackKey([{ ...accepted, readback: { ...readback, version: 3 } }])).not.toBe(readbackKey([accepted]));
  });

  test('comes before forwarding, and ends with it', () => {
    expect(readbackStep(groupState({ options: [frozen, named('b', { ...accepted, id: 'b' as OptionId })] }))).toBe(
      'ask-readback',
    );
    expect(readbackStep(groupState({ options: [accepted] }))).toBe('forward');
    expect(readbackStep(groupState({ options: [groupOption()] }))).toBeNull();
  });
});

test('a re-vote is about what has moved, where anything has', () => {
  const options = [
    named('a'),
    named('b', { changedSinceBallot: true }),
    named('c', { reservations: [{ id: 'r' as never, kind: 'reservation', text: 'Not before 2027.' }] }),
    named('d', { state: 'set-aside', changedSinceBallot: true }),
  ];
  expect(proposeOptions(options, 'revote')).toEqual({ ids: ['b', 'c'], why: 'changed' });
  expect(proposeOptions(options, 'evaluate')).toEqual({ ids: ['a', 'b', 'c'], why: 'all' });
  expect(proposeOptions([named('a')], 'revote')).toEqual({ ids: ['a'], why: 'all' });
});
