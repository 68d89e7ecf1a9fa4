import { seatKey } from './seat-storage.ts';

const KEPT = 'answer.';

/**
 * The last answer to a question, kept under a seat's name for a reload without a network. Whoever signs out takes it
 * along; what the server says now always goes first.
 */
export const keepAnswer = (seatId: string, name: string, answer: object): void => {
  try {
    localStorage.setItem(seatKey(seatId, KEPT + name), JSON.stringify(answer));
  } catch {
    // No room left: then there is none without a network.
  }
};

/** Null when there is none. It is of the release that wrote it. */
export const keptAnswer = (seatId: string, name: string): object | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(seatKey(seatId, KEPT + name)) ?? 'null');
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
};

/** The session has ended, by whoever's hand: nobody comes back as this seat without asking the server. */
export const forgetAnswers = (seatId: string): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(seatKey(seatId, KEPT))) localStorage.removeItem(key);
};
