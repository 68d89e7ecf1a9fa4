import { z } from 'zod';

/** Times are UTC ISO texts of the server's clock; a client measures its offset and draws locally. */
export const Timer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('stopped'), durationMs: z.number().int().min(0), endsAt: z.null() }),
  z.object({ state: z.literal('running'), durationMs: z.number().int().min(0), endsAt: z.iso.datetime() }),
  z.object({
    state: z.literal('paused'),
    durationMs: z.number().int().min(0),
    endsAt: z.null(),
    remainingMs: z.number().int(),
  }),
]);
export type Timer = z.infer<typeof Timer>;

const MINUTE = 60_000;

export const stoppedTimer = (minutes: number): Timer => ({
  state: 'stopped',
  durationMs: minutes * MINUTE,
  endsAt: null,
});

/** Milliseconds left at `now` (ms since 1970, server clock); negative when over time. */
export const remainingMs = (timer: Timer, now: number): number => {
  switch (timer.state) {
    case 'stopped':
      return timer.durationMs;
    case 'running':
      return Date.parse(timer.endsAt) - now;
    case 'paused':
      return timer.remainingMs;
  }
};

/** Starts or resumes; a running timer stays as it is. */
export const startTimer = (timer: Timer, now: number, durationMs?: number): Timer => {
  if (timer.state === 'running' && durationMs === undefined) return timer;
  const left = durationMs ?? remainingMs(timer, now);
  return {
    state: 'running',
    durationMs: durationMs ?? timer.durationMs,
    endsAt: new Date(now + left).toISOString(),
  };
};

export const pauseTimer = (timer: Timer, now: number): Timer =>
  timer.state === 'running'
    ? { state: 'paused', durationMs: timer.durationMs, endsAt: null, remainingMs: remainingMs(timer, now) }
    : timer;

/** Adds or takes time (ms). A timer that is over starts again from now: +1 after zero means one more minute. */
export const adjustTimer = (timer: Timer, now: number, deltaMs: number): Timer => {
  const durationMs = Math.max(0, timer.durationMs + deltaMs);
  switch (timer.state) {
    case 'stopped':
      return { ...timer, durationMs };
    case 'paused':
      return { ...timer, durationMs, remainingMs: Math.max(0, timer.remainingMs + deltaMs) };
    case 'running': {
      const from = deltaMs > 0 ? Math.max(now, Date.parse(timer.endsAt)) : Date.parse(timer.endsAt);
      return { ...timer, durationMs, endsAt: new Date(Math.max(now, from + deltaMs)).toISOString() };
    }
  }
};
