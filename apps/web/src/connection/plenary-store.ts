import type { SymposiumId } from '@rapport/domain/ids';
import type { Failure } from '@rapport/protocol/failures';
import { applyPlenary, type PlenaryNews, type PlenaryState } from '@rapport/protocol/plenary';
import { create } from 'zustand';
import { live } from './live.ts';
import { learnServerTime } from './server-clock.ts';

type PlenaryStore = {
  state: PlenaryState | null;
  failure: Failure | null;
  /** Asks again after a failure. */
  retry: () => void;
};

const NOTHING: PlenaryStore = { state: null, failure: null, retry: () => undefined };

/** The plenary this tab follows, as far as it may know of it. */
export const usePlenary = create<PlenaryStore>(() => NOTHING);

/** Follows the plenary of a symposium; returns how to stop. */
export const watchPlenary = (symposiumId: SymposiumId): (() => void) => {
  let stopped = false;
  // Of several questions only the last counts; what is told while it is under way comes on top of its answer.
  let asked = 0;
  let meanwhile: PlenaryNews[] = [];
  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    meanwhile = [];
    const sent = Date.now();
    const outcome = await live.command('plenary.watch', { symposiumId });
    if (stopped || mine !== asked) return;
    if (!outcome.ok) return usePlenary.setState({ failure: outcome.failure });
    learnServerTime(outcome.value.serverTime, sent);
    usePlenary.setState({ state: meanwhile.reduce(applyPlenary, outcome.value), failure: null });
  };
  usePlenary.setState({ ...NOTHING, retry: () => void ask() });
  const stops = [
    live.on('plenary', (news) => {
      meanwhile.push(news);
      const { state } = usePlenary.getState();
      if (state !== null) usePlenary.setState({ state: applyPlenary(state, news) });
    }),
    live.onConnect(() => void ask()),
  ];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    usePlenary.setState(NOTHING);
    void live.command('plenary.unwatch', { symposiumId });
  };
};
