import { beforeEach, expect, test } from 'vitest';
import { GroupState } from '@rapport/protocol/group-state';
import { sampleGroup } from '../testing/samples.ts';
import { forgetAnswers, keepAnswer, keptAnswer } from './kept-answers.ts';

beforeEach(() => localStorage.clear());

const ask = (seatId: string): Promise<GroupState | null> =>
  keptAnswer(seatId, 'group.g1', () => Promise.resolve(GroupState));

test('an answer is kept for its seat alone, until the seat is forgotten', async () => {
  keepAnswer('seat1', 'group.g1', sampleGroup());
  expect(await ask('seat1')).toEqual(sampleGroup());
  expect(await ask('seat2')).toBeNull();
  forgetAnswers('seat1');
  expect(await ask('seat1')).toBeNull();
});

test('what another release wrote, or anybody else, is no answer', async () => {
  const { options: _, ...older } = sampleGroup();
  keepAnswer('seat1', 'group.g1', older);
  expect(await ask('seat1')).toBeNull();
  localStorage.setItem('rapport.seat.seat1.answer.group.g1', '{');
  expect(await ask('seat1')).toBeNull();
});
