import { addCard } from '@rapport/board/add-card';
import { assignCards } from '@rapport/board/assign-cards';
import { binCards } from '@rapport/board/bin-cards';
import type { BoardDeed } from '@rapport/board/board-deed';
import { dissolveCluster } from '@rapport/board/dissolve-cluster';
import { groupCards } from '@rapport/board/group-cards';
import { layOutCluster } from '@rapport/board/lay-out-cluster';
import { mergeClusters } from '@rapport/board/merge-clusters';
import { moveCards } from '@rapport/board/move-cards';
import { removeCards } from '@rapport/board/remove-cards';
import { renameCluster } from '@rapport/board/rename-cluster';
import { restoreCards } from '@rapport/board/restore-cards';
import { namesCursors } from '@rapport/domain/attribution';
import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, type Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { SpotlightSubject } from '@rapport/protocol/group-state';
import type * as Y from 'yjs';
import { useGroup } from '../connection/group-store.ts';
import { live } from '../connection/live.ts';
import { takeFreshClientId } from '../documents/fresh-client-id.ts';
import type { LiveDocument } from '../documents/live-document.ts';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { failureText } from '../ui/failure-text.ts';
import { notify } from '../ui/toast-store.ts';
import type { BoardDenial, BoardRights } from './board-rights.ts';
import { newCardId, newClusterId, type BoardSession } from './board-session.ts';
import { clearSelection, select } from './board-ui.ts';
import { HEADER, PADDING } from './cluster-region.ts';
import { freePlace, placesBelow } from './free-place.ts';
import { around, cardRect, grow } from './geometry.ts';
import type { UndoOutcome } from './undo-stack.ts';

/** Which of the two views of a board something happens in; the other one must not take the focus. */
export type BoardViewName = 'board' | 'outline';

/** Says why not; true when something stands in the way. */
export const isDenied = (denial: BoardDenial | null): boolean => {
  if (denial === null) return false;
  notify({ text: translateNow(`board.denied.${denial}`), tone: 'warn' });
  return true;
};

/** A card of one's own is started under a fresh client id wherever names are not shown (docs/method.md A5). */
export const startUnlinked = (document: LiveDocument): void => {
  const mode = useGroup.getState().state?.attribution;
  const { doc, awareness } = document.store.getState();
  if (mode === undefined || !namesCursors(mode)) takeFreshClientId(doc, awareness);
};

/** Starts a card near the middle of what one sees, or at a point, and opens it. */
export const startCard = (
  session: BoardSession,
  rights: BoardRights,
  where: BoardViewName,
  at: Point | null = null,
): void => {
  if (isDenied(rights.edit)) return;
  const { index, camera, ui, doc } = session;
  if (session.records.cardIds().length >= LIMITS.cardsPerBoard) {
    notify({ text: translateNow('board.full'), tone: 'warn' });
    return;
  }
  const [x, y] = at ?? camera.middle;
  const corner: Point = [x - CARD_WIDTH / 2, y - CARD_HEIGHT / 2];
  const cluster = at === null || rights.cluster !== null ? null : index.clusterAt(at, new Set());
  const position =
    at === null
      ? freePlace(corner, cardRect(corner), (rect) => index.cards.query(rect).size > 0 || touchesRegion(session, rect))
      : corner;
  startUnlinked(session.live);
  const card = newCardId();
  const inverse = addCard(doc, { id: card, position, cluster, late: rights.late }, 'board-card');
  if (inverse === null) return;
  select(ui, [card]);
  ui.setState({ focused: card, editing: { card, fresh: inverse, where } });
  camera.reveal(grow(cardRect(position), 40));
};

const touchesRegion = ({ index }: BoardSession, rect: Parameters<typeof index.cards.query>[0]): boolean =>
  [...index.allRegions().values()].some(
    (region) =>
      region.x < rect.x + rect.width &&
      rect.x < region.x + region.width &&
      region.y < rect.y + rect.height &&
      rect.y < region.y + region.height,
  );

export const editCard = (session: BoardSession, rights: BoardRights, card: CardId, where: BoardViewName): void => {
  if (isDenied(rights.edit)) return;
  session.ui.setState({ focused: card, editing: { card, fresh: null, where } });
};

/** Closes the editor. A card that was started and stayed empty goes; one with text can be undone. */
export const closeEditor = (session: BoardSession): void => {
  const { editing } = session.ui.getState();
  if (editing === null) return;
  session.ui.setState({ editing: null });
  if (editing.fresh === null) return;
  const card = session.records.card(editing.card);
  if (card !== null && card.title.trim() === '' && card.body.trim() === '') {
    removeCards(session.doc, [editing.card], 'board-card');
    clearSelection(session.ui);
  } else if (card !== null) session.undoStack.push(editing.fresh);
};

/** Makes a cluster of these cards, or an empty one in view, and asks for its title. */
export const newCluster = (
  session: BoardSession,
  rights: BoardRights,
  cards: readonly CardId[],
  where: BoardViewName,
  title = '',
): void => {
  if (isDenied(rights.cluster)) return;
  const { index, records, ui, camera } = session;
  const id = newClusterId();
  const members = new Set<string>(cards);
  const block = around(cards.map((card) => index.cards.rectOf(card)).filter((rect) => rect !== undefined));
  const size = layOutCluster(Math.max(1, cards.length), [0, 0]).at(-1) ?? [0, 0];
  const width = Math.max(...layOutCluster(Math.max(1, cards.length), [0, 0]).map(([x]) => x)) + CARD_WIDTH;
  const height = size[1] + CARD_HEIGHT;
  const wanted: Point =
    block === null ? [camera.middle[0] - width / 2, camera.middle[1] - height / 2] : [block.x, block.y];
  const place = freePlace(wanted, { width, height }, (rect) =>
    [...index.cards.query(grow(rect, 2 * CARD_GAP))].some((card) => !members.has(card)),
  );
  const positions = layOutCluster(cards.length, place);
  const done = session.perform((doc, origin) =>
    groupCards(
      doc,
      {
        id,
        title,
        position: place,
        cards: cards.map((card, n) => ({ id: card, position: positions[n] ?? place })),
      },
      origin,
    ),
  );
  if (!done) return;
  clearSelection(ui);
  ui.setState({ focused: id, renaming: title === '' ? { cluster: id, where } : null });
  const region = index.region(id);
  if (region !== null) camera.reveal(region);
  announce(translateNow('board.said.grouped', { count: records.cluster(id)?.cards ?? cards.length }));
};

/** Puts cards into a cluster, below those that are there, or out of any. */
export const moveToCluster = (
  session: BoardSession,
  rights: BoardRights,
  cards: readonly CardId[],
  cluster: ClusterId | null,
): void => {
  if (isDenied(rights.cluster)) return;
  const { records, index } = session;
  const moving = cards.filter((card) => records.card(card)?.cluster !== cluster);
  const block = cluster === null ? null : around(records.membersOf(cluster).map((card) => cardRect(card.position)));
  const region = cluster === null ? null : index.region(cluster);
  const places =
    block !== null
      ? placesBelow(block, moving.length)
      : region !== null
        ? layOutCluster(moving.length, [region.x + PADDING, region.y + HEADER])
        : [];
  const done = session.perform((doc, origin) =>
    assignCards(
      doc,
      cluster,
      moving.map((id, n) => {
        const position = places[n];
        return position === undefined ? { id } : { id, position };
      }),
      origin,
    ),
  );
  if (!done) return;
  announce(
    cluster === null
      ? translateNow('board.said.unclustered', { count: moving.length })
      : translateNow('board.said.moved', { count: moving.length, cluster: clusterTitle(session, cluster) }),
  );
};

/** A cluster's title, or what stands in its place. */
export const clusterTitle = ({ records }: BoardSession, cluster: ClusterId): string => {
  const title = records.cluster(cluster)?.title.trim() ?? '';
  return title === '' ? translateNow('board.cluster.untitled') : title;
};

export const rename = (session: BoardSession, rights: BoardRights, cluster: ClusterId, title: string): void => {
  session.ui.setState({ renaming: null });
  if (session.records.cluster(cluster) === null) {
    notify({ text: translateNow('board.cluster.gone', { title: title.trim() }), tone: 'warn' });
    return;
  }
  if (isDenied(rights.cluster)) return;
  session.perform((doc, origin) => renameCluster(doc, cluster, title.trim(), origin));
};

export const dissolve = (session: BoardSession, rights: BoardRights, cluster: ClusterId): void => {
  if (isDenied(rights.cluster)) return;
  const title = clusterTitle(session, cluster);
  if (!session.perform((doc, origin) => dissolveCluster(doc, cluster, origin))) return;
  offerUndo(session, translateNow('board.said.dissolved', { cluster: title }));
};

export const merge = (session: BoardSession, rights: BoardRights, from: ClusterId, into: ClusterId): void => {
  if (isDenied(rights.cluster)) return;
  const { records } = session;
  const moving = records.membersOf(from);
  const block = around(records.membersOf(into).map((card) => cardRect(card.position)));
  const places = block === null ? [] : placesBelow(block, moving.length);
  const positions = moving.flatMap(({ id }, n) => {
    const position = places[n];
    return position === undefined ? [] : [{ id, position }];
  });
  const title = clusterTitle(session, from);
  const done = session.perform((doc, origin) => mergeClusters(doc, { from: [from], into, positions }, origin));
  if (!done) return;
  session.ui.setState({ focused: into });
  offerUndo(session, translateNow('board.said.merged', { cluster: title, into: clusterTitle(session, into) }));
};

export const bin = (session: BoardSession, rights: BoardRights, cards: readonly CardId[]): void => {
  if (cards.length === 0 || isDenied(rights.edit)) return;
  const { ui, index } = session;
  const { focused } = ui.getState();
  const order = index.inOrder();
  const next = order.slice(order.indexOf(focused ?? '') + 1).find((id) => !cards.includes(id as CardId));
  if (!session.perform((doc, origin) => binCards(doc, cards, origin))) return;
  clearSelection(ui);
  ui.setState({ focused: next ?? index.inOrder().at(-1) ?? null });
  offerUndo(session, translateNow('board.said.binned', { count: cards.length }));
};

export const restore = (session: BoardSession, rights: BoardRights, cards: readonly CardId[]): void => {
  if (isDenied(rights.edit)) return;
  if (!session.perform((doc, origin) => restoreCards(doc, cards, origin))) return;
  announce(translateNow('board.said.restored', { count: cards.length }));
};

/** Moves cards by board px, as one step to undo. */
export const moveBy = (
  session: BoardSession,
  rights: BoardRights,
  cards: Iterable<CardId>,
  dx: number,
  dy: number,
): void => {
  if ((dx === 0 && dy === 0) || isDenied(rights.edit)) return;
  session.perform((doc, origin) => moveCards(doc, movedBy(session, cards, dx, dy), origin));
};

const movedBy = ({ records }: BoardSession, cards: Iterable<CardId>, dx: number, dy: number) =>
  [...cards].flatMap((id) => {
    const card = records.card(id);
    if (card === null) return [];
    const position: Point = [card.position[0] + dx, card.position[1] + dy];
    return [{ id, position }];
  });

/** Two deeds as one step: one transaction, one inverse. */
const together = (doc: Y.Doc, origin: unknown, deeds: readonly (() => BoardDeed | null)[]): BoardDeed | null => {
  const inverses: BoardDeed[] = [];
  doc.transact(() => {
    for (const deed of deeds) {
      const inverse = deed();
      if (inverse !== null) inverses.unshift(inverse);
    }
  }, origin);
  const [first] = inverses;
  return first === undefined ? null : { name: first.name, changes: inverses.flatMap(({ changes }) => changes) };
};

/** What a drop on this place would do. */
export type DropTarget = { kind: 'card'; id: CardId } | { kind: 'cluster'; id: ClusterId };

/**
 * Where cards that are let go at a point would go: onto a card they are not clustered with, into the cluster there,
 * or nowhere in particular.
 */
export const dropTargetAt = (
  session: BoardSession,
  rights: BoardRights,
  cards: ReadonlySet<string>,
  point: Point,
): DropTarget | null => {
  if (rights.cluster !== null) return null;
  const { index, records } = session;
  const inside = (cluster: ClusterId | null): boolean =>
    cluster !== null && [...cards].every((id) => records.card(id as CardId)?.cluster === cluster);
  const card = index.cardAt(point, cards);
  if (card !== null) {
    const { cluster } = records.card(card) ?? { cluster: null };
    return inside(cluster) ? null : { kind: 'card', id: card };
  }
  const cluster = index.clusterAt(point, cards);
  return cluster === null || inside(cluster) ? null : { kind: 'cluster', id: cluster };
};

/** Lets cards go after a drag: groups, joins a cluster, leaves one, or just moves; always one step to undo. */
export const drop = (
  session: BoardSession,
  rights: BoardRights,
  cards: ReadonlySet<CardId>,
  delta: Point,
  point: Point,
): void => {
  if (isDenied(rights.edit)) return;
  const { records, index } = session;
  const target = dropTargetAt(session, rights, cards, point);
  if (target?.kind === 'card') {
    const on = records.card(target.id);
    if (on === null) return;
    if (on.cluster !== null) moveToCluster(session, rights, [...cards], on.cluster);
    else newCluster(session, rights, [target.id, ...cards], 'board');
    return;
  }
  const moves = movedBy(session, cards, ...delta);
  if (target?.kind === 'cluster') {
    if (!session.perform((doc, origin) => assignCards(doc, target.id, moves, origin))) return;
    const cluster = clusterTitle(session, target.id);
    announce(translateNow('board.said.moved', { count: cards.size, cluster }));
    return;
  }
  // Dragged out of a cluster that stays behind: it is left. A cluster dragged as a whole stays whole.
  const leaves = (id: CardId): boolean => {
    const cluster = records.card(id)?.cluster ?? null;
    if (cluster === null || rights.cluster !== null) return false;
    const stays = records.membersOf(cluster).some((member) => !cards.has(member.id));
    return stays && index.clusterAt(point, cards) !== cluster;
  };
  const leaving = moves.filter(({ id }) => leaves(id));
  const staying = moves.filter(({ id }) => !leaves(id));
  session.perform((doc, origin) =>
    together(doc, origin, [() => assignCards(doc, null, leaving, origin), () => moveCards(doc, staying, origin)]),
  );
  if (leaving.length > 0) announce(translateNow('board.said.unclustered', { count: leaving.length }));
};

export const undo = (session: BoardSession, rights: BoardRights): void => {
  if (!isDenied(rights.edit)) say(session.undo(), 'undone');
};

export const redo = (session: BoardSession, rights: BoardRights): void => {
  if (!isDenied(rights.edit)) say(session.redo(), 'redone');
};

const say = (outcome: UndoOutcome, how: 'undone' | 'redone'): void => {
  if (outcome.kind === 'none') announce(translateNow(`board.said.nothing-${how}`));
  else if (outcome.kind === 'stale') notify({ text: translateNow('board.said.stale'), tone: 'warn' });
  else announce(translateNow(`board.said.${how}`));
};

/** Tells what was just done, with a way to take it back also after other steps. */
export const offerUndo = (session: BoardSession, text: string): void => {
  const inverse = session.undoStack.store.getState().undo.at(-1);
  notify({
    text,
    action: { label: translateNow('board.undo'), onAction: () => say(session.undo(inverse), 'undone') },
  });
};

/** Takes an own card off the board for good. */
export const withdraw = async (session: BoardSession, card: CardId): Promise<void> => {
  const outcome = await live.command('card.withdraw', { groupId: session.groupId, cardId: card });
  if (outcome.ok) notify({ text: translateNow('board.said.withdrawn'), tone: 'ok' });
  else notify({ text: failureText(translateNow, outcome.failure), tone: 'danger' });
};

/** Puts one's own name on a card, for the room. */
export const sign = async (session: BoardSession, card: CardId): Promise<void> => {
  const outcome = await live.command('card.sign', { groupId: session.groupId, cardId: card });
  if (outcome.ok) notify({ text: translateNow('board.said.signed'), tone: 'ok' });
  else notify({ text: failureText(translateNow, outcome.failure), tone: 'danger' });
};

/** Offers everybody in the room to look at a card or cluster. */
export const pointAt = async (session: BoardSession, subject: SpotlightSubject): Promise<void> => {
  const outcome = await live.command('spotlight.set', { groupId: session.groupId, subject });
  if (outcome.ok) announce(translateNow('board.said.pointed'));
  else notify({ text: failureText(translateNow, outcome.failure), tone: 'danger' });
};
