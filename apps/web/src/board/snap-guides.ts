import type { Point } from '@rapport/domain/card';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { around, grow, type Rect } from './geometry.ts';
import { snap, type Guide } from './snap.ts';
import { toScreen, ZOOM } from './viewport.ts';

/** Screen px within which something snaps. */
const REACH = 6;
/** Board px around what is dragged in which there is something to be level with. */
const NEAR = 700;

/** Snaps what is dragged to what lies around it, and shows quietly to what. */
export class SnapGuides {
  private readonly session: BoardSession;
  private readonly lines: Record<'x' | 'y', HTMLElement>;

  constructor(session: BoardSession, surface: HTMLElement) {
    this.session = session;
    const line = (): HTMLElement => {
      const element = document.createElement('div');
      element.className = String(styles['guide']);
      element.hidden = true;
      element.setAttribute('aria-hidden', 'true');
      surface.append(element);
      return element;
    };
    this.lines = { x: line(), y: line() };
  }

  destroy(): void {
    this.lines.x.remove();
    this.lines.y.remove();
  }

  /** The delta (board px) with which these things lie level with something, if that is near; else the same. */
  snap(ids: Iterable<string>, [dx, dy]: Point): Point {
    const { index, camera } = this.session;
    const moved = new Set(ids);
    const block = around([...moved].map((id) => index.placeOf(id)).filter((rect) => rect !== null));
    if (block === null || camera.view.zoom < ZOOM.overview) return [dx, dy];
    const moving: Rect = { ...block, x: block.x + dx, y: block.y + dy };
    const others = [...index.cards.query(grow(moving, NEAR))]
      .filter((id) => !moved.has(id))
      .map((id) => index.cards.rectOf(id))
      .filter((rect) => rect !== undefined);
    const snapped = snap(moving, others, REACH / camera.view.zoom);
    this.draw(snapped.guides);
    return [Math.round(dx + snapped.dx), Math.round(dy + snapped.dy)];
  }

  clear(): void {
    this.draw([]);
  }

  private draw(guides: readonly Guide[]): void {
    const { view } = this.session.camera;
    for (const axis of ['x', 'y'] as const) {
      const line = this.lines[axis];
      const guide = guides.find((one) => one.axis === axis);
      line.hidden = guide === undefined;
      if (guide === undefined) continue;
      const [x, y] = toScreen(view, axis === 'x' ? [guide.at, guide.from] : [guide.from, guide.at]);
      const length = (guide.to - guide.from) * view.zoom;
      line.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      line.style.width = `${axis === 'x' ? 1 : length}px`;
      line.style.height = `${axis === 'x' ? length : 1}px`;
    }
  }
}
