/** What one seat may send to all documents together, in all its tabs. */
export const SEAT_PACE = {
  /** frames a second in the long run: far beyond people, enough for a machine that seeds a board */
  framesPerSecond: 2_000,
  burstFrames: 10_000,
  bytesPerSecond: 1024 * 1024,
  /** several long offline answers at once */
  burstBytes: 16 * 1024 * 1024,
  /** who has been over its means this long is not held back any more but shown out, ms */
  patienceMs: 10_000,
} as const;

/** `since`: when it began to owe; null once it has half of its burst again. */
type Bucket = { frames: number; bytes: number; at: number; since: number | null };

/**
 * Counts what seats send. A frame is always taken, on credit if need be; who owes something is not read from until it
 * is paid off, and who owes too much is shown out. By seat and not by address: a whole venue is one address.
 */
export class SeatPace {
  readonly #buckets = new Map<string, Bucket>();

  /**
   * Counts one frame of `seat` (a seat or, where there is none, a session) at `now` (ms).
   * Returns how long not to read from it, ms; 0 when nothing is owed, null when its patience is used up.
   */
  take(seat: string, bytes: number, now: number): number | null {
    const bucket = this.#buckets.get(seat) ?? {
      frames: SEAT_PACE.burstFrames,
      bytes: SEAT_PACE.burstBytes,
      at: now,
      since: null,
    };
    this.#buckets.set(seat, bucket);
    const seconds = Math.max(0, now - bucket.at) / 1000;
    bucket.at = now;
    bucket.frames = Math.min(SEAT_PACE.burstFrames, bucket.frames + seconds * SEAT_PACE.framesPerSecond) - 1;
    bucket.bytes = Math.min(SEAT_PACE.burstBytes, bucket.bytes + seconds * SEAT_PACE.bytesPerSecond) - bytes;
    const owed = Math.max(-bucket.frames / SEAT_PACE.framesPerSecond, -bucket.bytes / SEAT_PACE.bytesPerSecond);
    if (owed <= 0) {
      if (bucket.frames > SEAT_PACE.burstFrames / 2 && bucket.bytes > SEAT_PACE.burstBytes / 2) bucket.since = null;
      return 0;
    }
    bucket.since ??= now;
    return now - bucket.since > SEAT_PACE.patienceMs ? null : Math.ceil(owed * 1000);
  }

  /** Forgets seats that owe nothing and have been quiet long enough to have their whole burst again. */
  sweep(now: number): void {
    const full = Math.max(
      SEAT_PACE.burstFrames / SEAT_PACE.framesPerSecond,
      SEAT_PACE.burstBytes / SEAT_PACE.bytesPerSecond,
    );
    for (const [seat, bucket] of this.#buckets) {
      if (bucket.frames >= 0 && bucket.bytes >= 0 && now - bucket.at > full * 1000) this.#buckets.delete(seat);
    }
  }
}
