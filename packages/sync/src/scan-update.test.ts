import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { deeds, history, mutate, mutations, newDoc } from './testing.ts';
import type { RefusalCode } from './refusals.ts';
import { isRefusal, scanUpdate, type UpdateScan } from './scan-update.ts';

const RULES = { roots: new Set(['cards', 'body']), maxStructs: 1_000 };

const text = (value: string): number[] => [value.length, ...new TextEncoder().encode(value)];

/** One struct of client 1 at clock 0, and no deletions. */
const oneStruct = (...struct: number[]): number[] => [1, 1, 1, 0, ...struct, 0];
/** A struct of this content in the root `cards` under the key `a`. */
const inRoot = (content: number, ...rest: number[]): number[] =>
  oneStruct(0x20 | content, 1, ...text('cards'), ...text('a'), ...rest);

const codeOf = (bytes: Iterable<number>): string | null => {
  const result = scanUpdate(new Uint8Array(bytes), RULES);
  return isRefusal(result) ? result.code : null;
};

describe('R10: the scanner', () => {
  test.each<[string, number[]]>([
    ['nothing new', [0, 0]],
    ['a number', inRoot(8, 1, 125, 5)],
    ['a large negative number', inRoot(8, 1, 125, 0xff, 0xff, 0x03)],
    ['every kind of value', inRoot(8, 6, 127, 126, 120, 121, 119, ...text('x'), 124, 0, 0, 0, 0)],
    ['a double', inRoot(8, 1, 123, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['an object in an array', inRoot(8, 1, 117, 1, 118, 1, ...text('k'), 126)],
    ['a text', inRoot(4, ...text('hello'))],
    ['a deleted run', inRoot(1, 5)],
    ['a format', inRoot(6, ...text('bold'), ...text('true'))],
    ...[0, 1, 2, 4, 6].map((type): [string, number[]] => [`a type ${type}`, inRoot(7, type)]),
    ['an element', inRoot(7, 3, ...text('paragraph'))],
    ['a collected run', oneStruct(0, 9)],
    ['deletions', [0, 1, 5, 2, 0, 3, 7, 1]],
  ])('takes %s', (_title, bytes) => {
    expect(codeOf(bytes)).toBeNull();
  });

  test.each<[string, RefusalCode, number[]]>([
    ['no bytes', 'malformed', []],
    ['bytes after the end', 'malformed', [0, 0, 0]],
    ['an end in the middle', 'malformed', inRoot(8, 1, 125, 5).slice(0, -2)],
    ['more clients than bytes', 'malformed', [100, 1, 1, 0]],
    ['more structs than bytes', 'malformed', [1, 0xff, 0x07, 1, 0, 0]],
    ['more values than bytes', 'malformed', inRoot(8, 0xff, 0xff, 0xff, 0x07, 126)],
    ['more deletions than bytes', 'malformed', [0, 1, 5, 0xff, 0x07, 0]],
    ['a number without end', 'malformed', Array.from({ length: 20 }, () => 0xff)],
    ['an integer without end', 'malformed', inRoot(8, 1, 125, ...Array.from({ length: 20 }, () => 0xff))],
    ['a client twice', 'malformed', [2, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0]],
    ['a client id of 33 bits', 'malformed', [1, 1, 0x80, 0x80, 0x80, 0x80, 0x10, 0, 0, 1, 0]],
    ['a clock beyond people', 'malformed', [1, 1, 1, 0x80, 0x80, 0x80, 0x80, 0x08, 0, 1, 0]],
    ['a run that overflows the clock', 'malformed', [1, 1, 1, 1, 0, 0xff, 0xff, 0xff, 0xff, 0x07, 0]],
    ['an empty text', 'malformed', inRoot(4, 0)],
    ['an empty list of values', 'malformed', inRoot(8, 0)],
    ['an empty run', 'malformed', inRoot(1, 0)],
    ['an empty deletion', 'malformed', [0, 1, 5, 1, 0, 0]],
    ['a struct that builds on itself', 'malformed', oneStruct(0x80 | 8, 1, 0, 1, 126)],
    ['a struct to the left of a later one of its own', 'malformed', oneStruct(0x40 | 8, 1, 5, 1, 126)],
    ['a struct inside itself', 'malformed', oneStruct(8, 0, 1, 0, 1, 126)],
    ['a skip', 'malformed', oneStruct(10, 5)],
    ['text that is not UTF-8', 'malformed', inRoot(4, 1, 0xff)],
    ['a format that is not JSON', 'malformed', inRoot(6, ...text('bold'), ...text('{'))],
    ['a parent that is neither', 'malformed', oneStruct(0x20 | 8, 2, ...text('cards'), ...text('a'), 1, 126)],
    ['another root', 'unknown-root', oneStruct(0x20 | 8, 1, ...text('votes'), ...text('a'), 1, 126)],
    ['a long root', 'too-large', oneStruct(0x20 | 8, 1, 0x80, 0x08, ...Array.from({ length: 1024 }, () => 97), 0)],
    ['binary', 'content-not-allowed', inRoot(3, 1, 0)],
    ['legacy JSON', 'content-not-allowed', inRoot(2, 1, ...text('1'))],
    ['an embed', 'content-not-allowed', inRoot(5, ...text('{}'))],
    ['a subdocument', 'content-not-allowed', inRoot(9, ...text('id'), 118, 0)],
    ['a hook', 'content-not-allowed', inRoot(7, 5, ...text('x'))],
    ['an unknown type', 'content-not-allowed', inRoot(7, 9)],
    ['an unknown content', 'content-not-allowed', inRoot(13, 0)],
    ['bytes in a value', 'content-not-allowed', inRoot(8, 1, 116, 1, 0)],
    ['a big integer', 'content-not-allowed', inRoot(8, 1, 122, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['a key that reaches prototypes', 'content-not-allowed', inRoot(8, 1, 118, 1, ...text('__proto__'), 126)],
    ['a deep value', 'too-large', inRoot(8, 1, ...Array.from({ length: 20 }, () => [117, 1]).flat(), 126)],
  ])('refuses %s as %s', (_title, code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('says what an update brings, builds on and sets anew', () => {
    const doc = newDoc(7);
    const cards = doc.getMap('cards');
    cards.set('a', 'one');
    cards.set('b', 'two');
    const before = Y.encodeStateVector(doc);
    cards.set('a', 'three');
    expect(scanUpdate(Y.encodeStateAsUpdate(doc, before), RULES)).toEqual({
      structs: 1,
      ranges: [{ client: 7, clock: 2, end: 3 }],
      needs: new Map([[7, 0]]),
      cuts: [7, 1],
      entries: [],
    } satisfies UpdateScan);
    expect(scanUpdate(Y.encodeStateAsUpdate(doc), RULES)).toMatchObject({
      ranges: [{ client: 7, clock: 0, end: 3 }],
      entries: [
        { root: 'cards', key: 'a' },
        { root: 'cards', key: 'b' },
      ],
    });
  });

  test('counts UTF-16 units, as Yjs does', () => {
    const doc = newDoc(7);
    doc.getMap('cards').set('a', new Y.Text('é👍ش'));
    const result = scanUpdate(Y.encodeStateAsUpdate(doc), RULES);
    expect(result).toMatchObject({ ranges: [{ client: 7, clock: 0, end: Y.getState(doc.store, 7) }] });
  });
});

describe('R10: honest and hostile bytes', () => {
  test('every update of honest edits is taken, whole or in pieces', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const { updates, whole } = history(list);
        for (const update of [...updates, whole]) expect(scanUpdate(update, RULES)).not.toHaveProperty('code');
      }),
      { numRuns: 300 },
    );
  });

  test('what the scan says of ranges is what the document has afterwards', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const doc = newDoc();
        for (const update of history(list).updates) {
          const result = scanUpdate(update, RULES);
          if (isRefusal(result)) throw new Error(result.code);
          Y.applyUpdate(doc, update);
          const brought = doc.store.pendingStructs === null ? result.ranges : [];
          expect(brought.filter(({ client, end }) => Y.getState(doc.store, client) < end)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('mutated bytes never make the scanner throw', () => {
    fc.assert(
      fc.property(deeds, mutations, (list, changes) => {
        const { updates, whole } = history(list);
        for (const honest of [...updates.slice(-3), whole]) {
          expect(scanUpdate(mutate(honest, changes), RULES)).toBeTypeOf('object');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('arbitrary bytes never make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(scanUpdate(bytes, RULES)).toBeTypeOf('object');
      }),
      { numRuns: 2_000 },
    );
  });
});
