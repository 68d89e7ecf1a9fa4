import { create } from 'zustand';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import type { Me, SignedIn, SignIn } from '@rapport/protocol/http';
import { guessLocale } from '../messages/locale-store.ts';
import { forgetAppShell } from '../offline/app-shell.ts';
import { api } from './http.ts';
import { forgetAnswers, keepAnswer, keptAnswer } from './kept-answers.ts';
import { forgetSeat, readSeats, rememberSeat, seatsFor, type Place } from './remembered-seats.ts';
import { keeperOf, wipeSeat } from './seat-storage.ts';
import { readTab, writeTab } from './tab.ts';

export type Session =
  /** Not asked yet. */
  | { status: 'unknown'; me: null; tab: null }
  | { status: 'out'; me: null; tab: null }
  | { status: 'in'; me: Me; tab: string };

const OUT: Session = { status: 'out', me: null, tab: null };

/** Who sits in this tab. */
export const useSession = create<Session>(() => ({ status: 'unknown', me: null, tab: null }));

/** Who a remembered seat was when the server last said so. */
const KEPT_ME = 'me';

const enter = (me: Me, tab: string): void => {
  writeTab(tab);
  // A projector is nobody's: it comes in by its address, and keeps nothing under an organiser's name.
  if (me.role !== 'screen') {
    rememberSeat({ ...me, tab });
    keepAnswer(keeperOf(me), KEPT_ME, me);
  }
  useSession.setState({ status: 'in', me, tab });
  // The roster knows which language this person prefers; what they chose here themselves goes first.
  void guessLocale([...(me.language === null ? [] : [me.language]), ...navigator.languages]);
};

const leave = (): void => {
  writeTab(null);
  useSession.setState(OUT);
};

export const signIn = async (input: SignIn): Promise<Outcome<SignedIn>> => {
  const protocol = await import('@rapport/protocol/http');
  const outcome = await api.post('/api/sessions', input, protocol.SignedIn);
  if (outcome.ok) {
    // The token is for scripts: this page is known by its cookie, which no script can read.
    const { token: _token, tab, ...me } = outcome.value;
    enter(me, tab);
  }
  return outcome;
};

/** Ends the session and removes what this browser kept for the seat; also when the server cannot be told. */
export const signOut = async (): Promise<void> => {
  const { me, tab } = useSession.getState();
  // Before the server answers: its `Clear-Site-Data` would sweep away under our hands what we look for.
  if (me !== null) await wipeSeat(keeperOf(me));
  if (tab !== null) {
    await api.delete('/api/sessions/current');
    forgetSeat(tab);
  }
  if (readSeats().length === 0) await forgetAppShell();
  leave();
};

/** Takes a seat that this browser remembers; one whose session has ended is forgotten. Null when it worked. */
export const continueAs = async (tab: string): Promise<Failure | null> => {
  writeTab(tab);
  const outcome = await api.read<Me>('/api/me');
  if (outcome.ok) {
    enter(outcome.value, tab);
    return null;
  }
  const seat = readSeats().find((one) => one.tab === tab);
  const keeper = seat === undefined ? null : (seat.seatId ?? keeperOf(null));
  if (outcome.failure.code === 'unavailable' && keeper !== null) {
    // Without a network it is whoever it was; the server asks again as soon as it is back.
    const me = await keptAnswer(keeper, KEPT_ME, async () => (await import('@rapport/protocol/http')).Me);
    if (me !== null) {
      enter(me, tab);
      return null;
    }
  }
  if (outcome.failure.code === 'unauthenticated') {
    if (keeper !== null) forgetAnswers(keeper);
    forgetSeat(tab);
    leave();
  }
  return outcome.failure;
};

/**
 * Finds out who sits in this tab: whoever it was before a reload, else the only seat this browser remembers for the
 * place. With several the page has to ask, and at the front door always: two people may share a browser. Tells why
 * when the server cannot say.
 */
export const restoreSession = async (place: Place): Promise<Failure | null> => {
  const remembered = place === 'front-door' ? [] : seatsFor(place);
  const tab = readTab() ?? (remembered.length === 1 ? remembered[0]?.tab : undefined);
  if (tab === undefined) {
    leave();
    return null;
  }
  const failure = await continueAs(tab);
  return failure?.code === 'unauthenticated' ? null : failure;
};
