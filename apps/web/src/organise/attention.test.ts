import { describe, expect, test } from 'vitest';
import { sampleTile } from '../testing/samples.ts';
import { attentionFor, byAttention } from './attention.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const running = (leftMs: number) => ({
  state: 'running' as const,
  durationMs: 600_000,
  endsAt: new Date(NOW + leftMs).toISOString(),
});
const call = (text: string) => ({ text, askedAt: new Date(NOW).toISOString() });
const phase = (index: number) => ({ kind: 'cluster' as const, index, of: 11 });

describe('why a group needs attention', () => {
  test.each([
    ['all is well', sampleTile(), null],
    ['it has not begun', sampleTile({ phase: phase(0), present: 0 }), null],
    ['it is closed', sampleTile({ status: 'closed', present: 0 }), null],
    [
      'somebody has called for help, though nothing has begun',
      sampleTile({ phase: phase(0), present: 0, help: [call('The projector is dark.'), call('')] }),
      { level: 'danger', reason: 'help', texts: ['The projector is dark.'], calls: 2 },
    ],
    ['nobody is left', sampleTile({ present: 0 }), { level: 'danger', reason: 'nobody' }],
    [
      'nobody came and the timer of the first phase runs',
      sampleTile({ phase: phase(0), present: 0, timer: running(1000) }),
      { level: 'danger', reason: 'nobody' },
    ],
    ['most are away', sampleTile({ present: 6 }), { level: 'danger', reason: 'few', present: 6, seats: 14 }],
    ['just half are there', sampleTile({ present: 7 }), null],
    ['a little over time', sampleTile({ timer: running(-59_000) }), null],
    ['well over time', sampleTile({ timer: running(-220_000) }), { level: 'warn', reason: 'over', overMs: 220_000 }],
    [
      'time is up and papers are missing',
      sampleTile({ timer: running(-1), ballot: { cast: 9, entitled: 12 } }),
      { level: 'warn', reason: 'papers', missing: 3 },
    ],
    [
      'nearly all are done',
      sampleTile({ present: 10, done: 8 }),
      { level: 'warn', reason: 'ready', done: 8, present: 10 },
    ],
    ['one of one is done', sampleTile({ seats: 2, present: 1, done: 1 }), null],
  ])('%s', (_case, tile, expected) => {
    expect(attentionFor(tile, NOW)).toEqual(expected);
  });

  test('trouble sorts first, then by number, closed groups last', () => {
    const tiles = [
      sampleTile({ number: 1, status: 'closed' }),
      sampleTile({ number: 3 }),
      sampleTile({ number: 2 }),
      sampleTile({ number: 4, timer: running(-100_000) }),
      sampleTile({ number: 5, present: 0 }),
    ];
    expect(byAttention(tiles, NOW).map(({ tile }) => tile.number)).toEqual([5, 4, 2, 3, 1]);
  });

  test('of those in trouble whoever has called comes first, the longest wait before all', () => {
    const calledAt = (ms: number) => [{ text: '', askedAt: new Date(NOW - ms).toISOString() }];
    const tiles = [
      sampleTile({ number: 1, present: 3 }),
      sampleTile({ number: 2, present: 10, done: 9 }),
      sampleTile({ number: 3, timer: running(-100_000) }),
      sampleTile({ number: 4, help: calledAt(1000) }),
      sampleTile({ number: 5, present: 0 }),
      sampleTile({ number: 6, help: calledAt(60_000) }),
    ];
    expect(byAttention(tiles, NOW).map(({ tile }) => tile.number)).toEqual([6, 4, 5, 1, 3, 2]);
  });
});
