import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { Point } from '@rapport/domain/card';
import type { OwnPresence } from '@rapport/protocol/board-presence';
import type { Awareness } from 'y-protocols/awareness';

/** ms between two messages: a cursor alone, and while cards are dragged (their drag is drawn by everybody). */
const EVERY = { cursor: 100, drag: 250 } as const;
const MOST_CARDS = 50;

export type Drag = { ids: (CardId | ClusterId)[]; dx: number; dy: number };

/** Tells the others where one points and what one drags, often enough to follow and no more. */
export class OwnPresenceSender {
  private readonly awareness: () => Awareness;
  private cursor: Point | null = null;
  private drag: Drag | null = null;
  private writes: CardId | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sentAt = Number.NEGATIVE_INFINITY;

  /** The awareness of the document as it is now: a refusal brings another one. */
  constructor(awareness: () => Awareness) {
    this.awareness = awareness;
  }

  point(at: Point | null): void {
    this.cursor = at === null ? null : [Math.round(at[0]), Math.round(at[1])];
    this.plan();
  }

  dragging(drag: Drag | null): void {
    this.drag = drag;
    this.plan();
  }

  /** The card one is writing on; only where names are shown (docs/method.md A5). */
  writing(card: CardId | null): void {
    if (card === this.writes) return;
    this.writes = card;
    this.plan();
  }

  destroy(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.cursor = null;
    this.drag = null;
    this.writes = null;
    this.send();
  }

  private plan(): void {
    if (this.timer !== null) return;
    const wait = this.sentAt + (this.drag === null ? EVERY.cursor : EVERY.drag) - performance.now();
    this.timer = setTimeout(this.send, Math.max(0, wait));
  }

  private readonly send = (): void => {
    this.timer = null;
    this.sentAt = performance.now();
    const state: OwnPresence = { cursor: this.cursor, dragging: null, editing: this.writes };
    // More than the server lets through would not be shown at all.
    if (this.drag !== null) state.dragging = { ...this.drag, ids: this.drag.ids.slice(0, MOST_CARDS) };
    this.awareness().setLocalState(state);
  };
}
