import type { ContenderName } from './builds.ts';
import type { Figures } from './measure-board.ts';

type Results = ReadonlyMap<number, ReadonlyMap<ContenderName, Figures>>;

/** One frame of 60 a second, with what clocks differ by, ms. */
const ONE_FRAME = 17.5;
const TWO_FRAMES = 34.5;

type Goal = { what: string; is: number | undefined; most: number | undefined };

const times = (share: number, of: number | undefined): number | undefined =>
  of === undefined ? undefined : share * of;

/** What the board is meant to reach, in figures of the same run. */
const goalsOf = (results: Results): Goal[] => {
  const of = (size: number, name: ContenderName, key: string): number | undefined =>
    results.get(size)?.get(name)?.[key];
  const own = (size: number, key: string): number | undefined => of(size, 'rapport', key);
  const smooth = (size: number, scene: string): Goal[] => [
    { what: `${size}: ${scene}, p95 ms`, is: own(size, `${scene} p95`), most: ONE_FRAME },
    { what: `${size}: ${scene}, dropped %`, is: own(size, `${scene} dropped %`), most: 2 },
  ];
  return [
    { what: 'JS until usable, kB', is: own(1_000, 'JS until usable kB'), most: 150 },
    ...(
      [
        [0.37, 'excalidraw'],
        [0.25, 'tldraw'],
      ] as const
    ).map(([share, name]) => ({
      what: `JS until usable, kB (${share} × ${name})`,
      is: own(1_000, 'JS until usable kB'),
      most: times(share, of(1_000, name, 'JS until usable kB')),
    })),
    { what: 'JS with what follows, kB', is: own(1_000, 'JS in all kB'), most: 300 },
    ...(
      [
        [0.6, 'excalidraw'],
        [0.2, 'tldraw'],
      ] as const
    ).map(([share, name]) => ({
      what: `usable, ms (${share} × ${name})`,
      is: own(1_000, 'usable ms'),
      most: times(share, of(1_000, name, 'usable ms')),
    })),
    { what: '5,000: usable, ms (1.5 × 1,000)', is: own(5_000, 'usable ms'), most: times(1.5, own(1_000, 'usable ms')) },
    {
      what: 'blocking at load, ms (0.5 × excalidraw)',
      is: own(1_000, 'blocking ms'),
      most: times(0.5, of(1_000, 'excalidraw', 'blocking ms')),
    },
    ...[1_000, 5_000].flatMap((size) => ['pan', 'drag one', 'remote'].flatMap((scene) => smooth(size, scene))),
    ...['zoom out and back', 'drag fifty'].map((scene) => ({
      what: `1000: ${scene}, p95 ms`,
      is: own(1_000, `${scene} p95`),
      most: TWO_FRAMES,
    })),
    ...[1_000, 5_000].flatMap((size) =>
      ['overview pan', 'overview remote'].map((scene) => ({
        what: `${size}: ${scene}, p95 ms`,
        is: own(size, `${scene} p95`),
        most: ONE_FRAME,
      })),
    ),
    {
      what: '100 new cards, ms (0.65 × excalidraw)',
      is: own(1_000, '100 new cards ms'),
      most: times(0.65, of(1_000, 'excalidraw', '100 new cards ms')),
    },
    ...(
      [
        [1_000, 0.4],
        [5_000, 0.2],
      ] as const
    ).map(([size, share]) => ({
      what: `${size}: heap at join, MiB (${share} × tldraw)`,
      is: own(size, 'heap at join MiB'),
      most: times(share, of(size, 'tldraw', 'heap at join MiB')),
    })),
    { what: 'heap after 60,000 moves, × before', is: own(1_000, 'heap after 60,000 moves ×'), most: 1.25 },
    ...[200, 1_000, 5_000].map((size) => ({ what: `${size}: DOM nodes`, is: own(size, 'DOM nodes'), most: 1_500 })),
    { what: 'script for 200 remote changes a second, ms/s', is: own(1_000, 'script ms/s'), most: 60 },
    {
      what: '5,000: script for 200 remote changes a second (1.3 × 1,000)',
      is: own(5_000, 'script ms/s'),
      most: times(1.3, own(1_000, 'script ms/s')),
    },
  ];
};

/** Prints every goal with what was measured; those without a figure in this run are left out. */
export const judge = (results: Results): void => {
  console.log('\n| goal | measured | at most | |\n| --- | ---: | ---: | --- |');
  for (const { what, is, most } of goalsOf(results)) {
    if (is === undefined || most === undefined) continue;
    console.log(`| ${what} | ${is.toFixed(1)} | ${most.toFixed(1)} | ${is <= most ? 'met' : 'missed'} |`);
  }
};
