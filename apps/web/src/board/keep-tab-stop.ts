import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import type { BoardIndex } from './board-index.ts';
import type { BoardSession } from './board-session.ts';
import { focusSoon } from './focus-element.ts';
import { centre, type Rect } from './geometry.ts';

/**
 * The board always has one tab stop while anything is on it. When the thing that held it goes, its nearest neighbour
 * takes over; somebody who was on it is told.
 */
export const keepTabStop = (session: BoardSession, index: BoardIndex, surface: HTMLElement): (() => void) => {
  const { ui } = session;
  let last: Rect | null = null;
  let within = false;
  const look = (): void => {
    const { focused } = ui.getState();
    const place = focused === null ? null : index.placeOf(focused);
    if (place !== null) {
      last = place;
      return;
    }
    const next = last === null ? (index.inOrder()[0] ?? null) : nearest(index.places(), last);
    if (next === focused) return;
    ui.setState({ focused: next });
    if (!within || next === null || focused === null) return;
    focusSoon(session, next);
    announce(translateNow('board.said.gone'));
  };
  const entered = (): void => {
    within = true;
  };
  const left = (event: FocusEvent): void => {
    // Without a next element the focused one may just have been taken away.
    if (event.relatedTarget instanceof Node && !surface.contains(event.relatedTarget)) within = false;
  };
  surface.addEventListener('focusin', entered);
  surface.addEventListener('focusout', left);
  const stops = [index.onChange(look), ui.subscribe(look)];
  look();
  return () => {
    surface.removeEventListener('focusin', entered);
    surface.removeEventListener('focusout', left);
    stops.forEach((stop) => stop());
  };
};

const nearest = (places: Iterable<readonly [string, Rect]>, to: Rect): string | null => {
  const [x, y] = centre(to);
  let best: { id: string; distance: number } | null = null;
  for (const [id, rect] of places) {
    const [otherX, otherY] = centre(rect);
    const distance = Math.hypot(otherX - x, otherY - y);
    if (best === null || distance < best.distance) best = { id, distance };
  }
  return best?.id ?? null;
};
