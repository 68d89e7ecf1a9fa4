import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { BoardSession } from './board-session.ts';
import { MovingCards } from './moving-cards.ts';
import { openBoard } from './testing.ts';

let session: BoardSession;
let close: () => void;
let moving: MovingCards;

beforeEach(async () => {
  ({ session, close } = await openBoard({ a: [0, 0], b: [300, 0] }));
  for (const id of ['a', 'b']) {
    const element = document.createElement('div');
    document.body.append(element);
    session.elements.set(id, element);
  }
  moving = new MovingCards(session, session.index);
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  moving.destroy();
  for (const element of session.elements.values()) element.remove();
  close();
});

/** Resolves when the board has taken the move in. */
const move = (id: string, x: number): Promise<void> =>
  new Promise((resolve) => {
    const stop = session.index.onChange(() => {
      stop();
      resolve();
    });
    const card = session.doc.getMap('cards').get(id);
    if (!(card instanceof Y.Map)) throw new Error(`no card ${id}`);
    card.set('position', [x, 0]);
  });

const lifted = (): string[] =>
  [...session.elements].filter(([, { style }]) => style.willChange === 'transform').map(([id]) => id);

test('a card that is put elsewhere once is left alone', async () => {
  await move('a', 40);
  expect(lifted()).toEqual([]);
});

test('a card that goes on moving is a picture of its own until it has rested', async () => {
  await move('a', 40);
  vi.advanceTimersByTime(100);
  await move('a', 80);
  expect(lifted()).toEqual(['a']);
  vi.advanceTimersByTime(300);
  await move('a', 120);
  vi.advanceTimersByTime(300);
  expect(lifted()).toEqual(['a']);
  vi.advanceTimersByTime(1000);
  expect(lifted()).toEqual([]);
  expect(session.elements.get('a')?.style.zIndex).toBe('');
});

test('two moves with a rest between them are no journey', async () => {
  await move('a', 40);
  vi.advanceTimersByTime(1000);
  await move('a', 80);
  expect(lifted()).toEqual([]);
});

test('whoever stops watching leaves no card lifted', async () => {
  await move('b', 340);
  await move('b', 380);
  expect(lifted()).toEqual(['b']);
  moving.destroy();
  expect(lifted()).toEqual([]);
});
