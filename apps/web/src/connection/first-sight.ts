/** Longest that anything waits for the first sight, ms. */
const PATIENCE_MS = 4_000;

let show: () => void = () => undefined;

/**
 * Resolves when the page shows what it was opened for. Whatever is not needed for that is loaded after it: on a slow
 * network everything on the way at once comes late.
 */
export const firstSight: Promise<void> = new Promise((resolve) => {
  show = resolve;
  setTimeout(resolve, PATIENCE_MS);
});

/** It is there, or nothing of the kind is coming. */
export const announceFirstSight = (): void => show();
