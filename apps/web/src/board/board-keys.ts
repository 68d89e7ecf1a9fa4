import type { CardId, ClusterId } from '@rapport/domain/ids';
import { announce } from '../ui/announce.ts';
import { translateNow } from '../messages/use-t.ts';
import { clusterSources } from '../options/cluster-sources.ts';
import { makeOption } from '../options/make-option.ts';
import { bin, editCard, isDenied, newCluster, redo, undo } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { clearSelection, commandCards, select, toggleSelected } from './board-ui.ts';
import { focusSoon } from './focus-element.ts';
import { fold } from './fold-cluster.ts';
import type { Rect } from './geometry.ts';
import { latinKey } from './latin-key.ts';
import { nudge, startMoving, stopMoving } from './moving.ts';
import { spatialNeighbour, type Direction } from './spatial-neighbour.ts';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export type KeyContext = { session: BoardSession; rights: BoardRights; write: () => void };

/** Does what a key means on the board; false when it means nothing there and belongs to the browser. */
export const pressKey = (press: KeyPress, context: KeyContext): boolean => {
  const { session, rights } = context;
  if (press.altKey) return false;
  // A dialog or menu is on its way here: what somebody types for it must not be done to the board meanwhile.
  const { dialog, menu } = session.ui.getState();
  if (dialog !== null || menu !== null) return press.key !== 'Tab';
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
      if (focused === null) return false;
      if (!isCard(focused)) return foldKey(session, rights, focused as ClusterId);
      toggleSelected(ui, focused as CardId);
      announce(translateNow('board.said.selected', { count: ui.getState().selection.size }));
      return true;
    case 'Escape':
      if (ui.getState().selection.size === 0 && ui.getState().cluster === null && !ui.getState().marquee) return false;
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
      if (focused !== null && !isCard(focused)) startMoving(session, rights, [], focused as ClusterId);
      else startMoving(session, rights, cards);
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
    case 'l':
    case 'a':
      if (cards.length > 0 && !isDenied(rights.edit)) {
        ui.setState({ dialog: { kind: key.toLowerCase() === 'l' ? 'tags' : 'links', cards } });
      }
      return true;
    case 'f':
      ui.setState({ dialog: { kind: 'filter' } });
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

const foldKey = (session: BoardSession, rights: BoardRights, cluster: ClusterId): boolean => {
  const now = session.records.cluster(cluster);
  if (now !== null) fold(session, rights, cluster, !now.collapsed);
  return now !== null;
};

const walk = (session: BoardSession, direction: Direction): boolean => {
  const { ui, index } = session;
  const { focused } = ui.getState();
  if (focused === null || index.placeOf(focused) === null) return goTo(session, index.inOrder()[0] ?? null);
  return goTo(session, spatialNeighbour(focused, direction, shownPlaces(session)) ?? focused);
};

/** While a filter is set, keys pass over the cards that step back. */
const shownPlaces = ({ index, ui }: BoardSession): Iterable<[string, Rect]> => {
  const { shown, focused } = ui.getState();
  const all = index.places();
  if (shown === null) return all;
  return [...all].filter(([id]) => id === focused || index.cards.rectOf(id) === undefined || shown.has(id as CardId));
};

const goTo = (session: BoardSession, id: string | null): boolean => {
  const place = id === null ? null : session.index.placeOf(id);
  if (id === null || place === null) return false;
  session.ui.setState({ focused: id });
  session.camera.reveal(place);
  focusSoon(session, id);
  return true;
};

const moveKey = (press: KeyPress, session: BoardSession, rights: BoardRights): boolean => {
  const direction = DIRECTIONS[press.key];
  if (direction !== undefined) {
    nudge(session, direction, press.shiftKey ? 'coarse' : 'fine');
    return true;
  }
  const keep = press.key === 'Enter' || press.key === ' ' || latinKey(press).toLowerCase() === 'm';
  if (!keep && press.key !== 'Escape' && press.key !== 'Tab') return true;
  // Tab goes on to the buttons that move as well.
  if (press.key !== 'Tab') stopMoving(session, rights, keep);
  return press.key !== 'Tab';
};
