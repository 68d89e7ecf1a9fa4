import { expect, test } from 'vitest';
import { adjustTimer, pauseTimer, remainingMs, startTimer, stoppedTimer, Timer } from './timer.ts';

const NOON = Date.UTC(2026, 1, 14, 12);
const at = (seconds: number): string => new Date(NOON + seconds * 1000).toISOString();
const stopped = stoppedTimer(5);
const running = (endsIn: number, durationMs = 300_000): Timer => ({ state: 'running', durationMs, endsAt: at(endsIn) });
const paused = (remaining: number, durationMs = 300_000): Timer => ({
  state: 'paused',
  durationMs,
  endsAt: null,
  remainingMs: remaining,
});

test.each<[string, Timer, Timer]>([
  ['a stopped timer starts with the length of its phase', startTimer(stopped, NOON), running(300)],
  ['a length given starts anew', startTimer(paused(10), NOON, 60_000), running(60, 60_000)],
  ['a paused timer goes on with what was left', startTimer(paused(90_000), NOON), running(90)],
  ['a running timer is not started again', startTimer(running(42), NOON), running(42)],
  ['a length given replaces a running timer', startTimer(running(42), NOON, 60_000), running(60, 60_000)],
  ['a pause keeps what is left', pauseTimer(running(42), NOON), paused(42_000)],
  ['a pause of a timer that is over keeps how long it is over', pauseTimer(running(-30), NOON), paused(-30_000)],
  ['a stopped timer cannot be paused', pauseTimer(stopped, NOON), stopped],
  ['a paused timer stays paused', pauseTimer(paused(1), NOON), paused(1)],
  ['a minute more before the start', adjustTimer(stopped, NOON, 60_000), { ...stopped, durationMs: 360_000 }],
  ['no length below nothing', adjustTimer(stopped, NOON, -999_000), { ...stopped, durationMs: 0 }],
  ['a minute more while it runs', adjustTimer(running(42), NOON, 60_000), running(102, 360_000)],
  ['a minute more after zero counts from now', adjustTimer(running(-300), NOON, 60_000), running(60, 360_000)],
  ['a minute less ends at the earliest now', adjustTimer(running(42), NOON, -60_000), running(0, 240_000)],
  ['a minute less while it runs', adjustTimer(running(90), NOON, -60_000), running(30, 240_000)],
  ['a minute more while paused', adjustTimer(paused(5_000), NOON, 60_000), paused(65_000, 360_000)],
  ['a minute less while paused', adjustTimer(paused(5_000), NOON, -60_000), paused(0, 240_000)],
])('%s', (_title, made, wanted) => {
  expect(made).toEqual(wanted);
  expect(Timer.parse(JSON.parse(JSON.stringify(made)))).toEqual(wanted);
});

test.each<[Timer, number]>([
  [stopped, 300_000],
  [running(42), 42_000],
  [running(-7), -7_000],
  [paused(1_500), 1_500],
])('what is left of %j is %i ms', (timer, left) => {
  expect(remainingMs(timer, NOON)).toBe(left);
});
