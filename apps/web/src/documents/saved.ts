/** What is known about the changes made in this page. `changes` counts those that are not known to be on disk. */
export type Saved = { kind: 'saved' } | { kind: 'saving'; changes: number } | { kind: 'offline'; changes: number };

export type SavedPorts = {
  /**
   * Sends a durable token after everything sent so far and returns what is to be done once it has come back; null when
   * there is no connection to send it on.
   */
  send(token: Uint8Array): (() => void) | null;
  tell(saved: Saved): void;
};

/** ms between two tokens: often enough to be believed, seldom enough to cost nothing. */
const ASK_EVERY = 250;

const SAVED: Saved = { kind: 'saved' };

/**
 * Knows what is on disk: after changes it asks the server for a durable token, and the answer covers everything that
 * was sent before it. A connection that is lost takes its questions along.
 */
export class SavedState {
  state: Saved = SAVED;
  private readonly ports: SavedPorts;
  private changes = 0;
  private safe = 0;
  private online = false;
  private tokens = 0;
  private asked = new Map<number, { changes: number; onAnswer: () => void }>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ports: SavedPorts) {
    this.ports = ports;
  }

  /** Something was written here. */
  changed(): void {
    this.changes += 1;
    this.tell();
    this.timer ??= setTimeout(this.ask, ASK_EVERY);
  }

  /** Changes were found on this device that the server may not have. */
  found(changes: number): void {
    this.changes += changes;
    if (changes > 0) this.tell();
  }

  /** Asks at once, also where nothing was written: what the server has is worth knowing. */
  connected(): void {
    this.online = true;
    this.asked.clear();
    this.send();
    this.tell();
  }

  disconnected(): void {
    this.online = false;
    this.asked.clear();
    this.tell();
  }

  /** The server's answer, as it came. */
  answered(token: Uint8Array): void {
    if (token.byteLength !== 4) return;
    const number = new DataView(token.buffer, token.byteOffset, 4).getUint32(0);
    const covered = this.asked.get(number);
    if (covered === undefined) return;
    this.asked.delete(number);
    this.safe = Math.max(this.safe, covered.changes);
    covered.onAnswer();
    this.tell();
  }

  /** Goes on with another document: nothing was written in it. */
  reset(): void {
    this.stop();
    this.changes = 0;
    this.safe = 0;
    this.disconnected();
  }

  destroy(): void {
    this.stop();
  }

  private readonly ask = (): void => {
    this.stop();
    if (this.online && this.changes !== this.safe) this.send();
  };

  private send(): void {
    this.stop();
    this.tokens += 1;
    const token = new Uint8Array(4);
    new DataView(token.buffer).setUint32(0, this.tokens);
    const onAnswer = this.ports.send(token);
    if (onAnswer !== null) this.asked.set(this.tokens, { changes: this.changes, onAnswer });
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private tell(): void {
    const changes = this.changes - this.safe;
    const next: Saved = !this.online
      ? { kind: 'offline', changes }
      : changes === 0
        ? SAVED
        : { kind: 'saving', changes };
    const { state } = this;
    if (
      next.kind === state.kind &&
      (next.kind === 'saved' || (state.kind !== 'saved' && next.changes === state.changes))
    ) {
      return;
    }
    this.state = next;
    this.ports.tell(next);
  }
}
