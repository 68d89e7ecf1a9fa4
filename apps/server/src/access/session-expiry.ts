import type { SessionId } from '@rapport/domain/ids';
import type { Clock } from '../clock.ts';
import { isoNow } from '../clock.ts';
import type { Database } from '../db/database.ts';

/** After a failure it is tried again in this time, ms. */
const RETRY_MS = 60_000;

/**
 * Ends sessions when their time is over, so that a socket that only listens hears nothing more. One timer stands on the
 * session that runs out next.
 */
export class SessionExpiry implements AsyncDisposable {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #tellEnded: (ids: readonly SessionId[]) => void;
  readonly #onFault: (fault: unknown) => void;
  #callOff: (() => void) | null = null;
  #running: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(options: {
    db: Database;
    clock: Clock;
    tellEnded: (ids: readonly SessionId[]) => void;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#tellEnded = options.tellEnded;
    this.#onFault = options.onFault;
  }

  /** Ends what has run out and waits for what runs out next; called at start. */
  async endExpired(): Promise<void> {
    const ended = await this.#db.transaction((tx) =>
      tx.deleteFrom('session').where('expires_at', '<=', isoNow(this.#clock)).returning('id').execute(),
    );
    this.#tellEnded(ended.map((row) => row.id));
    const next = await this.#db.query
      .selectFrom('session')
      .select('expires_at')
      .orderBy('expires_at')
      .limit(1)
      .executeTakeFirst();
    if (next !== undefined) this.expect(Date.parse(next.expires_at));
  }

  /** A session runs out then, ms since 1970. All live equally long, so a timer that stands is never too late. */
  expect(at: number): void {
    if (this.#ended || this.#callOff !== null) return;
    this.#callOff = this.#clock.after(Math.max(0, at - this.#clock.now()), () => {
      this.#callOff = null;
      this.#running = this.endExpired().catch((fault: unknown) => {
        this.#onFault(fault);
        this.expect(this.#clock.now() + RETRY_MS);
      });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    this.#callOff?.();
    await this.#running;
  }
}
