import type { BoardRights } from '../board/board-rights.ts';
import type { BoardSession } from '../board/board-session.ts';
import type { TabLine } from './tab-line.ts';

/** What every part of the outline works with; the same object until one of these changes. */
export type OutlineParts = {
  session: BoardSession;
  rights: BoardRights;
  selecting: boolean;
  tabLine: TabLine;
  /** Shows something on the board; null where that stands beside the outline. */
  onShow: (() => void) | null;
};

/** Brings a card or cluster into view on the board. */
export const showOnBoard = ({ session, onShow }: OutlineParts, subject: string): void => {
  const id = session.index.standIn(subject);
  session.ui.setState({ focused: id });
  onShow?.();
  const place = session.index.placeOf(id);
  if (place !== null) session.camera.goTo(place);
};
