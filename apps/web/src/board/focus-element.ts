import type { BoardSession } from './board-session.ts';

/** Gives the focus to a card or the head of a cluster, if it is mounted. The camera brings things into view, not the browser. */
export const focusElement = (session: BoardSession, id: string): void => {
  const element = session.elements.get(id);
  const target =
    element?.matches('[role=option]') === true ? element : element?.querySelector<HTMLElement>('[role=option]');
  target?.focus({ preventScroll: true });
};

/** The same once what is being rendered is there. */
export const focusSoon = (session: BoardSession, id: string): void => {
  requestAnimationFrame(() => focusElement(session, id));
};
