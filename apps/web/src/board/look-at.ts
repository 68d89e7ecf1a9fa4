import type { BoardSession } from './board-session.ts';
import { focusSoon } from './focus-element.ts';

/** Brings a card or cluster into view and gives it the focus, if it is still there; for a folded card, its cluster. */
export const lookAt = (session: BoardSession, subject: string): void => {
  const id = session.index.standIn(subject);
  const place = session.index.placeOf(id);
  if (place === null) return;
  session.ui.setState({ focused: id });
  session.camera.goTo(place);
  focusSoon(session, id);
};
