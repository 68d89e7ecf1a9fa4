import { expect, test } from 'vitest';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { readMessage, type Message } from './format-message.ts';
import { fr } from './fr.ts';

const OTHERS: [string, Readonly<Record<string, string>>][] = [
  ['fr', fr],
  ['ar', ar],
];
const ENGLISH: Readonly<Record<string, string>> = en;

const namesIn = (message: Message): string[] =>
  message.flatMap((part) => {
    if (part.kind === 'text' || part.kind === 'count') return [];
    const forms = 'forms' in part ? [...part.forms.values()] : [];
    return [part.name, ...forms.flatMap(namesIn)];
  });
const argumentsOf = (source: string): string[] => [...new Set(namesIn(readMessage(source)))].toSorted();

test.each(OTHERS)('every message of %s asks for what the English one asks for', (_, catalogue) => {
  for (const [key, source] of Object.entries(catalogue)) {
    expect([key, argumentsOf(source)]).toEqual([key, argumentsOf(ENGLISH[key] ?? '')]);
  }
});

const pluralsIn = (message: Message): ReadonlyMap<string, Message>[] =>
  message.flatMap((part) => {
    if (!('forms' in part)) return [];
    const inner = [...part.forms.values()].flatMap(pluralsIn);
    return part.kind === 'plural' ? [part.forms, ...inner] : inner;
  });

const SIX = 'zero one two few many other';

test('a plural of Arabic has all six forms; zero may be said as =0', () => {
  for (const [key, source] of Object.entries(ar)) {
    for (const forms of pluralsIn(readMessage(source))) {
      expect([key, [...forms.keys()].join(' ').replace(/^=0( zero)?/, 'zero')]).toEqual([key, SIX]);
    }
  }
});
