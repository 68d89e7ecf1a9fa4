import type { CardId, ClusterId } from '@rapport/domain/ids';
import { announce } from '../ui/announce.ts';
import { translateNow } from '../messages/use-t.ts';
import { clusterSources } from '../options/cluster-sources.ts';
import { makeOption } from '../options/make-option.ts';
import { bin, editCard, isDenied, moveBy, newCluster, redo, undo } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { clearSelection, commandCards, select, toggleSelected } from './board-ui.ts';
import { focusSoon } from './focus-element.ts';
import { latinKey } from './latin-key.ts';
import { spatialNeighbour, type Direction } from './spatial-neighbour.ts';

/** Board px a moved card goes per press; with Shift the larger step. */
const STEP = { fine: 16, coarse: 112 } as const;

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const VECTORS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export type KeyContext = { session: BoardSession; rights: BoardRights; write: () => void };

/** Does what a key means on the board; false when it means nothing there and belongs to the browser. */
export const pressKey = (press: KeyPress, context: KeyContext): boolean => {
  const { session, rights } = context;
  if (press.altKey) return false;
  if (session.ui.getState().moving !== null) return moveKey(press, session, rights);
  const command = press.ctrlKey || press.metaKey;
  const direction = DIRECTIONS[press.key];
  if (command) return commandKey(press, session, rights);
  if (direction !== undefined) return walk(session, direction);
  return plainKey(press, context);
};

const commandKey = (press: KeyPress, session: BoardSession, rights: BoardRights): boolean => {
  switch (latinKey(press).toLowerCase()) {
    case 'z':
      if (press.shiftKey) redo(session, rights);
      else undo(session, rights);
      return true;
    case 'y':
      redo(session, rights);
      return true;
    case 'a':
      select(session.ui, session.records.cardIds());
      announce(translateNow('board.said.selected', { count: session.records.cardIds().length }));
      return true;
    default:
      return false;
  }
};

const plainKey = (press: KeyPress, { session, rights, write }: KeyContext): boolean => {
  const { ui, records, camera, index } = session;
  const { focused } = ui.getState();
  const isCard = (id: string): boolean => records.card(id as CardId) !== null;
  const cards = commandCards(ui.getState(), isCard);
  const key = latinKey(press);
  switch (key) {
    case 'Home':
    case 'End':
      return goTo(session, index.inOrder().at(key === 'Home' ? 0 : -1) ?? null);
    case 'Enter':
    case 'F2':
      if (focused === null) return false;
      if (isCard(focused)) editCard(session, rights, focused as CardId, 'board');
      else if (!isDenied(rights.cluster)) {
        ui.setState({ renaming: { cluster: focused as ClusterId, where: 'board' } });
      }
      return true;
    case ' ':
      if (focused === null || !isCard(focused)) return false;
      toggleSelected(ui, focused as CardId);
      announce(translateNow('board.said.selected', { count: ui.getState().selection.size }));
      return true;
    case 'Escape':
      if (ui.getState().selection.size === 0 && !ui.getState().marquee) return false;
      clearSelection(ui);
      ui.setState({ marquee: false });
      return true;
    case 'Delete':
    case 'Backspace':
      bin(session, rights, cards);
      focusSoon(session, ui.getState().focused ?? '');
      return true;
    case '+':
    case '=':
      camera.step(1);
      return true;
    case '-':
    case '_':
      camera.step(-1);
      return true;
    case '0':
      camera.fit(index.bounds());
      return true;
    case '1':
      camera.zoom(1);
      return true;
    case '/':
      ui.setState({ dialog: { kind: 'find' } });
      return true;
  }
  switch (key.toLowerCase()) {
    case 'm':
      startMoving(session, rights, focused !== null && !isCard(focused) ? membersOf(session, focused) : cards);
      return true;
    case 'g':
      if (cards.length > 0) newCluster(session, rights, cards, 'board');
      return true;
    case 'c':
      newCluster(session, rights, [], 'board');
      return true;
    case 't':
      if (cards.length > 0 && !isDenied(rights.cluster)) ui.setState({ dialog: { kind: 'move-to-cluster', cards } });
      return true;
    case 'o':
      return optionKey(session, rights, cards);
    case 'n':
      write();
      return true;
    default:
      return false;
  }
};

/** From the cards a command is about, else from the cluster that has the focus. */
const optionKey = (session: BoardSession, rights: BoardRights, cards: readonly CardId[]): boolean => {
  const { focused } = session.ui.getState();
  if (cards.length === 0 && focused === null) return false;
  if (isDenied(rights.edit)) return true;
  void makeOption(
    session.groupId,
    cards.length > 0 ? cards.map((id) => ({ kind: 'card', id })) : clusterSources(session, focused as ClusterId),
  );
  return true;
};

const membersOf = ({ records }: BoardSession, cluster: string): CardId[] =>
  records.membersOf(cluster as ClusterId).map((card) => card.id);

const walk = (session: BoardSession, direction: Direction): boolean => {
  const { ui, index } = session;
  const { focused } = ui.getState();
  if (focused === null || index.placeOf(focused) === null) return goTo(session, index.inOrder()[0] ?? null);
  return goTo(session, spatialNeighbour(focused, direction, index.places()) ?? focused);
};

const goTo = (session: BoardSession, id: string | null): boolean => {
  const place = id === null ? null : session.index.placeOf(id);
  if (id === null || place === null) return false;
  session.ui.setState({ focused: id });
  session.camera.reveal(place);
  focusSoon(session, id);
  return true;
};

const startMoving = (session: BoardSession, rights: BoardRights, cards: CardId[]): void => {
  if (cards.length === 0 || isDenied(rights.edit)) return;
  session.ui.setState({ moving: { cards, dx: 0, dy: 0 } });
  announce(translateNow('board.said.moving', { count: cards.length }));
};

const moveKey = (press: KeyPress, session: BoardSession, rights: BoardRights): boolean => {
  const { ui } = session;
  const { moving } = ui.getState();
  if (moving === null) return false;
  const direction = DIRECTIONS[press.key];
  if (direction !== undefined) {
    const [x, y] = VECTORS[direction];
    const step = press.shiftKey ? STEP.coarse : STEP.fine;
    const next = { ...moving, dx: moving.dx + x * step, dy: moving.dy + y * step };
    ui.setState({ moving: next });
    shift(session, next.cards, next.dx, next.dy);
    const place = session.index.placeOf(next.cards[0] ?? '');
    if (place !== null) session.camera.reveal({ ...place, x: place.x + next.dx, y: place.y + next.dy });
    return true;
  }
  const keep = press.key === 'Enter' || press.key === ' ' || latinKey(press).toLowerCase() === 'm';
  if (!keep && press.key !== 'Escape' && press.key !== 'Tab') return true;
  stopMoving(session, rights, keep);
  return press.key !== 'Tab';
};

/** Ends moving by keys: keeps the new places or puts everything back. */
export const stopMoving = (session: BoardSession, rights: BoardRights, keep: boolean): void => {
  const { moving } = session.ui.getState();
  if (moving === null) return;
  session.ui.setState({ moving: null });
  shift(session, moving.cards, 0, 0);
  if (keep) moveBy(session, rights, moving.cards, moving.dx, moving.dy);
  announce(translateNow(keep ? 'board.said.placed' : 'board.said.putBack'));
};

const shift = ({ elements }: BoardSession, cards: readonly string[], dx: number, dy: number): void => {
  for (const id of cards) {
    const element = elements.get(id);
    if (element !== undefined) element.style.translate = dx === 0 && dy === 0 ? '' : `${dx}px ${dy}px`;
  }
};
