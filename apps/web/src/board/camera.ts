import type { Point } from '@rapport/domain/card';
import type { Rect, Size } from './geometry.ts';
import { fitRect, panBy, reveal, visibleRect, ZOOM, zoomTo, type Viewport } from './viewport.ts';

const FIT_PADDING = 48;
const REVEAL_PADDING = 24;
/** A board that would be smaller than this at first sight is opened at its beginning instead, where one can read it. */
const READABLE = { least: 0.45, opened: 0.65 } as const;
const FLIGHT_MS = 220;
/** ms after its last frame that a gesture counts as over */
const SETTLED_MS = 180;
/** Board px from dot to dot. */
const GRID = 24;
/** Screen px at the foot of the board that the tools cover. */
const FOOT = 84;

/**
 * The one owner of the viewport. The transform is written to the page by hand, once per frame; React is told by
 * `onFrame` listeners, which decide for themselves whether anything they show has changed.
 */
export class Camera {
  private current: Viewport = { x: -40, y: -40, zoom: 1 };
  private window: Size = { width: 0, height: 0 };
  private world: HTMLElement | null = null;
  private grid: HTMLElement | null = null;
  /** Zoom, and px from dot to dot, for which board and grid were last drawn. */
  private drawnZoom = 0;
  private drawnDots = GRID;
  private readonly listeners = new Set<() => void>();
  private frame: number | null = null;
  private settling: ReturnType<typeof setTimeout> | null = null;
  /** Screen px at the head of the board that something stands before. */
  private head = 0;
  private flight: { from: Viewport; to: Viewport; startedAt: number } | null = null;

  get view(): Viewport {
    return this.current;
  }

  get size(): Size {
    return this.window;
  }

  get seen(): Rect {
    return visibleRect(this.current, this.window);
  }

  /** The part of the window that nothing stands before. */
  private get clear(): Size {
    const { width, height } = this.window;
    return { width, height: height > 3 * FOOT ? height - FOOT : height };
  }

  /** The middle of what one sees, in board px. */
  get middle(): Point {
    const { x, y, width, height } = visibleRect(this.current, this.clear);
    return [x + width / 2, y + height / 2];
  }

  /** Takes the elements that hold the board and the dots under it; null lets them go. */
  attach(world: HTMLElement | null, grid: HTMLElement | null = null): void {
    this.world = world;
    this.grid = grid;
    if (world === null && this.frame !== null) {
      cancelAnimationFrame(this.frame);
      this.frame = null;
    }
    if (world !== null) this.write();
  }

  resize(size: Size): void {
    if (size.width === this.window.width && size.height === this.window.height) return;
    this.window = size;
    this.schedule();
  }

  /** Something stands before so many screen px at the head of the board, until the returned function is called. */
  coverHead(head: number): () => void {
    this.head = head;
    return () => {
      this.head = 0;
    };
  }

  /** Called after each frame in which the viewport or the window has changed. */
  onFrame(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  show(view: Viewport): void {
    this.flight = null;
    this.move(view);
  }

  pan(dx: number, dy: number): void {
    this.show(panBy(this.current, dx, dy));
  }

  /** `at` in screen px from the window's corner; without it the middle stays. */
  zoom(zoom: number, at: Point = [this.window.width / 2, this.window.height / 2]): void {
    this.show(zoomTo(this.current, at, zoom));
  }

  step(direction: 1 | -1): void {
    this.fly(
      zoomTo(this.current, [this.window.width / 2, this.window.height / 2], this.current.zoom * ZOOM.step ** direction),
    );
  }

  fit(rect: Rect | null): void {
    if (rect === null || this.window.width === 0) return;
    const { width, height } = this.clear;
    const fitted = fitRect(rect, { width, height: Math.max(1, height - this.head) }, FIT_PADDING);
    this.fly({ ...fitted, y: fitted.y - this.head / fitted.zoom });
  }

  /** The first sight of a board. */
  open(rect: Rect | null): void {
    if (rect === null || this.window.width === 0) return;
    const fitted = fitRect(rect, this.clear, FIT_PADDING);
    if (fitted.zoom >= READABLE.least) return this.show(fitted);
    const zoom = READABLE.opened;
    this.show({ zoom, x: rect.x - REVEAL_PADDING / zoom, y: rect.y - REVEAL_PADDING / zoom });
  }

  /** Brings a rectangle into view by the smallest move. */
  reveal(rect: Rect): void {
    if (this.window.width === 0) return;
    const from = this.flight?.to ?? this.current;
    const head = this.head / from.zoom;
    const seen = { ...rect, y: rect.y - head, height: rect.height + head };
    const view = reveal(from, seen, this.clear, REVEAL_PADDING);
    if (view !== from) this.fly(view);
  }

  /** Goes to a rectangle at a zoom at which one can read. */
  goTo(rect: Rect): void {
    const zoom = Math.max(this.current.zoom, 0.75);
    const { width, height } = this.clear;
    this.fly({
      zoom,
      x: rect.x + rect.width / 2 - width / 2 / zoom,
      y: rect.y + rect.height / 2 - height / 2 / zoom,
    });
  }

  private fly(to: Viewport): void {
    if (this.world === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return this.show(to);
    this.flight = { from: this.current, to, startedAt: performance.now() };
    this.schedule();
  }

  private move(view: Viewport): void {
    if (view === this.current) return;
    this.current = view;
    this.schedule();
  }

  private schedule(): void {
    this.frame ??= requestAnimationFrame(this.draw);
  }

  private readonly draw = (now: number): void => {
    this.frame = null;
    if (this.flight !== null) {
      const { from, to, startedAt } = this.flight;
      const time = Math.min(1, Math.max(0, now - startedAt) / FLIGHT_MS);
      const part = 1 - (1 - time) ** 3;
      if (time === 1) this.flight = null;
      else this.schedule();
      this.current = time === 1 ? to : between(from, to, part, this.window);
    }
    this.write();
    for (const listener of this.listeners) listener();
  };

  /** While the board is zoomed it is one picture that is scaled; at rest it is drawn sharp at its own size. */
  private lift(world: HTMLElement): void {
    if (this.drawnZoom === this.current.zoom) return;
    world.style.willChange = 'transform';
    if (this.settling !== null) clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.settling = null;
      this.drawnZoom = this.current.zoom;
      world.style.willChange = '';
      this.drawGrid(true);
    }, SETTLED_MS);
  }

  /** In whole pixels of the screen: pictures are then put there as they are. In space, so that it is always one picture. */
  private write(): void {
    if (this.world === null) return;
    this.lift(this.world);
    const { x, y, zoom } = this.current;
    this.world.style.transform = `translate3d(${whole(-x * zoom)}px, ${whole(-y * zoom)}px, 0) scale(${zoom})`;
    this.drawGrid(false);
  }

  /** The dots are shifted, and scaled a little; drawing them anew costs the whole window. */
  private drawGrid(anew: boolean): void {
    if (this.grid === null) return;
    const { x, y, zoom } = this.current;
    const dots = GRID * zoom * (GRID * zoom < 12 ? 4 : 1);
    if (anew || Math.abs(Math.log(dots / this.drawnDots)) > Math.log(1.25)) {
      this.drawnDots = dots;
      this.grid.style.backgroundSize = `${dots}px ${dots}px`;
    }
    const shift = (by: number): number => whole(((-by * zoom) % dots) - dots);
    this.grid.style.transform = `translate(${shift(x)}px, ${shift(y)}px) scale(${dots / this.drawnDots})`;
  }
}

const whole = (px: number): number => Math.round(px * devicePixelRatio) / devicePixelRatio;

/** Interpolates the middle and the zoom, so that a flight does not swing. */
const between = (from: Viewport, to: Viewport, part: number, size: Size): Viewport => {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const middle = (view: Viewport): Point => [view.x + size.width / 2 / view.zoom, view.y + size.height / 2 / view.zoom];
  const [fromX, fromY] = middle(from);
  const [toX, toY] = middle(to);
  return {
    zoom,
    x: fromX + (toX - fromX) * part - size.width / 2 / zoom,
    y: fromY + (toY - fromY) * part - size.height / 2 / zoom,
  };
};
