import type { Outcome } from '@rapport/protocol/failures';
import { api } from './http.ts';
import { readTab } from './tab.ts';

/** `sent` is when it was asked, ms since 1970 by this device's clock. */
type Asked = { sent: number; answer: Promise<Outcome<object>> };

let ahead: (Asked & { path: string; tab: string | null }) | null = null;

const ask = (path: string): Asked => ({ sent: Date.now(), answer: api.read(path) });

/** Asks as whoever sits in this tab, before the code that wants the answer is here. */
export const askAhead = (path: string): void => {
  ahead = { ...ask(path), path, tab: readTab() };
};

/** Asks, or takes what was asked ahead: once, for the same path, by the same tab. */
export const readAsked = <T extends object>(path: string): { sent: number; answer: Promise<Outcome<T>> } => {
  const before = ahead;
  ahead = null;
  // The server's own object: same release, same types.
  return (before?.path === path && before.tab === readTab() ? before : ask(path)) as {
    sent: number;
    answer: Promise<Outcome<T>>;
  };
};
