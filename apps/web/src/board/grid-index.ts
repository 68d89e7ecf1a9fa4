import { overlaps, type Rect } from './geometry.ts';

/** Side of a cell, board px: a few cards wide, so that a card lies in at most four. */
export const CELL = 512;

/** Cells `[left, top, right, bottom]`, all inclusive. */
export type Cells = readonly [number, number, number, number];

/** The cells a rectangle touches. */
export const cellsOf = (rect: Rect): Cells => [
  Math.floor(rect.x / CELL),
  Math.floor(rect.y / CELL),
  Math.floor((rect.x + rect.width) / CELL),
  Math.floor((rect.y + rect.height) / CELL),
];

export const sameCells = (a: Cells, b: Cells): boolean =>
  a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];

/** Finds what lies in a part of the board without looking at all of it. */
export class GridIndex {
  private readonly rects = new Map<string, Rect>();
  private readonly cells = new Map<string, Set<string>>();

  set(id: string, rect: Rect): void {
    const old = this.rects.get(id);
    if (old !== undefined) {
      if (sameCells(cellsOf(old), cellsOf(rect))) {
        this.rects.set(id, rect);
        return;
      }
      this.delete(id);
    }
    this.rects.set(id, rect);
    for (const key of keys(cellsOf(rect))) {
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, new Set([id]));
      else cell.add(id);
    }
  }

  delete(id: string): void {
    const rect = this.rects.get(id);
    if (rect === undefined) return;
    this.rects.delete(id);
    for (const key of keys(cellsOf(rect))) {
      const cell = this.cells.get(key);
      cell?.delete(id);
      if (cell?.size === 0) this.cells.delete(key);
    }
  }

  rectOf(id: string): Rect | undefined {
    return this.rects.get(id);
  }

  /** Ids of all there is. */
  ids(): IterableIterator<string> {
    return this.rects.keys();
  }

  /** Everything there is, with its place. */
  entries(): IterableIterator<[string, Rect]> {
    return this.rects.entries();
  }

  /** Ids of what overlaps `rect`, in no order. */
  query(rect: Rect): Set<string> {
    const found = new Set<string>();
    const range = cellsOf(rect);
    // Zoomed far out there are more cells in view than things.
    if ((range[2] - range[0] + 1) * (range[3] - range[1] + 1) > this.rects.size) {
      for (const [id, one] of this.rects) if (overlaps(one, rect)) found.add(id);
      return found;
    }
    for (const key of keys(range)) {
      for (const id of this.cells.get(key) ?? []) {
        const one = this.rects.get(id);
        if (one !== undefined && overlaps(one, rect)) found.add(id);
      }
    }
    return found;
  }
}

function* keys([left, top, right, bottom]: Cells): Generator<string> {
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) yield `${x},${y}`;
}
