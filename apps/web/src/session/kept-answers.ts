import type { z } from 'zod';
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

/**
 * What is kept, read by the schema of what it answers, which is loaded for that: another release may have written it.
 * Null when there is none.
 */
export const keptAnswer = async <T>(
  seatId: string,
  name: string,
  loadSchema: () => Promise<z.ZodType<T>>,
): Promise<T | null> => {
  const kept = localStorage.getItem(seatKey(seatId, KEPT + name));
  if (kept === null) return null;
  try {
    return (await loadSchema()).safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
};

/** The session has ended, by whoever's hand: nobody comes back as this seat without asking the server. */
export const forgetAnswers = (seatId: string): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(seatKey(seatId, KEPT))) localStorage.removeItem(key);
};
