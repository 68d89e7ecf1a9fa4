import * as Y from 'yjs';

/** ms after which changes are applied in a page that draws no frames */
const HIDDEN_MS = 100;

/**
 * Gathers what others change and applies it once per frame in one transaction: its cost grows with every client id
 * the document has seen, and every change of the board would be drawn for itself.
 */
export class RemoteChanges {
  private readonly doc: Y.Doc;
  private readonly origin: object;
  private waiting: Uint8Array[] = [];
  private frame: number | null = null;
  private timer: number | null = null;

  constructor(doc: Y.Doc, origin: object) {
    this.doc = doc;
    this.origin = origin;
  }

  add(update: Uint8Array): void {
    this.waiting.push(update);
    // A page in the background draws nothing, and then its frames do not come.
    this.frame ??= requestAnimationFrame(this.flush);
    this.timer ??= window.setTimeout(this.flush, HIDDEN_MS);
  }

  readonly flush = (): void => {
    this.stop();
    if (this.waiting.length === 0) return;
    const updates = this.waiting;
    this.waiting = [];
    Y.transact(
      this.doc,
      () => {
        for (const update of updates) Y.applyUpdate(this.doc, update, this.origin);
      },
      this.origin,
      false,
    );
  };

  destroy(): void {
    this.stop();
    this.waiting = [];
  }

  private stop(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.frame = null;
    this.timer = null;
  }
}
