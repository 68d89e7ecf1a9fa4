import type { BoardSession } from './board-session.ts';

/** ms that cards take to their new places, as the style sheet has it, and a little more. */
const SETTLE_MS = 420;

let settling: ReturnType<typeof setTimeout> | null = null;

/** What moves from now on, for a moment, is seen to move. The style sheet leaves that out where motion is unwelcome. */
export const settle = ({ elements }: BoardSession): void => {
  const [first] = elements.values();
  const world = first?.parentElement;
  if (world === undefined || world === null) return;
  world.dataset['settling'] = '';
  if (settling !== null) clearTimeout(settling);
  settling = setTimeout(() => {
    settling = null;
    delete world.dataset['settling'];
  }, SETTLE_MS);
};
