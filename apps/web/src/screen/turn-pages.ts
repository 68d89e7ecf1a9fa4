/** How long a page stands before the next comes, ms. */
const STANDS_MS = 15_000;
/** How much of a page is seen again on the next, so that a line cut in two is whole on one of them. */
const SEEN_AGAIN = 0.15;

export type Pages = { page: number; pages: number };

/**
 * Turns through what is taller than a projector, where nobody can scroll: page by page, and after the last one the first
 * again. Tells which page stands there, from 1, until the returned function is called.
 */
export const turnPages = (wall: HTMLElement, tell: (pages: Pages) => void): (() => void) => {
  let current = 0;
  const turn = (): void => {
    const step = wall.clientHeight * (1 - SEEN_AGAIN);
    const over = wall.scrollHeight - wall.clientHeight;
    const pages = step > 0 && over > 1 ? 1 + Math.ceil(over / step) : 1;
    current = current >= pages ? 1 : current + 1;
    wall.scrollTop = (current - 1) * step;
    // Whoever sits at it may scroll by keys.
    if (pages > 1) wall.tabIndex = 0;
    else wall.removeAttribute('tabindex');
    tell({ page: current, pages });
  };
  turn();
  const timer = setInterval(turn, STANDS_MS);
  return () => clearInterval(timer);
};
