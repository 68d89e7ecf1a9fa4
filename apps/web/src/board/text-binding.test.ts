import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { TextBinding } from './text-binding.ts';

let field: HTMLTextAreaElement;
let text: Y.Text;
let binding: TextBinding;

beforeEach(() => {
  field = document.createElement('textarea');
  document.body.append(field);
  text = new Y.Doc().getText('title');
  text.insert(0, 'Joint training');
  binding = new TextBinding(field, text);
  field.focus();
});
afterEach(() => {
  binding.destroy();
  field.remove();
});

const type = (value: string, caret: number): void => {
  field.value = value;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event('input'));
};
const press = (key: string, more: Partial<KeyboardEventInit> = {}): void => {
  field.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, cancelable: true, ...more }));
};

test('what is typed goes into the shared text, as a small change', () => {
  const deltas: unknown[] = [];
  text.observe((event) => deltas.push(event.delta));
  type('Joint exercise training', 15);
  expect(text.toJSON()).toBe('Joint exercise training');
  expect(deltas).toEqual([[{ retain: 6 }, { insert: 'exercise ' }]]);
});

test('what others type appears, and the caret stays with its words', () => {
  field.setSelectionRange(6, 6);
  text.insert(0, 'New: ');
  expect(field.value).toBe('New: Joint training');
  expect(field.selectionStart).toBe(11);
});

test('while an input method composes, the field is left alone and both texts survive', () => {
  field.dispatchEvent(new CompositionEvent('compositionstart'));
  type('Joint tra訓ining', 10);
  text.insert(0, 'New: ');
  expect(field.value).toBe('Joint tra訓ining');
  expect(text.toJSON()).toBe('New: Joint training');
  field.dispatchEvent(new CompositionEvent('compositionend'));
  expect(text.toJSON()).toBe('New: Joint tra訓ining');
  expect(field.value).toBe('New: Joint tra訓ining');
});

test('line breaks that are pasted become spaces', () => {
  type('one\ntwo', 7);
  expect(text.toJSON()).toBe('one two');
  expect(field.value).toBe('one two');
});

test('undo takes back what was typed here and leaves what others typed', () => {
  type('Joint training!', 15);
  text.insert(0, 'New: ');
  press('z');
  expect(text.toJSON()).toBe('New: Joint training');
  press('z', { shiftKey: true });
  expect(text.toJSON()).toBe('New: Joint training!');
});

test('a text of one line takes a paste of several as one; one of many keeps them', () => {
  type('Joint\ntraining', 14);
  expect(text.toJSON()).toBe('Joint training');
  binding.destroy();
  binding = new TextBinding(field, text, 'many');
  type('Joint training\nin the east', 26);
  expect(text.toJSON()).toBe('Joint training\nin the east');
});
