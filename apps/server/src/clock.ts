/** Time as an argument: milliseconds since 1970 and timers that tests can drive. */
export type Clock = {
  now(): number;
  /** Runs `work` after `ms`; returns how to call it off. */
  after(ms: number, work: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** UTC ISO text of the clock's now. */
export const isoNow = (clock: Clock): string => new Date(clock.now()).toISOString();
