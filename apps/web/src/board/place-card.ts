import type { Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { BoardSession } from './board-session.ts';

/** Puts a mounted card where it lies. By hand: cards move too often for a new rendering each time. */
export const placeCard = (session: BoardSession, id: string): void => {
  // Whoever drags it puts it.
  if (!session.ui.getState().dragging.has(id)) shiftFrom(session, id, [0, 0]);
};

/** Puts a mounted card or cluster so many board px from where it lies. */
export const shiftFrom = ({ records, index, elements }: BoardSession, id: string, [dx, dy]: Point): void => {
  const [element, place] = [elements.get(id), placeIn(records, index, id)];
  if (element !== undefined && place !== null) {
    element.style.transform = `translate(${place[0] + dx}px, ${place[1] + dy}px)`;
  }
};

const placeIn = (records: BoardSession['records'], index: BoardSession['index'], id: string): Point | null => {
  const region = index.region(id as ClusterId);
  return region === null ? (records.card(id as CardId)?.position ?? null) : [region.x, region.y];
};
