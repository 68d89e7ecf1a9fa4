import { expect, test } from 'vitest';
import type { ReportContent } from '@rapport/board/read-report';
import type { SentenceId } from '@rapport/domain/ids';
import { groupState } from '../group/testing.ts';
import { groupOption } from '../options/testing.ts';
import { checkReport } from './report-checks.ts';

const sentence = (id: string, text: string, origin: 'generated' | 'edited' | 'own') => ({
  id: id as SentenceId,
  text,
  origin,
  at: 0,
});
const EMPTY: ReportContent = { language: null, headlines: ['', '', ''], agreement: [], questions: [] };
const forwarded = groupOption({
  state: 'forwarded',
  frozen: true,
  version: 1,
  reservations: [{ id: 'r1' as never, kind: 'reservation', text: 'Only if paid for.' }],
});
const long = 'word '.repeat(61);

const check = (content: Partial<ReportContent>, options = [forwarded], fitting: string[] | null = [], fresh = 0) =>
  Object.fromEntries(
    checkReport({ ...EMPTY, ...content }, groupState({ options }), {
      fitting: fitting === null ? null : new Set(fitting),
      fresh,
    }).map(({ id, ...rest }) => [id, { ...rest, place: undefined }]),
  );

test('nothing is done in an empty report of a group without options', () => {
  expect(check({}, [])).toEqual({
    headlines: { isDone: false, written: 0, most: 3, over: 0 },
    readback: { isDone: false, asked: 0, pursued: 0 },
    forwarded: { isDone: false, forwarded: 0, limit: 3 },
    reservations: { isDone: false, count: 0 },
    sentences: { isDone: false, written: 0, outdated: 0, fresh: 0 },
    questions: { isDone: false, written: 0 },
  });
});

test.each<[string, ReturnType<typeof check>, object]>([
  ['three headlines', check({ headlines: ['a', 'b', 'c'] }), { headlines: { isDone: true, over: 0 } }],
  ['a headline too long', check({ headlines: ['a', 'b', long] }), { headlines: { isDone: false, over: 1 } }],
  ['two headlines and a blank', check({ headlines: ['a', 'b', ' '] }), { headlines: { isDone: false, written: 2 } }],
  ['an option forwarded', check({}), { forwarded: { isDone: true }, readback: { isDone: true, asked: 1 } }],
  [
    'one of two read back',
    check({}, [forwarded, groupOption()]),
    { readback: { isDone: false, asked: 1, pursued: 2 } },
  ],
  ['what is set aside does not count', check({}, [groupOption({ state: 'set-aside' })]), { readback: { pursued: 0 } }],
  ['a reservation', check({}), { reservations: { isDone: true, count: 1 } }],
  [
    'sentences that fit',
    check({ agreement: [sentence('a', 'A', 'generated'), sentence('b', 'B', 'own')] }, [], ['a']),
    { sentences: { isDone: true, written: 2, outdated: 0 } },
  ],
  [
    'sentences that do not fit any more, edited ones too',
    check({ agreement: [sentence('a', 'A', 'edited'), sentence('b', 'B', 'own')] }, [], ['c'], 1),
    { sentences: { isDone: false, outdated: 1, fresh: 1 } },
  ],
  [
    'nothing is outdated while nobody knows',
    check({ agreement: [sentence('a', 'A', 'generated')] }, [], null),
    { sentences: { isDone: true, outdated: 0 } },
  ],
  ['a question', check({ questions: [sentence('q', 'Who?', 'own')] }), { questions: { isDone: true, written: 1 } }],
])('%s', (_, found, expected) => expect(found).toMatchObject(expected));
