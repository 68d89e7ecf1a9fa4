/** How far the server's clock is ahead of ours, ms, and how long the answer it was read from took. */
let best = { offset: 0, roundTrip: Infinity };

/** Learns from an answer: asked at `sent` (own clock, ms), answered now. The quickest answer is the truest. */
export const learnServerTime = (serverTime: string, sent: number): void => {
  const now = Date.now();
  const roundTrip = now - sent;
  // A clock that was set anew, or a laptop that slept: an old measure that contradicts this one is worth nothing.
  const offset = Date.parse(serverTime) - (sent + now) / 2;
  const contradicts = Math.abs(offset - best.offset) > best.roundTrip / 2 + roundTrip / 2 + 1000;
  if (roundTrip <= best.roundTrip || contradicts) best = { offset, roundTrip };
};

/** Milliseconds since 1970 by the server's clock, as near as this tab knows it. */
export const serverNow = (): number => Date.now() + best.offset;
