import { expect, test } from 'vitest';
import { provesDiskFull } from './disk-full.ts';
import { provesKills } from './kills.ts';
import { provesStock } from './stock-clients.ts';
import { provesStop } from './stopped.ts';

// The long runs are `node proofs/kill.ts`, `fuzz.ts` and `simulate.ts`; results in RESULTS.md.

test('a killed server loses nothing it has acknowledged, and shows no honest writer out', async () => {
  const figures = await provesKills({ kills: 2, writers: 3, random: () => 0.3 });
  expect(figures).toMatchObject({ kills: 2, lost: [], shownOut: 0 });
  expect(figures.acknowledged).toBeGreaterThan(0);
});

test('a server that stood still answers everything when it goes on', async () => {
  expect(await provesStop(300)).toMatchObject({ acknowledged: 120, lost: [], shownOut: 0 });
});

test('with no room on the disk it says so, keeps everything, and recovers by itself', async () => {
  expect(await provesDiskFull()).toEqual({
    spreadMeanwhile: true,
    acknowledgedMeanwhile: 0,
    acknowledgedAfter: 51,
    lost: [],
  });
});

test.each(['y-websocket 2', 'y-websocket 3'] as const)(
  'two tabs and another person with %s go on after edits out of touch and a killed server',
  async (name) => {
    expect(await provesStock(name, 0)).toEqual({
      idleMs: 0,
      lostWhileIdle: 0,
      sameTogether: true,
      sameAfterOffline: true,
      sameAfterKill: true,
      cards: 9,
      written: 9,
      shownOut: 0,
    });
  },
);
