import type { Clock } from '../clock.ts';

/** Wrong codes that may come at once before typing is slowed. */
const FREE_FAILURES = 50;
/** After that one wrong code is forgiven every this many ms. */
const FORGIVE_MS = 1000;
/** While slowed, one attempt is let through every this many ms. */
const PACE_MS = 100;
/** Longest wait before an attempt is refused, ms. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Slows guessing of six-character codes without ever locking a hall full of people out: everybody sits behind one
 * address, so neither addresses nor people are counted, only failures. Badge links do not pass here.
 */
export class CodePace {
  readonly #clock: Clock;
  #failures = 0;
  #forgivenAt: number;
  #nextTurn = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#forgivenAt = clock.now();
  }

  failed(): void {
    this.#forgive();
    this.#failures += 1;
  }

  /** Resolves true when the attempt may go on, at once in calm times; false when too many are waiting. */
  turn(): Promise<boolean> {
    this.#forgive();
    if (this.#failures < FREE_FAILURES) return Promise.resolve(true);
    const now = this.#clock.now();
    const at = Math.max(now, this.#nextTurn) + PACE_MS;
    if (at - now > LONGEST_WAIT_MS) return Promise.resolve(false);
    this.#nextTurn = at;
    return new Promise((resolve) => this.#clock.after(at - now, () => resolve(true)));
  }

  #forgive(): void {
    const forgiven = Math.floor((this.#clock.now() - this.#forgivenAt) / FORGIVE_MS);
    if (forgiven <= 0) return;
    this.#failures = Math.max(0, this.#failures - forgiven);
    this.#forgivenAt += forgiven * FORGIVE_MS;
  }
}
