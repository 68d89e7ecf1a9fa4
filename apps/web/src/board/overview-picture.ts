import type { BoardSession } from './board-session.ts';
import type { Rect } from './geometry.ts';
import { paintOverview, paintParts, type Frame } from './paint-overview.ts';

/** Screen px the picture reaches beyond the window on each side. */
const BEYOND = 192;
/** The picture is scaled by at most this before it is painted anew, and painted sharp once it rests, ms. */
const MOST_SCALE = 1.3;
const RESTS_MS = 160;

/**
 * The picture of a board far out, larger than the window. While the camera moves, the picture is shifted and scaled;
 * what comes into view by a shift, and what changes on the board, is painted into it.
 */
export class OverviewPicture {
  private readonly canvas: HTMLCanvasElement;
  private readonly session: BoardSession;
  private readonly without: ReadonlySet<string>;
  private frame: Frame | null = null;
  private ratio = 1;
  private resting: ReturnType<typeof setTimeout> | null = null;

  /** `without`: cards that are mounted, not painted. */
  constructor(canvas: HTMLCanvasElement, session: BoardSession, without: ReadonlySet<string>) {
    this.canvas = canvas;
    this.session = session;
    this.without = without;
    this.look();
  }

  destroy(): void {
    if (this.resting !== null) clearTimeout(this.resting);
  }

  /** The camera or the window has moved. */
  look(): void {
    const { view, size } = this.session.camera;
    if (size.width === 0) return;
    const { frame } = this;
    const isSameSize = frame?.width === size.width + 2 * BEYOND && frame.height === size.height + 2 * BEYOND;
    if (frame === null || !isSameSize || this.ratio !== devicePixelRatio) return this.paint();
    const scale = view.zoom / frame.scale;
    const [left, top] = [(frame.x - view.x) * view.zoom, (frame.y - view.y) * view.zoom];
    const isCovered =
      left <= 0 && top <= 0 && left + frame.width * scale >= size.width && top + frame.height * scale >= size.height;
    if (scale === 1 && !isCovered) return this.shift(frame);
    if (!isCovered || Math.max(scale, 1 / scale) > MOST_SCALE) return this.paint();
    this.put(left, top, scale);
    if (scale !== 1) this.paintAtRest();
  }

  /** These parts of the board (board px) look different now; null is all of it. */
  renew(parts: readonly Rect[] | null): void {
    if (this.frame === null || parts === null) return this.paint();
    paintParts(this.canvas, this.session, this.frame, { titles: true, without: this.without }, parts);
  }

  private paint(): void {
    const { view, size } = this.session.camera;
    this.ratio = devicePixelRatio;
    this.frame = {
      x: view.x - BEYOND / view.zoom,
      y: view.y - BEYOND / view.zoom,
      scale: view.zoom,
      width: size.width + 2 * BEYOND,
      height: size.height + 2 * BEYOND,
    };
    const { style } = this.canvas;
    style.width = `${this.frame.width}px`;
    style.height = `${this.frame.height}px`;
    paintOverview(this.canvas, this.session, this.frame, { titles: true, without: this.without });
    this.put(-BEYOND, -BEYOND, 1);
  }

  /** Moves the window to the middle of the picture again: what is kept is copied, only the edges are painted. */
  private shift(frame: Frame): void {
    const { view } = this.session.camera;
    const steps = (from: number, to: number): number => Math.round((to - from) * frame.scale * this.ratio);
    const dx = steps(frame.x, view.x - BEYOND / view.zoom);
    const dy = steps(frame.y, view.y - BEYOND / view.zoom);
    const { width, height } = this.canvas;
    if (Math.abs(dx) >= width || Math.abs(dy) >= height) return this.paint();
    const context = this.canvas.getContext('2d');
    if (context === null) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'copy';
    context.drawImage(this.canvas, -dx, -dy);
    context.globalCompositeOperation = 'source-over';
    const px = frame.scale * this.ratio;
    const now = { ...frame, x: frame.x + dx / px, y: frame.y + dy / px };
    this.frame = now;
    const across = now.width / now.scale;
    const down = now.height / now.scale;
    const strips: Rect[] = [];
    if (dx !== 0) {
      const w = Math.abs(dx) / px;
      strips.push({ x: dx > 0 ? now.x + across - w : now.x, y: now.y, width: w, height: down });
    }
    if (dy !== 0) {
      const h = Math.abs(dy) / px;
      strips.push({ x: now.x, y: dy > 0 ? now.y + down - h : now.y, width: across, height: h });
    }
    this.renew(strips);
    this.put((now.x - view.x) * view.zoom, (now.y - view.y) * view.zoom, 1);
  }

  private put(left: number, top: number, scale: number): void {
    const whole = (px: number): number => Math.round(px * this.ratio) / this.ratio;
    this.canvas.style.transform = `translate(${whole(left)}px, ${whole(top)}px) scale(${scale})`;
  }

  private paintAtRest(): void {
    if (this.resting !== null) clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.resting = null;
      this.paint();
    }, RESTS_MS);
  }
}
