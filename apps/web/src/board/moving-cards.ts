import type { BoardIndex } from './board-index.ts';
import type { BoardSession } from './board-session.ts';
import type { Rect } from './geometry.ts';

/** Two moves of a card within so many ms are a journey; after so many ms without one it has ended. */
const PAUSE_MS = 400;
/** More at once are cheaper drawn with the board. */
const MOST = 60;

/**
 * Cards that somebody keeps moving become pictures of their own above the board, which are shifted instead of drawn
 * anew with all that lies around them. A card that is put elsewhere once is left alone.
 */
export class MovingCards {
  private readonly session: BoardSession;
  private readonly index: BoardIndex;
  private readonly stop: () => void;
  private readonly moved = new Map<string, { at: number; place: Rect | undefined }>();
  private readonly lifted = new Set<HTMLElement>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(session: BoardSession, index: BoardIndex) {
    this.session = session;
    this.index = index;
    this.stop = index.onChange(({ touched }) => this.follow(touched));
  }

  destroy(): void {
    this.stop();
    if (this.timer !== null) clearTimeout(this.timer);
    for (const element of this.lifted) lower(element);
  }

  private follow(touched: ReadonlySet<string>): void {
    if (touched.size > 2 * MOST) return;
    const now = performance.now();
    for (const id of touched) {
      const element = this.session.elements.get(id);
      const place = this.index.cards.rectOf(id);
      if (element === undefined || place === undefined) continue;
      const before = this.moved.get(id);
      if (before?.place === place) continue;
      this.moved.set(id, { at: now, place });
      if (before === undefined || now - before.at > PAUSE_MS || this.lifted.size >= MOST) continue;
      this.lifted.add(element);
      element.style.willChange = 'transform';
      element.style.zIndex = '4';
    }
    if (this.moved.size > 0) this.timer ??= setTimeout(this.sweep, PAUSE_MS);
  }

  private readonly sweep = (): void => {
    this.timer = null;
    const now = performance.now();
    for (const [id, { at }] of this.moved) {
      if (now - at < PAUSE_MS) continue;
      this.moved.delete(id);
      const element = this.session.elements.get(id);
      if (element !== undefined && this.lifted.delete(element)) lower(element);
    }
    for (const element of this.lifted) if (!element.isConnected) this.lifted.delete(element);
    if (this.moved.size > 0) this.timer = setTimeout(this.sweep, PAUSE_MS);
  };
}

const lower = ({ style }: HTMLElement): void => {
  style.willChange = '';
  style.zIndex = '';
};
