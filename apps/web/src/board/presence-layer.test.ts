import type { ShownPresence } from '@rapport/protocol/board-presence';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { loadAllMessages, setLocale } from '../messages/locale-store.ts';
import { newCluster } from './board-commands.ts';
import type { BoardSession } from './board-session.ts';
import { fold } from './fold-cluster.ts';
import { PresenceLayer } from './presence-layer.ts';
import { card, clusterNamed, MAY, openBoard } from './testing.ts';

let session: BoardSession;
let close: () => void;
let place: HTMLElement;
let layer: PresenceLayer;
let awareness: Awareness;

beforeEach(async () => {
  await setLocale('en', false);
  await loadAllMessages();
  ({ session, close } = await openBoard({ a: [0, 0], b: [224, 0] }));
  place = document.createElement('div');
  awareness = new Awareness(new Y.Doc());
});
afterEach(() => {
  layer.destroy();
  awareness.destroy();
  close();
});

/** Shows what somebody else tells of themselves, as the server lets it through. */
const show = (state: Partial<ShownPresence>): HTMLElement[] => {
  awareness.states.set(99, { alias: 'heron', colour: 3, ...state });
  layer = new PresenceLayer(place, { session, index: session.index, awareness });
  return [...place.querySelectorAll<HTMLElement>('div')].filter((one) => !one.hidden);
};

test('who writes on a card is shown on it where there is a name', () => {
  const [mark] = show({ name: 'Ada Birch', editing: card('b') });
  expect(mark).toHaveTextContent('Ada Birch is writing');
  expect(mark?.style.transform).toContain('translate(');
});

test('the name of a card says who writes on it, until they are done', async () => {
  show({ name: 'Ada Birch', editing: card('b') });
  expect([...session.ui.getState().writers]).toEqual([['b', 'Ada Birch is writing']]);
  awareness.states.set(99, { alias: 'heron', colour: 3, name: 'Ada Birch' });
  awareness.emit('change', [{ added: [], updated: [99], removed: [] }, 'remote']);
  // Drawn with the next frame.
  await vi.waitFor(() => expect([...session.ui.getState().writers]).toEqual([]));
});

test('without that being told nothing is shown', () => {
  expect(show({})).toEqual([]);
});

test('a folded cluster that is dragged is a ghost of its title', () => {
  newCluster(session, MAY, [card('a'), card('b')], 'outline', 'Training');
  const training = clusterNamed(session, 'Training');
  fold(session, MAY, training, true);
  const [ghost] = show({ dragging: { ids: [training], dx: 30, dy: 0 } });
  expect(ghost?.style.width).toBe(`${session.index.region(training)?.width}px`);
});
