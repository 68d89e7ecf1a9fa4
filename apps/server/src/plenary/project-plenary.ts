import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BallotId } from '@rapport/domain/ids';
import type { PlenaryState, ScreenView } from '@rapport/protocol/plenary';
import { filterRegister, sortRegister } from '@rapport/protocol/order-register';
import type { PlenaryRole } from './role-in-plenary.ts';

/** All that is known about a plenary; only `projectPlenary` turns it into something to send. */
export type PlenaryFacts = Omit<PlenaryState, 'results' | 'me' | 'attendance' | 'undo'> & {
  attendance: NonNullable<PlenaryState['attendance']>;
  undo: PlenaryState['undo'];
  /** Of closed ballots. */
  resultsOf: ReadonlyMap<BallotId, BallotResults>;
};

/** What everybody of one role is sent alike. */
export type SharedState = Omit<PlenaryState, 'me'>;

type Parts = Pick<SharedState, 'groups' | 'register' | 'ballots' | 'results'>;

const NOTHING: Parts = { groups: [], register: [], ballots: [], results: null };

const onScreen = (facts: PlenaryFacts, view: ScreenView): Parts => {
  switch (view.kind) {
    case 'blank':
    case 'timer':
      return NOTHING;
    case 'progress':
      return { ...NOTHING, groups: facts.groups };
    case 'group':
      return {
        ...NOTHING,
        groups: facts.groups.filter(({ id }) => id === view.groupId),
        register: facts.register.filter(({ group }) => group?.id === view.groupId),
      };
    case 'option':
      return { ...NOTHING, register: facts.register.filter(({ id }) => id === view.optionId) };
    case 'register':
      return { ...NOTHING, register: sortRegister(filterRegister(facts.register, view.filter), view.sort) };
    case 'ballot':
      return { ...NOTHING, ballots: facts.ballots.filter(({ id }) => id === view.ballotId) };
    case 'results':
      return {
        ...NOTHING,
        ballots: facts.ballots.filter(({ id }) => id === view.ballotId),
        results: facts.resultsOf.get(view.ballotId) ?? null,
      };
  }
};

/**
 * What of the plenary may be sent to whom (docs/method.md §4): all of it to chairs, register and ballots to seats once
 * it is open, to a screen what its view shows. It drops and never alters; nothing of it is about a person.
 */
export const projectPlenary = (facts: PlenaryFacts, role: PlenaryRole): SharedState => {
  const { symposium, serverTime, status, timer, view } = facts;
  const about = { symposium, serverTime, status, timer, view };
  switch (role) {
    case 'chair': {
      const { groups, register, ballots, attendance, undo } = facts;
      return { ...about, groups, register, ballots, results: null, attendance, undo };
    }
    case 'seat':
      return status === 'open'
        ? { ...about, ...NOTHING, register: facts.register, ballots: facts.ballots, attendance: null, undo: null }
        : { ...about, ...NOTHING, view: { kind: 'blank' }, attendance: null, undo: null };
    case 'screen':
      return { ...about, ...onScreen(facts, view), attendance: null, undo: null };
  }
};
