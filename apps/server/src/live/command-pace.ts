import type { SessionId } from '@rapport/domain/ids';
import type { Clock } from '../clock.ts';

/** Commands a session may send at once, and how many a second it wins back: far above what hands can do. */
const BURST = 300;
const PER_SECOND = 50;
/** Sessions remembered before the rested ones are forgotten. */
const REMEMBERED = 5_000;

/** Holds back a session that floods the server. Never by address: the whole venue is one. */
export class CommandPace {
  readonly #clock: Clock;
  readonly #buckets = new Map<SessionId, { left: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes one command; false when the session has used up what it may send for now. */
  take(session: SessionId): boolean {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(session) ?? { left: BURST, at: now };
    bucket.left = refilled(bucket, now);
    bucket.at = now;
    if (!this.#buckets.has(session)) this.#forgetRested(now);
    this.#buckets.set(session, bucket);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }

  #forgetRested(now: number): void {
    if (this.#buckets.size < REMEMBERED) return;
    for (const [session, bucket] of this.#buckets) if (refilled(bucket, now) >= BURST) this.#buckets.delete(session);
  }
}

const refilled = ({ left, at }: { left: number; at: number }, now: number): number =>
  Math.min(BURST, left + ((now - at) / 1000) * PER_SECOND);
