import { create } from 'zustand';
import type { SymposiumId } from '@rapport/domain/ids';
import type { Failure } from '@rapport/protocol/failures';
import type { SymposiumState } from '@rapport/protocol/symposium-state';
import { live } from './live.ts';
import { learnServerTime } from './server-clock.ts';

type SymposiumStore = {
  state: SymposiumState | null;
  failure: Failure | null;
  /** Asks again after a failure. */
  retry: () => void;
};

const NOTHING: SymposiumStore = { state: null, failure: null, retry: () => undefined };

/** All groups of the symposium that the organiser watches. */
export const useSymposium = create<SymposiumStore>(() => NOTHING);

/** Follows a symposium's groups; returns how to stop. */
export const watchSymposium = (symposiumId: SymposiumId): (() => void) => {
  let stopped = false;
  const ask = async (): Promise<void> => {
    const sent = Date.now();
    const outcome = await live.command('symposium.watch', { symposiumId });
    if (stopped) return;
    if (!outcome.ok) {
      useSymposium.setState({ failure: outcome.failure });
      return;
    }
    learnServerTime(outcome.value.serverTime, sent);
    useSymposium.setState({ state: outcome.value, failure: null });
  };
  useSymposium.setState({ ...NOTHING, retry: () => void ask() });
  const stops = [
    live.on('symposium', (state) => {
      if (state.id === symposiumId) useSymposium.setState({ state, failure: null });
    }),
    live.onConnect(() => void ask()),
  ];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    useSymposium.setState(NOTHING);
  };
};
