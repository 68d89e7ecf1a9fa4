import { useSyncExternalStore } from 'react';
import { serverNow } from '../connection/server-clock.ts';

const everyQuarterSecond = (changed: () => void): (() => void) => {
  const interval = setInterval(changed, 250);
  return () => clearInterval(interval);
};

/** Whole seconds until a time of the server's clock, counted down; 0 from then on. */
export const useSecondsLeft = (endsAt: string): number =>
  useSyncExternalStore(everyQuarterSecond, () => Math.max(0, Math.ceil((Date.parse(endsAt) - serverNow()) / 1000)));
