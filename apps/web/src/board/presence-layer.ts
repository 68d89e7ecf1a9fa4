import type { ShownPresence } from '@rapport/protocol/board-presence';
import type { Awareness } from 'y-protocols/awareness';
import { translateNow } from '../messages/use-t.ts';
import type { BoardIndex } from './board-index.ts';
import type { BoardSession } from './board-session.ts';
import { MovingCards } from './moving-cards.ts';
import styles from './PresenceLayer.module.css';
import { toScreen } from './viewport.ts';

type Shown = {
  state: ShownPresence;
  cursor: HTMLElement;
  label: HTMLElement;
  ghosts: Map<string, HTMLElement>;
  writing: HTMLElement;
  /** Under which name, and where, it was last put. */
  name: string;
  at: string;
};

/**
 * Cursors of the others, and ghosts of what they drag. Written to the page by hand: they move more often than anything
 * else, and nothing else depends on them.
 */
export class PresenceLayer {
  private readonly layer: HTMLElement;
  private readonly session: BoardSession;
  private readonly index: BoardIndex;
  private readonly awareness: Awareness;
  private readonly shown = new Map<number, Shown>();
  private readonly stopFrames: () => void;
  private readonly stopIndex: () => void;
  private readonly moving: MovingCards;
  private frame: number | null = null;

  constructor(
    layer: HTMLElement,
    { session, index, awareness }: { session: BoardSession; index: BoardIndex; awareness: Awareness },
  ) {
    this.layer = layer;
    this.session = session;
    this.index = index;
    this.awareness = awareness;
    this.moving = new MovingCards(session, index);
    awareness.on('change', this.plan);
    this.stopFrames = session.camera.onFrame(this.place);
    this.stopIndex = index.onChange(() => {
      if (this.rests()) return;
      this.place();
    });
    this.read();
  }

  destroy(): void {
    this.moving.destroy();
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.awareness.off('change', this.plan);
    this.stopFrames();
    this.stopIndex();
    this.layer.replaceChildren();
    this.shown.clear();
    this.tellWriters();
  }

  /** Twenty people tell where they point twenty times a second: what they all say is drawn once a frame. */
  private readonly plan = (): void => {
    this.frame ??= requestAnimationFrame(this.read);
  };

  /** True while nothing that is shown depends on where cards lie. */
  private rests(): boolean {
    return [...this.shown.values()].every(({ state, ghosts }) => state.editing === undefined && ghosts.size === 0);
  }

  private readonly read = (): void => {
    this.frame = null;
    const here = new Set<number>();
    for (const [id, raw] of this.awareness.getStates()) {
      if (id === this.awareness.clientID) continue;
      // The server writes what others see; without an alias it is not its own.
      if (typeof raw['alias'] !== 'string') continue;
      here.add(id);
      this.show(id, raw as ShownPresence);
    }
    for (const [id, one] of this.shown) {
      if (here.has(id)) continue;
      one.cursor.remove();
      one.writing.remove();
      for (const ghost of one.ghosts.values()) ghost.remove();
      this.shown.delete(id);
    }
    this.tellWriters();
    this.place();
  };

  /** The mark on a card is for eyes: its name says it, too. */
  private tellWriters(): void {
    const { ui } = this.session;
    const { writers } = ui.getState();
    const now = new Map<string, string>();
    for (const { state, writing } of this.shown.values()) {
      if (state.editing !== undefined) now.set(state.editing, writing.textContent);
    }
    if (now.size === writers.size && [...now].every(([card, text]) => writers.get(card) === text)) return;
    ui.setState({ writers: now });
  }

  private show(id: number, state: ShownPresence): void {
    let one = this.shown.get(id);
    if (one === undefined) {
      const cursor = this.make('cursor', state.colour);
      const label = document.createElement('span');
      cursor.append(label);
      const writing = this.make('writing', state.colour);
      writing.append(document.createElement('span'));
      one = { state, cursor, label, ghosts: new Map(), writing, name: '', at: '' };
      this.shown.set(id, one);
    }
    one.state = state;
    const name = state.name ?? translateNow(`presence.alias.${state.alias}`);
    if (name !== one.name) {
      one.name = name;
      one.label.textContent = name;
      const mark = one.writing.firstElementChild;
      if (mark !== null) mark.textContent = translateNow('presence.writing', { name });
    }
    const dragged = new Set<string>(state.dragging?.ids);
    for (const [card, ghost] of one.ghosts) {
      if (dragged.has(card)) continue;
      ghost.remove();
      one.ghosts.delete(card);
    }
    for (const card of dragged) {
      if (!one.ghosts.has(card)) one.ghosts.set(card, this.make('ghost', state.colour));
    }
  }

  private make(kind: 'cursor' | 'ghost' | 'writing', colour: number): HTMLElement {
    const element = document.createElement('div');
    element.className = `${styles[kind]} ${styles[`colour${colour}`]}`;
    this.layer.append(element);
    return element;
  }

  private readonly place = (): void => {
    const { index } = this;
    const { view } = this.session.camera;
    for (const one of this.shown.values()) {
      const { state, cursor, ghosts, writing } = one;
      cursor.hidden = state.cursor === undefined;
      if (state.cursor !== undefined) {
        const [x, y] = toScreen(view, state.cursor);
        const at = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
        if (at !== one.at) cursor.style.transform = at;
        one.at = at;
      }
      const written = state.editing === undefined ? undefined : index.cards.rectOf(state.editing);
      writing.hidden = written === undefined;
      if (written !== undefined) {
        const [x, y] = toScreen(view, [written.x, written.y]);
        writing.style.transform = `translate(${x}px, ${y}px)`;
        writing.style.width = `${written.width * view.zoom}px`;
        writing.style.height = `${written.height * view.zoom}px`;
      }
      for (const [card, ghost] of ghosts) {
        const rect = index.placeOf(card);
        ghost.hidden = rect === null || state.dragging === undefined;
        if (rect === null || state.dragging === undefined) continue;
        ghost.style.width = `${rect.width}px`;
        ghost.style.height = `${rect.height}px`;
        const [x, y] = toScreen(view, [rect.x + state.dragging.dx, rect.y + state.dragging.dy]);
        ghost.style.transform = `translate(${x}px, ${y}px) scale(${view.zoom})`;
      }
    }
  };
}
