import { expect, test } from 'vitest';
import { worst, type OverallState } from './open-document.ts';

type One = Parameters<typeof worst>[0][number];
const one = (change: Partial<One>): One => ({
  saved: { kind: 'saved' },
  connection: { kind: 'online' },
  refusal: null,
  loaded: true,
  kept: true,
  ...change,
});
const offline = (changes: number): One => one({ connection: { kind: 'offline' }, saved: { kind: 'offline', changes } });

test.each<[string, One[], OverallState]>([
  ['nothing is open yet', [], { kind: 'connecting', changes: 0, kept: true }],
  ['all is on disk', [one({}), one({})], { kind: 'saved', changes: 0, kept: true }],
  [
    'one is on its way',
    [one({}), one({ saved: { kind: 'saving', changes: 2 } })],
    { kind: 'saving', changes: 2, kept: true },
  ],
  ['one is still being loaded', [one({}), one({ loaded: false })], { kind: 'connecting', changes: 0, kept: true }],
  [
    'the network is being looked for',
    [one({ connection: { kind: 'connecting' } })],
    { kind: 'connecting', changes: 0, kept: true },
  ],
  [
    'only one of two is kept on this device',
    [offline(2), { ...offline(1), kept: false }],
    { kind: 'offline', changes: 3, kept: false },
  ],
  [
    'nothing waits and one keeps nothing',
    [offline(0), { ...offline(0), kept: false }],
    { kind: 'offline', changes: 0, kept: false },
  ],
  [
    'the one that keeps nothing has nothing',
    [offline(2), { ...offline(0), kept: false }],
    { kind: 'offline', changes: 2, kept: true },
  ],
  ['both wait for the network', [offline(2), offline(3)], { kind: 'offline', changes: 5, kept: true }],
  [
    'the server refused one',
    [offline(1), one({ refusal: { code: 'board-locked', text: '' } })],
    { kind: 'refused', changes: 1, kept: true },
  ],
  ['one has ended', [one({ connection: { kind: 'ended', why: 'gone' } })], { kind: 'refused', changes: 0, kept: true }],
])('the line about everything when %s', (_, states, expected) => {
  expect(worst(states)).toEqual(expected);
});
