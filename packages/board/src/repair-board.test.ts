import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { Card, Cluster } from '@rapport/domain/card';
import { LIMITS } from '@rapport/domain/limits';
import { addCard } from './add-card.ts';
import { BoardRecords } from './board-records.ts';
import { groupCards } from './group-cards.ts';
import { readBoard, readDrafts } from './read-board.ts';
import { repairBoard, type RepairContext } from './repair-board.ts';

const CALM: RepairContext = { revealed: false, added: new Set(), mayProxy: () => false, maxCards: 5000 };
const id = 'card-1' as CardId;

const everything = (doc: Y.Doc): { root: string; key: string }[] =>
  ['cards', 'clusters'].flatMap((root) => [...doc.getMap(root).keys()].map((key) => ({ root, key })));

const text = (value: string): Y.Text => new Y.Text(value);
const paragraph = (...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, children);
  return made;
};
const body = (...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment => {
  const made = new Y.XmlFragment();
  made.insert(0, children);
  return made;
};
const sound = {
  title: 'A',
  body: '',
  position: [1, 2],
  cluster: null,
  late: false,
  proxy: false,
  binned: false,
  tags: [],
  alsoIn: [],
};

describe('repair', () => {
  test.each<{ name: string; entry: () => unknown; reads: object | null; context?: Partial<RepairContext> }>([
    { name: 'a string in place of a card', entry: () => 'junk', reads: null },
    { name: 'a text in place of a card', entry: () => text('junk'), reads: null },
    { name: 'an array in place of a card', entry: () => new Y.Array(), reads: null },
    {
      name: 'an empty map',
      entry: () => new Y.Map(),
      reads: { ...sound, title: '', position: [0, 0] },
    },
    {
      name: 'strings where texts belong',
      entry: () => new Y.Map<unknown>(Object.entries({ title: 'A', body: 'x\ny', position: [1, 2] })),
      reads: { ...sound, body: 'x\ny' },
    },
    {
      name: 'XML where a title belongs, an element where a body belongs',
      entry: () =>
        new Y.Map<unknown>([
          ['title', new Y.XmlText('A')],
          ['body', paragraph(new Y.XmlText('x'))],
          ['position', [1, 2]],
        ]),
      reads: { ...sound, body: 'x' },
    },
    {
      name: 'a title of two lines',
      entry: () => new Y.Map<unknown>(Object.entries({ title: text('A\r\nB'), body: body(), position: [1, 2] })),
      reads: { ...sound, title: 'A B' },
    },
    {
      name: 'a title and a body that are too long',
      entry: () =>
        new Y.Map<unknown>(
          Object.entries({
            title: text('A'.repeat(LIMITS.cardTitle + 1)),
            body: body(paragraph(new Y.XmlText('b'.repeat(LIMITS.cardBody))), paragraph(new Y.XmlText('c'))),
            position: [1, 2],
          }),
        ),
      reads: { ...sound, title: 'A'.repeat(LIMITS.cardTitle), body: 'b'.repeat(LIMITS.cardBody) },
    },
    {
      name: 'a body with elements no editor of ours makes',
      entry: () => {
        const script = new Y.XmlElement('script');
        script.insert(0, [new Y.XmlText('alert(1)')]);
        return new Y.Map<unknown>(Object.entries({ title: text('A'), body: body(script), position: [1, 2] }));
      },
      reads: { ...sound, body: 'alert(1)' },
    },
    ...[[Number.NaN, 0], [Infinity, 0], [1e9, 0], [1], 'x', null, { x: 1 }].map((position) => ({
      name: `the position ${JSON.stringify(position)}`,
      entry: () => new Y.Map<unknown>(Object.entries({ title: text('A'), body: body(), position })),
      reads: { ...sound, position: [0, 0] },
    })),
    {
      name: 'unknown keys, odd marks and a cluster that does not exist',
      entry: () =>
        new Y.Map<unknown>(
          Object.entries({
            title: text('A'),
            body: body(),
            position: [1, 2],
            author: 'Alice',
            binned: 'yes',
            late: 1,
            cluster: 'nowhere',
          }),
        ),
      reads: sound,
    },
    {
      name: 'a new card without the late mark after a reveal',
      entry: () => new Y.Map<unknown>(Object.entries({ title: text('A'), body: body(), position: [1, 2] })),
      context: { revealed: true, added: new Set([id]) },
      reads: { ...sound, late: true },
    },
    {
      name: 'an old card after a reveal',
      entry: () => new Y.Map<unknown>(Object.entries({ title: text('A'), body: body(), position: [1, 2] })),
      context: { revealed: true },
      reads: sound,
    },
    {
      name: 'a proxy card of somebody who may not enter any',
      entry: () =>
        new Y.Map<unknown>(Object.entries({ title: text('A'), body: body(), position: [1, 2], proxy: true })),
      context: { added: new Set([id]) },
      reads: sound,
    },
    {
      name: 'a proxy card of the facilitator',
      entry: () =>
        new Y.Map<unknown>(Object.entries({ title: text('A'), body: body(), position: [1, 2], proxy: true })),
      context: { added: new Set([id]), mayProxy: () => true },
      reads: { ...sound, proxy: true },
    },
  ])('$name', ({ entry, reads, context }) => {
    const doc = new Y.Doc();
    doc.getMap('cards').set(id, entry());
    repairBoard(doc, [{ root: 'cards', key: id }], { ...CALM, ...context });
    expect(readBoard(doc).cards).toEqual(reads === null ? [] : [{ id, ...reads }]);
    expect(doc.getMap('cards').size).toBe(reads === null ? 0 : 1);
    expect(JSON.stringify(doc.getMap('cards').toJSON())).not.toContain('author');
  });

  test('unsafe links and unknown marks lose their mark, others keep it', () => {
    const doc = new Y.Doc();
    addCard(doc, { id, title: 'A', body: 'bold unsafe safe big', position: [0, 0] }, null);
    const content = (doc.getMap('cards').get(id) as Y.Map<unknown>).get('body') as Y.XmlFragment;
    const inner = (content.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    inner.format(0, 4, { bold: true });
    inner.format(5, 6, { link: { href: 'javascript:alert(1)' } });
    inner.format(12, 4, { link: { href: 'https://example.org' } });
    inner.format(17, 3, { fontSize: '90px' });
    repairBoard(doc, [{ root: 'cards', key: id }], CALM);
    expect(inner.toDelta()).toEqual([
      { insert: 'bold', attributes: { bold: true } },
      { insert: ' unsafe ' },
      { insert: 'safe', attributes: { link: { href: 'https://example.org' } } },
      { insert: ' big' },
    ]);
  });

  test('what is new beyond the limit goes, older cards stay', () => {
    const doc = new Y.Doc();
    for (let number = 0; number < 6; number += 1) {
      addCard(doc, { id: `card-${number}` as CardId, position: [0, 0] }, null);
    }
    repairBoard(doc, [], { ...CALM, added: new Set(['card-1', 'card-2', 'card-3']), maxCards: 4 });
    expect(readBoard(doc).cards.map((card) => card.id)).toEqual(['card-0', 'card-3', 'card-4', 'card-5']);
  });

  test('sound entries are not written to', () => {
    const doc = new Y.Doc();
    addCard(doc, { id, title: 'Ä', body: 'x\n\ny', position: [3, 4], late: true, finished: true }, null);
    groupCards(doc, { id: 'cluster-1' as ClusterId, title: 'B', position: [1, 1], cards: [{ id }] }, null);
    const before = Y.encodeStateAsUpdate(doc);
    repairBoard(doc, everything(doc), CALM);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('a cluster is mended too', () => {
    const doc = new Y.Doc();
    doc.getMap('clusters').set('a', new Y.Map<unknown>(Object.entries({ title: 'A', colour: 99, position: 'x' })));
    doc.getMap('clusters').set('b', 5);
    doc.getMap('clusters').set('not an id', new Y.Map());
    repairBoard(doc, everything(doc), CALM);
    expect(doc.getMap('clusters').toJSON()).toEqual({ a: { title: 'A', colour: 1 } });
  });
});

/** Anything a hostile client could put where a value belongs. */
const junk: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)).map((value) => () => value),
  fc.array(fc.oneof(fc.double(), fc.string()), { maxLength: 3 }).map((value) => () => value),
  fc.string({ maxLength: 300, unit: 'binary' }).map((value) => () => new Y.Text(value.toWellFormed())),
  fc.string().map((value) => () => new Y.XmlText(value)),
  fc.constantFrom('paragraph', 'script', 'listItem', 'hardBreak').map((name) => () => {
    const element = new Y.XmlElement(name);
    element.insert(0, [new Y.XmlElement('bulletList'), new Y.XmlText('t')]);
    return element;
  }),
  fc.constantFrom('paragraph', 'script').map((name) => () => {
    const made = new Y.XmlFragment();
    made.insert(0, [new Y.XmlElement(name), new Y.XmlText('loose')]);
    return made;
  }),
  fc.constant(() => new Y.Map<unknown>([['title', new Y.Map()]])),
  fc.constant(() => new Y.Array()),
);
const key = fc.constantFrom(
  'title',
  'body',
  'position',
  'cluster',
  'late',
  'binned',
  'tag:a',
  'also:b',
  'collapsed',
  'colour',
  'x',
  '',
);
const entry = fc.oneof(
  junk,
  fc
    .uniqueArray(fc.tuple(key, junk), { selector: ([name]) => name })
    .map((pairs) => () => new Y.Map<unknown>(pairs.map(([name, make]) => [name, make()]))),
);
const entryId = fc.constantFrom('a', 'b', 'c', 'not an id', 'x'.repeat(80));

test('hostile content never throws, and once repaired it reads as sound cards and clusters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('cards', 'clusters'), entryId, entry), { maxLength: 8 }),
      (writes) => {
        const doc = new Y.Doc();
        const records = new BoardRecords(doc);
        for (const [root, name, make] of writes) doc.getMap(root).set(name, make());
        readBoard(doc);
        readDrafts(doc);
        repairBoard(doc, everything(doc), CALM);
        const board = readBoard(doc);
        for (const card of board.cards) expect(Card.safeParse(card).success).toBe(true);
        for (const cluster of board.clusters) expect(Cluster.safeParse(cluster).success).toBe(true);
        expect(board.cards).toHaveLength(doc.getMap('cards').size);
        expect(records.cardIds()).toEqual(board.cards.filter((card) => !card.binned).map((card) => card.id));
        const repaired = Y.encodeStateAsUpdate(doc);
        repairBoard(doc, everything(doc), CALM);
        expect(Y.encodeStateAsUpdate(doc)).toEqual(repaired);
      },
    ),
    { numRuns: 300 },
  );
});
