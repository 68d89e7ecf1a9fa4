import { type Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { firstSight } from '../connection/first-sight.ts';
import { clearSelection, select, toggleSelected } from './board-ui.ts';
import { drop, dropTargetAt, editCard, isDenied } from './board-commands.ts';
import { dropCluster, mergeTargetAt } from './drop-cluster.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { focusElement } from './focus-element.ts';
import { overlaps, rectBetween } from './geometry.ts';
import { shiftFrom } from './place-card.ts';
import type { SnapGuides } from './snap-guides.ts';
import { toBoard, zoomTo } from './viewport.ts';
import { wheelReader } from './wheel-intent.ts';

/** Screen px a press may wander before it is a drag. */
const SLOP = { mouse: 4, touch: 8 } as const;
/** ms a finger rests on a card until its menu opens. */
const LONG_PRESS_MS = 500;

/** What is under way, for others to see: cards, or a cluster whose cards do not show. */
export type Dragging = { ids: (CardId | ClusterId)[]; dx: number; dy: number };

export type GestureHost = {
  surface: HTMLElement;
  marquee: HTMLElement;
  session: BoardSession;
  rights: () => BoardRights;
  /** A card is wanted at this board point. */
  write: (at: Point) => void;
  /** Tells others where one points, and what one drags; null when nothing. */
  point: (at: Point | null) => void;
  dragging: (drag: Dragging | null) => void;
};

type Pan = { kind: 'pan'; last: Point; from: Point; moved: boolean };
type Press = { kind: 'press'; target: Target; from: Point; at: Point; shift: boolean; touch: boolean };
/** `cluster`: the one that is dragged as a whole, by its title. */
type Drag = {
  kind: 'drag';
  cards: Set<CardId>;
  cluster: ClusterId | null;
  from: Point;
  delta: Point;
  target: string | null;
};
type Marquee = { kind: 'marquee'; from: Point; to: Point; kept: ReadonlySet<CardId> };
type Pinch = { kind: 'pinch'; distance: number; middle: Point };
type Gesture = Pan | Press | Drag | Marquee | Pinch;

type Target = { kind: 'card'; id: CardId } | { kind: 'cluster'; id: ClusterId } | null;

/** Everything a pointer does on the board. One instance per mounted surface; React hears of results only. */
export class BoardGestures {
  private readonly host: GestureHost;
  private readonly abort = new AbortController();
  private readonly pointers = new Map<number, Point>();
  private readonly readWheel = wheelReader();
  private gesture: Gesture | null = null;
  private spaceHeld = false;
  private guides: SnapGuides | null = null;
  private longPress: ReturnType<typeof setTimeout> | null = null;

  constructor(host: GestureHost) {
    this.host = host;
    const { signal } = this.abort;
    const { surface } = host;
    surface.addEventListener('wheel', this.onWheel, { signal, passive: false });
    surface.addEventListener('pointerdown', this.onDown, { signal });
    surface.addEventListener('mousedown', this.onMouseDown, { signal });
    surface.addEventListener('pointermove', this.onMove, { signal });
    surface.addEventListener('pointerup', this.onUp, { signal });
    surface.addEventListener('pointercancel', this.onCancel, { signal });
    surface.addEventListener('pointerleave', () => host.point(null), { signal });
    surface.addEventListener('contextmenu', this.onContextMenu, { signal });
    surface.addEventListener('dblclick', this.onDoubleClick, { signal });
    window.addEventListener('keydown', this.onKey, { signal });
    window.addEventListener('keyup', this.onKey, { signal });
    window.addEventListener('blur', () => (this.spaceHeld = false), { signal });
    void this.loadGuides();
  }

  destroy(): void {
    this.cancel();
    this.endLongPress();
    this.abort.abort();
    this.guides?.destroy();
  }

  /** What helps to lay cards straight comes after the cards. */
  private async loadGuides(): Promise<void> {
    await firstSight;
    const { SnapGuides: Guides } = await import('./snap-guides.ts');
    if (!this.abort.signal.aborted) this.guides = new Guides(this.host.session, this.host.surface);
  }

  /** Esc: whatever is under way did not happen. */
  cancel(): boolean {
    if (this.gesture === null) return false;
    if (this.gesture.kind === 'drag') this.letGo(this.gesture);
    if (this.gesture.kind === 'marquee') this.host.marquee.hidden = true;
    this.gesture = null;
    return true;
  }

  private screen({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const { left, top } = this.host.surface.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  private targetOf(event: Event, at: Point): Target {
    const element = event.target instanceof Element ? event.target : null;
    const card = element?.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'];
    if (card !== undefined) return { kind: 'card', id: card as CardId };
    const cluster = element?.closest<HTMLElement>('[data-cluster-id]')?.dataset['clusterId'];
    if (cluster !== undefined) return { kind: 'cluster', id: cluster as ClusterId };
    // Far out, cards are painted and not mounted.
    const painted = this.host.session.index.cardAt(toBoard(this.host.session.camera.view, at), new Set());
    return painted === null ? null : { kind: 'card', id: painted };
  }

  private readonly onWheel = (event: WheelEvent): void => {
    if (event.target instanceof Element && event.target.closest('[data-scrolls]') !== null) return;
    event.preventDefault();
    const intent = this.readWheel(event);
    const { camera } = this.host.session;
    if (intent.kind === 'pan') camera.pan(intent.dx, intent.dy);
    else camera.zoom(camera.view.zoom * intent.factor, this.screen(event));
  };

  private readonly onDown = (event: PointerEvent): void => {
    if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable=true]') !== null)
      return;
    const at = this.screen(event);
    this.pointers.set(event.pointerId, at);
    this.endLongPress();
    if (this.pointers.size === 2) return this.startPinch();
    if (this.pointers.size > 2) return;
    const touch = event.pointerType === 'touch';
    if (event.button === 1 || this.spaceHeld) {
      event.preventDefault();
      return this.begin({ kind: 'pan', last: at, from: at, moved: true }, event);
    }
    if (event.button !== 0) return;
    const { session } = this.host;
    const target = this.targetOf(event, at);
    if (target !== null) {
      this.gesture = {
        kind: 'press',
        target,
        from: toBoard(session.camera.view, at),
        at,
        shift: event.shiftKey,
        touch,
      };
      if (touch && target.kind === 'card') this.awaitLongPress(target.id);
      return;
    }
    if (event.shiftKey || session.ui.getState().marquee) {
      const from = toBoard(session.camera.view, at);
      const kept = event.shiftKey ? session.ui.getState().selection : new Set<CardId>();
      return this.begin({ kind: 'marquee', from, to: from, kept }, event);
    }
    this.begin({ kind: 'pan', last: at, from: at, moved: false }, event);
  };

  /** A drag must not select the page's text; the focus is given by hand. */
  private readonly onMouseDown = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('input, textarea') === null) event.preventDefault();
  };

  private begin(gesture: Gesture, event: PointerEvent): void {
    this.gesture = gesture;
    this.host.surface.setPointerCapture(event.pointerId);
  }

  private readonly onMove = (event: PointerEvent): void => {
    const at = this.screen(event);
    const { session } = this.host;
    const point = toBoard(session.camera.view, at);
    if (event.pointerType !== 'touch') this.host.point(point);
    if (this.pointers.has(event.pointerId)) this.pointers.set(event.pointerId, at);
    const { gesture } = this;
    if (gesture === null) return;
    switch (gesture.kind) {
      case 'pan': {
        const [dx, dy] = [at[0] - gesture.last[0], at[1] - gesture.last[1]];
        if (!gesture.moved && Math.hypot(at[0] - gesture.from[0], at[1] - gesture.from[1]) < SLOP.mouse) return;
        gesture.moved = true;
        gesture.last = at;
        session.camera.pan(dx, dy);
        return;
      }
      case 'press':
        return this.maybeDrag(gesture, at, event);
      case 'drag':
        return this.drag(gesture, point, event.ctrlKey || event.metaKey);
      case 'marquee':
        gesture.to = point;
        return this.drawMarquee(gesture);
      case 'pinch':
        return this.pinch(gesture);
    }
  };

  /** A finger on a card that is not selected moves the board: cards cover most of a phone. */
  private maybeDrag(press: Press, at: Point, event: PointerEvent): void {
    if (Math.hypot(at[0] - press.at[0], at[1] - press.at[1]) < SLOP[press.touch ? 'touch' : 'mouse']) return;
    this.endLongPress();
    const { session, rights } = this.host;
    const { ui, records } = session;
    const { target } = press;
    const { selection, cluster } = ui.getState();
    const isChosen = target?.kind === 'card' ? selection.has(target.id) : target?.id === cluster;
    if (press.touch && !isChosen) {
      return this.begin({ kind: 'pan', last: at, from: at, moved: true }, event);
    }
    if (isDenied(rights().edit)) {
      this.gesture = null;
      return;
    }
    let cards: Set<CardId>;
    if (target?.kind === 'cluster') cards = new Set(records.membersOf(target.id).map((card) => card.id));
    else if (target === null) return;
    else {
      if (!selection.has(target.id)) select(ui, press.shift ? [...selection, target.id] : [target.id]);
      cards = new Set(ui.getState().selection);
    }
    ui.setState({
      dragging: new Set<string>(target?.kind === 'cluster' ? [...cards, target.id] : cards),
      editing: null,
    });
    const drag: Drag = {
      kind: 'drag',
      cards,
      cluster: target.kind === 'cluster' ? target.id : null,
      from: press.from,
      delta: [0, 0],
      target: null,
    };
    this.begin(drag, event);
    this.drag(drag, toBoard(session.camera.view, at), event.ctrlKey || event.metaKey);
  }

  /** `free`: nothing snaps. */
  private drag(drag: Drag, point: Point, free: boolean): void {
    const { session, rights, dragging } = this.host;
    drag.delta = [Math.round(point[0] - drag.from[0]), Math.round(point[1] - drag.from[1])];
    if (free) this.guides?.clear();
    else drag.delta = this.guides?.snap(this.shownOf(drag), drag.delta) ?? drag.delta;
    for (const id of session.ui.getState().dragging) shiftFrom(session, id, drag.delta);
    const target =
      drag.cluster === null
        ? (dropTargetAt(session, rights(), drag.cards, point)?.id ?? null)
        : mergeTargetAt(session, rights(), drag.cluster, point);
    if (target !== drag.target) {
      drag.target = target;
      session.ui.setState({ dropTarget: target });
    }
    dragging({ ids: this.shownOf(drag), dx: drag.delta[0], dy: drag.delta[1] });
  }

  /** A cluster with cards that can be seen shows them; one that is folded or empty shows itself. */
  private shownOf({ cards, cluster }: Drag): (CardId | ClusterId)[] {
    const seen = [...cards].filter((id) => this.host.session.index.cards.rectOf(id) !== undefined);
    return seen.length === 0 && cluster !== null ? [cluster] : seen;
  }

  /** Puts the elements back; where they then stand is the document's to say. */
  private letGo(drag: Drag): void {
    const { session, dragging } = this.host;
    for (const id of [...drag.cards, ...session.ui.getState().dragging]) shiftFrom(session, id, [0, 0]);
    session.ui.setState({ dragging: new Set(), dropTarget: null });
    this.guides?.clear();
    dragging(null);
  }

  private readonly onUp = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
    this.endLongPress();
    const { gesture } = this;
    if (gesture?.kind === 'pinch') {
      const [rest] = this.pointers.values();
      this.gesture = rest === undefined ? null : { kind: 'pan', last: rest, from: rest, moved: true };
      return;
    }
    this.gesture = null;
    const { session, rights } = this.host;
    const { ui, camera } = session;
    switch (gesture?.kind) {
      case 'press':
        if (gesture.target?.kind === 'card') this.click(gesture.target.id, gesture.shift);
        else if (gesture.target !== null) {
          clearSelection(ui);
          ui.setState({ cluster: gesture.target.id });
          this.focus(gesture.target.id);
        }
        return;
      case 'pan':
        if (!gesture.moved) {
          clearSelection(ui);
          this.host.surface.focus({ preventScroll: true });
        }
        return;
      case 'marquee':
        this.host.marquee.hidden = true;
        return;
      case 'drag': {
        const point = toBoard(camera.view, this.screen(event));
        this.letGo(gesture);
        if (gesture.cluster === null) drop(session, rights(), gesture.cards, gesture.delta, point);
        else dropCluster(session, rights(), gesture.cluster, gesture.delta, point);
        return;
      }
      case undefined:
    }
  };

  private readonly onCancel = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
    this.endLongPress();
    this.cancel();
  };

  /** A finger that rests on a card opens its menu: there is no right button, and no key. */
  private awaitLongPress(card: CardId): void {
    this.longPress = setTimeout(() => {
      this.longPress = null;
      if (this.gesture?.kind !== 'press') return;
      this.gesture = null;
      this.openMenu(card, true);
    }, LONG_PRESS_MS);
  }

  private endLongPress(): void {
    if (this.longPress !== null) clearTimeout(this.longPress);
    this.longPress = null;
  }

  /** About all that is selected when the card is among it; a finger adds the card: it cannot hold Shift. */
  private openMenu(card: CardId, adds: boolean): void {
    const { ui } = this.host.session;
    const { selection } = ui.getState();
    if (!selection.has(card)) select(ui, adds ? [...selection, card] : [card]);
    this.focus(card);
    ui.setState({ menu: card });
  }

  /** The right button, or the keyboard's menu key on whatever has the focus. */
  private readonly onContextMenu = (event: MouseEvent): void => {
    const target = this.targetOf(event, this.screen(event));
    if (target === null || (event.target instanceof Element && event.target.closest('input, textarea') !== null))
      return;
    event.preventDefault();
    // Browsers send it for a resting finger, too.
    if (event instanceof PointerEvent && event.pointerType === 'touch') return;
    this.gesture = null;
    if (target.kind === 'card') this.openMenu(target.id, false);
    else this.focus(target.id);
  };

  private click(card: CardId, shift: boolean): void {
    const { ui } = this.host.session;
    if (shift) toggleSelected(ui, card);
    else select(ui, [card]);
    this.focus(card);
  }

  private focus(id: string): void {
    const { session } = this.host;
    session.ui.setState({ focused: id });
    focusElement(session, id);
  }

  private readonly onDoubleClick = (event: MouseEvent): void => {
    const at = this.screen(event);
    const { session, rights, write } = this.host;
    const target = this.targetOf(event, at);
    if (target?.kind === 'card') editCard(session, rights(), target.id, 'board');
    else if (target?.kind === 'cluster') {
      if (!isDenied(rights().cluster)) session.ui.setState({ renaming: { cluster: target.id, where: 'board' } });
    } else write(toBoard(session.camera.view, at));
  };

  private drawMarquee({ from, to, kept }: Marquee): void {
    const { session, marquee } = this.host;
    const rect = rectBetween(from, to);
    const { x, y, zoom } = session.camera.view;
    marquee.hidden = false;
    marquee.style.transform = `translate(${(rect.x - x) * zoom}px, ${(rect.y - y) * zoom}px)`;
    marquee.style.width = `${rect.width * zoom}px`;
    marquee.style.height = `${rect.height * zoom}px`;
    const inside = [...session.index.cards.query(rect)].filter((id) => {
      const card = session.index.cards.rectOf(id);
      return card !== undefined && overlaps(card, rect);
    });
    const selection = new Set([...kept, ...(inside as CardId[])]);
    const before = session.ui.getState().selection;
    if (selection.size !== before.size || [...selection].some((id) => !before.has(id))) select(session.ui, selection);
  }

  private startPinch(): void {
    if (this.gesture?.kind === 'drag') this.letGo(this.gesture);
    this.host.marquee.hidden = true;
    // A card under a finger may go while the board shrinks, and its pointer with it.
    for (const id of this.pointers.keys()) this.host.surface.setPointerCapture(id);
    this.gesture = { kind: 'pinch', ...this.span() };
  }

  private pinch(gesture: Pinch): void {
    const { camera } = this.host.session;
    const { distance, middle } = this.span();
    camera.show(zoomTo(camera.view, gesture.middle, camera.view.zoom * (distance / gesture.distance)));
    camera.pan(middle[0] - gesture.middle[0], middle[1] - gesture.middle[1]);
    gesture.distance = distance;
    gesture.middle = middle;
  }

  private span(): { distance: number; middle: Point } {
    const [a = [0, 0], b = [0, 0]] = this.pointers.values();
    return {
      distance: Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1])),
      middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
    };
  }

  /** Space held over the board lets any drag move it; a press of Space alone selects, which is the keyboard's. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.code === 'Space') this.spaceHeld = event.type === 'keydown';
    if (event.type === 'keydown' && event.key === 'Escape' && this.cancel()) event.stopPropagation();
  };
}
