import { addCards } from '@rapport/board/add-cards';
import { placeInGrid } from '@rapport/board/place-in-grid';
import { readDrafts } from '@rapport/board/read-board';
import type { Point } from '@rapport/domain/card';
import { draftDocument } from '@rapport/domain/document-id';
import type { SeatId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { LiveDocument } from '../documents/live-document.ts';
import { openDocument } from '../documents/open-document.ts';
import { requestPanel } from '../group/panel-request.ts';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { notify } from '../ui/toast-store.ts';
import { isDenied, startUnlinked } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import { newCardId, type BoardSession } from './board-session.ts';
import { select } from './board-ui.ts';
import { around, cardRect, grow } from './geometry.ts';
import type { PastedCard } from './pasted-cards.ts';

/** How many cards more can be pasted now. */
export const roomFor = ({ records }: Pick<BoardSession, 'records'>): number => {
  const free = LIMITS.cardsPerBoard - records.cardIds().length - records.binnedIds().length;
  return Math.max(0, Math.min(LIMITS.cardsPerImport, free));
};

/** Puts pasted cards on the board, in a block beside what is there; one step to undo. */
export const pasteCards = (session: BoardSession, rights: BoardRights, cards: readonly PastedCard[]): void => {
  if (isDenied(rights.edit)) return;
  const { records, camera, ui, index } = session;
  const made = cards.slice(0, roomFor(session));
  const occupied: Point[] = [
    ...records.cardIds().flatMap((id) => {
      const position = records.card(id)?.position;
      return position === undefined ? [] : [position];
    }),
    ...[...index.allRegions().values()].map(({ x, y }): Point => [x, y]),
  ];
  const spots = placeInGrid(made.length, occupied);
  startUnlinked(session.live);
  const fresh = made.map((card, n) => ({
    ...card,
    id: newCardId(),
    position: spots[n] ?? ([0, 0] as Point),
    late: rights.late,
  }));
  if (!session.perform((doc, origin) => addCards(doc, fresh, origin))) return;
  select(
    ui,
    fresh.map(({ id }) => id),
  );
  ui.setState({ focused: fresh[0]?.id ?? null });
  const block = around(fresh.map(({ position }) => cardRect(position)));
  if (block !== null) camera.fit(grow(block, 40));
  announce(translateNow('paste.said.added', { count: fresh.length }));
};

const whenLoaded = (live: LiveDocument): Promise<void> =>
  new Promise((resolve) => {
    if (live.store.getState().loaded) return resolve();
    const stop = live.store.subscribe(({ loaded }) => {
      if (!loaded) return;
      stop();
      resolve();
    });
  });

/** While cards are written in private, pasted ones are one's own and finished: nobody else has them until the reveal. */
export const pasteDrafts = async (
  session: BoardSession,
  seatId: SeatId,
  cards: readonly PastedCard[],
): Promise<void> => {
  const { live, release } = openDocument(draftDocument(session.groupId, seatId));
  await whenLoaded(live);
  const { doc } = live.store.getState();
  const free = Math.max(0, LIMITS.draftsPerSeat - readDrafts(doc).length);
  const made = cards.slice(0, free);
  addCards(
    doc,
    made.map((card) => ({ ...card, id: newCardId(), position: [0, 0], finished: true })),
    'draft',
  );
  release();
  requestPanel('drafts');
  if (made.length < cards.length) notify({ text: translateNow('drafts.full'), tone: 'warn' });
  announce(translateNow('paste.said.added', { count: made.length }));
};
