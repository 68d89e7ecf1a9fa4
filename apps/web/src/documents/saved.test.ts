import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SavedState, type Saved } from './saved.ts';

let sent: Uint8Array[];
let told: Saved[];
let covered: number[];
let connected: boolean;
let saved: SavedState;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  told = [];
  covered = [];
  connected = true;
  saved = new SavedState({
    send: (token) => {
      if (!connected) return null;
      sent.push(token);
      return () => covered.push(sent.indexOf(token));
    },
    tell: (state) => told.push(state),
  });
  saved.connected();
  answer(0);
  sent = [];
  covered = [];
});
afterEach(() => {
  saved.destroy();
  vi.useRealTimers();
});
const answer = (index: number): void => saved.answered(sent[index] ?? new Uint8Array());

test('asks once for many changes and is saved when the answer comes', () => {
  for (let i = 0; i < 5; i++) saved.changed();
  expect(saved.state).toEqual({ kind: 'saving', changes: 5 });
  vi.advanceTimersByTime(250);
  expect(sent).toHaveLength(1);
  answer(0);
  expect(saved.state).toEqual({ kind: 'saved' });
  vi.advanceTimersByTime(1000);
  expect(sent).toHaveLength(1);
});

test('an answer covers only what was sent before its token', () => {
  saved.changed();
  vi.advanceTimersByTime(250);
  saved.changed();
  answer(0);
  expect(saved.state).toEqual({ kind: 'saving', changes: 1 });
  vi.advanceTimersByTime(250);
  answer(1);
  expect(saved.state).toEqual({ kind: 'saved' });
});

test('a lost connection takes its questions along; the next one asks again', () => {
  saved.changed();
  vi.advanceTimersByTime(250);
  connected = false;
  saved.disconnected();
  expect(saved.state).toEqual({ kind: 'offline', changes: 1 });
  answer(0);
  saved.changed();
  expect(saved.state).toEqual({ kind: 'offline', changes: 2 });
  connected = true;
  saved.connected();
  expect(sent).toHaveLength(2);
  expect(saved.state).toEqual({ kind: 'saving', changes: 2 });
  answer(1);
  expect(saved.state).toEqual({ kind: 'saved' });
});

test('answers to nothing that was asked are no answers', () => {
  saved.changed();
  vi.advanceTimersByTime(250);
  saved.answered(new Uint8Array([9, 9, 9, 9]));
  saved.answered(new Uint8Array([1]));
  expect(saved.state.kind).toBe('saving');
});

test('tells only what is new', () => {
  saved.changed();
  vi.advanceTimersByTime(250);
  answer(0);
  answer(0);
  saved.connected();
  expect(told).toEqual([{ kind: 'saving', changes: 1 }, { kind: 'saved' }]);
});

test('asks on every connection, also where nothing was written', () => {
  saved.disconnected();
  saved.connected();
  expect(sent).toHaveLength(1);
  expect(saved.state).toEqual({ kind: 'saved' });
});

test('what came back tells how far the server has got, once and for each question', () => {
  saved.changed();
  vi.advanceTimersByTime(250);
  saved.changed();
  vi.advanceTimersByTime(250);
  answer(0);
  answer(0);
  answer(1);
  expect(covered).toEqual([0, 1]);
});

test('changes found on this device wait for the connection', () => {
  saved.disconnected();
  saved.found(3);
  expect(saved.state).toEqual({ kind: 'offline', changes: 3 });
  saved.connected();
  expect(saved.state).toEqual({ kind: 'saving', changes: 3 });
  answer(0);
  expect(saved.state).toEqual({ kind: 'saved' });
});
