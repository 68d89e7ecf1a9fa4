import { expect, test } from 'vitest';
import { wheelReader, type WheelTurn } from './wheel-intent.ts';

const turn = (part: Partial<WheelTurn>): WheelTurn => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  timeStamp: 0,
  ...part,
});

test.each<[string, Partial<WheelTurn>, 'zoom' | 'pan']>([
  ['a notch of a mouse wheel', { deltaY: 100 }, 'zoom'],
  ['a wheel that counts lines', { deltaY: 3, deltaMode: 1 }, 'zoom'],
  ['two fingers on a trackpad', { deltaY: 4.5, deltaX: 1 }, 'pan'],
  ['a pinch', { deltaY: -2.1, ctrlKey: true }, 'zoom'],
  ['shift and wheel', { deltaY: 100, shiftKey: true }, 'pan'],
])('%s', (_, part, kind) => {
  expect(wheelReader()(turn(part)).kind).toBe(kind);
});

test('the first turn of a gesture decides for all of it', () => {
  const read = wheelReader();
  expect(read(turn({ deltaY: 3.5, timeStamp: 0 })).kind).toBe('pan');
  expect(read(turn({ deltaY: 120, timeStamp: 16 })).kind).toBe('pan');
  expect(read(turn({ deltaY: 120, timeStamp: 1000 })).kind).toBe('zoom');
});

test('turning towards oneself zooms out', () => {
  const intent = wheelReader()(turn({ deltaY: 100 }));
  expect(intent.kind === 'zoom' && intent.factor < 1).toBe(true);
});

test('shift turns the wheel aside', () => {
  expect(wheelReader()(turn({ deltaY: 100, shiftKey: true }))).toEqual({ kind: 'pan', dx: -100, dy: 0 });
});
