import { describe, expect, test } from 'vitest';
import { fitRect, panBy, reveal, toBoard, toScreen, visibleRect, ZOOM, zoomTo, type Viewport } from './viewport.ts';

const SIZE = { width: 800, height: 600 };

describe('viewport', () => {
  test.each<[Viewport, [number, number], [number, number]]>([
    [{ x: 0, y: 0, zoom: 1 }, [10, 20], [10, 20]],
    [{ x: 100, y: -50, zoom: 1 }, [10, 20], [110, -30]],
    [{ x: 100, y: -50, zoom: 2 }, [10, 20], [105, -40]],
    [{ x: 0, y: 0, zoom: 0.5 }, [10, 20], [20, 40]],
  ])('from %j the screen point %j is the board point %j, and back', (view, screen, board) => {
    expect(toBoard(view, screen)).toEqual(board);
    expect(toScreen(view, board)).toEqual(screen);
  });

  test('zooming keeps the point under the pointer where it is', () => {
    const before: Viewport = { x: 120, y: 80, zoom: 0.75 };
    const at: [number, number] = [333, 222];
    for (const zoom of [0.1, 0.75, 1, 2.5]) {
      const [x, y] = toScreen(zoomTo(before, at, zoom), toBoard(before, at));
      expect(x).toBeCloseTo(at[0], 8);
      expect(y).toBeCloseTo(at[1], 8);
    }
  });

  test.each([
    [0.000_1, ZOOM.min],
    [99, ZOOM.max],
  ])('a zoom of %d ends at %d', (wanted, zoom) => {
    expect(zoomTo({ x: 0, y: 0, zoom: 1 }, [0, 0], wanted).zoom).toBe(zoom);
  });

  test('panning moves the board by screen px at any zoom', () => {
    expect(panBy({ x: 0, y: 0, zoom: 2 }, 10, -20)).toEqual({ x: -5, y: 10, zoom: 2 });
  });

  test('fitting shows all of it, centred, and never larger than life', () => {
    const large = { x: -1000, y: 0, width: 4000, height: 1000 };
    const view = fitRect(large, SIZE, 50);
    expect(view.zoom).toBeCloseTo(700 / 4000);
    const seen = visibleRect(view, SIZE);
    expect(seen.x + seen.width / 2).toBeCloseTo(1000);
    expect(seen.y + seen.height / 2).toBeCloseTo(500);
    expect(fitRect({ x: 0, y: 0, width: 10, height: 10 }, SIZE, 50).zoom).toBe(1);
  });

  test.each([
    ['in view already', { x: 100, y: 100, width: 100, height: 100 }, { x: 0, y: 0 }],
    ['beyond the right edge', { x: 850, y: 100, width: 100, height: 100 }, { x: 170, y: 0 }],
    ['beyond the left edge', { x: -50, y: 100, width: 100, height: 100 }, { x: -70, y: 0 }],
    ['below', { x: 100, y: 700, width: 100, height: 100 }, { x: 0, y: 220 }],
    ['larger than the window', { x: 100, y: 100, width: 2000, height: 100 }, { x: 80, y: 0 }],
  ])('reveals what is %s by the smallest move', (_, rect, { x, y }) => {
    expect(reveal({ x: 0, y: 0, zoom: 1 }, rect, SIZE, 20)).toEqual({ x, y, zoom: 1 });
  });
});
