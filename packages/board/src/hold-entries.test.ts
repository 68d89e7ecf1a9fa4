import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { addCard } from './add-card.ts';
import { holdEntries, type Holds, type SetBack } from './hold-entries.ts';
import { cardMap, cardsOf, clustersOf } from './layout.ts';
import { readBoard } from './read-board.ts';

const FREE: Holds = { frozenCard: () => null, frozenCluster: () => null, clustersHeld: () => false };
const LOCKED: Holds = { ...FREE, clustersHeld: () => true };
const A = 'card-a' as CardId;
const B = 'card-b' as CardId;
const WATER = 'water' as ClusterId;
const FIRE = 'fire' as ClusterId;

const titleOf = (doc: Y.Doc, id: CardId): Y.Text => cardMap(doc, id)?.get('title') as Y.Text;
const bodyOf = (doc: Y.Doc, id: CardId): Y.XmlFragment => cardMap(doc, id)?.get('body') as Y.XmlFragment;

/** The server's document with two cards in a cluster, the second one with formatting; and a member's copy of it. */
const board = (): { server: Y.Doc; member: Y.Doc } => {
  const server = new Y.Doc();
  const cluster = new Y.Map<unknown>([
    ['title', new Y.Text('Water')],
    ['colour', 3],
  ]);
  clustersOf(server).set(WATER, cluster);
  clustersOf(server).set(
    FIRE,
    new Y.Map<unknown>([
      ['title', new Y.Text('Fire')],
      ['colour', 5],
    ]),
  );
  addCard(server, { id: A, title: 'Pumps', body: 'Two\nlines', position: [0, 0], cluster: WATER, late: true }, 'test');
  addCard(server, { id: B, title: 'Wells', body: 'Deep', position: [300, 0], proxy: true }, 'test');
  const paragraph = bodyOf(server, B).get(0) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).format(0, 2, { bold: true });
  const member = new Y.Doc();
  Y.applyUpdate(member, Y.encodeStateAsUpdate(server));
  return { server, member };
};

/** Applies what the member did as the room does: in one outer transaction, held before it ends. */
const tick = (
  { server, member }: { server: Y.Doc; member: Y.Doc },
  holds: Holds,
  deed: (doc: Y.Doc) => void,
): SetBack[] => {
  member.transact(() => deed(member));
  const update = Y.encodeStateAsUpdate(member, Y.encodeStateVector(server));
  let setBack: SetBack[] = [];
  server.transact((transaction) => {
    Y.applyUpdate(server, update);
    for (const type of transaction.changed.keys()) if (type._searchMarker !== null) type._searchMarker.length = 0;
    const touched = [
      ...[...cardsOf(server)._map.keys()].map((key) => ({ root: 'cards', key })),
      ...[...clustersOf(server)._map.keys()].map((key) => ({ root: 'clusters', key })),
    ];
    setBack = holdEntries(server, touched, holds);
    transaction.local = true;
  });
  Y.applyUpdate(member, Y.encodeStateAsUpdate(server, Y.encodeStateVector(member)));
  return setBack;
};

/** Every paragraph with its formatting. */
const formatted = (doc: Y.Doc, id: CardId): unknown[] =>
  bodyOf(doc, id)
    .toArray()
    .map((child) => ((child as Y.XmlElement).get(0) as Y.XmlText).toDelta() as unknown);

describe('holdEntries', () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ['removes a card', (doc) => cardsOf(doc).delete(B)],
    ['puts another card in its place', (doc) => void cardsOf(doc).set(B, new Y.Map([['title', new Y.Text('Mine')]]))],
    ['puts junk in its place', (doc) => void cardsOf(doc).set(B, 'junk')],
    [
      'edits a card and then removes it',
      (doc) => {
        titleOf(doc, B).insert(0, 'No ');
        cardsOf(doc).delete(B);
      },
    ],
    [
      'replaces it twice',
      (doc) => {
        cardsOf(doc).set(B, new Y.Map());
        cardsOf(doc).set(B, new Y.Map([['late', true]]));
      },
    ],
    ['wipes a mark off', (doc) => cardMap(doc, B)?.delete('proxy')],
    ['overwrites a mark', (doc) => void cardMap(doc, B)?.set('proxy', false)],
    ['marks a card', (doc) => void cardMap(doc, B)?.set('late', true)],
  ])('brings back what was there when a member %s', (_, deed) => {
    const peers = board();
    const before = readBoard(peers.server);
    const deltas = formatted(peers.server, B);
    expect(tick(peers, FREE, deed)).toEqual([]);
    expect(readBoard(peers.server)).toEqual(before);
    expect(formatted(peers.server, B)).toEqual(deltas);
    expect(readBoard(peers.member)).toEqual(before);
  });

  it('leaves other changes of the same tick alone', () => {
    const peers = board();
    tick(peers, FREE, (doc) => {
      cardsOf(doc).delete(A);
      cardMap(doc, B)?.set('position', [9, 9]);
      titleOf(doc, B).insert(5, ' and springs');
    });
    const [first, second] = readBoard(peers.server).cards;
    expect(first).toMatchObject({ id: A, title: 'Pumps', body: 'Two\nlines', late: true, cluster: WATER });
    expect(second).toMatchObject({ id: B, title: 'Wells and springs', position: [9, 9] });
  });

  it('sets back a frozen text with its formatting and says what was written', () => {
    const peers = board();
    const deltas = formatted(peers.server, B);
    const holds: Holds = { ...FREE, frozenCard: (id) => (id === B ? { title: 'Wells', body: 'Deep' } : null) };
    const setBack = tick(peers, holds, (doc) => {
      titleOf(doc, B).insert(5, '!');
      const body = bodyOf(doc, B);
      ((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, 'er ones');
      cardMap(doc, B)?.set('position', [1, 2]);
      titleOf(doc, A).insert(0, 'More ');
    });
    expect(setBack).toEqual([{ root: 'cards', key: B, title: 'Wells!', body: 'Deeper ones' }]);
    const [first, second] = readBoard(peers.server).cards;
    expect(second).toMatchObject({ title: 'Wells', body: 'Deep', position: [1, 2] });
    expect(first?.title).toBe('More Pumps');
    expect(formatted(peers.server, B)).toEqual(deltas);
    expect(readBoard(peers.member)).toEqual(readBoard(peers.server));
  });

  it.each<[string, (doc: Y.Doc) => void, SetBack[]]>([
    [
      'its title key is replaced',
      (doc) => void cardMap(doc, B)?.set('title', new Y.Text('Taken')),
      [{ root: 'cards', key: B, title: 'Taken', body: 'Deep' }],
    ],
    [
      'its body is deleted',
      (doc) => cardMap(doc, B)?.delete('body'),
      [{ root: 'cards', key: B, title: 'Wells', body: '' }],
    ],
    ['it is removed', (doc) => cardsOf(doc).delete(B), []],
  ])('keeps a frozen text when %s', (_, deed, expected) => {
    const peers = board();
    const setBack = tick(
      peers,
      { ...FREE, frozenCard: (id) => (id === B ? { title: 'Wells', body: 'Deep' } : null) },
      deed,
    );
    expect(setBack).toEqual(expected);
    expect(readBoard(peers.server).cards.find((card) => card.id === B)).toMatchObject({ title: 'Wells', body: 'Deep' });
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ['renames it', (doc) => (clustersOf(doc).get(WATER) as Y.Map<Y.Text>).get('title')?.insert(0, 'Fresh ')],
    [
      'replaces its title',
      (doc) => void (clustersOf(doc).get(WATER) as Y.Map<unknown>).set('title', new Y.Text('Mine')),
    ],
    [
      'dissolves it',
      (doc) => {
        cardMap(doc, A)?.delete('cluster');
        clustersOf(doc).delete(WATER);
      },
    ],
    ['recolours it', (doc) => void (clustersOf(doc).get(WATER) as Y.Map<unknown>).set('colour', 8)],
    ['makes a new one', (doc) => void clustersOf(doc).set('new', new Y.Map([['title', new Y.Text('New')]]))],
    ['moves a card out', (doc) => cardMap(doc, A)?.delete('cluster')],
    ['moves a card in', (doc) => void cardMap(doc, B)?.set('cluster', WATER)],
    [
      'moves a card over and back and over',
      (doc) => {
        for (const id of [FIRE, WATER, FIRE]) cardMap(doc, A)?.set('cluster', id);
      },
    ],
  ])('keeps locked clusters when a member %s', (_, deed) => {
    const peers = board();
    const before = readBoard(peers.server);
    tick(peers, LOCKED, deed);
    expect(readBoard(peers.server)).toEqual(before);
    expect(readBoard(peers.member)).toEqual(before);
  });

  it('lets a new card come while clusters are locked, but into none', () => {
    const peers = board();
    tick(peers, LOCKED, (doc) => {
      addCard(doc, { id: 'card-c' as CardId, title: 'New', position: [5, 5], cluster: WATER }, 'test');
    });
    expect(readBoard(peers.server).cards.find((card) => card.title === 'New')).toMatchObject({ cluster: null });
  });

  it('keeps the title of a cluster under a ballot and says what was written', () => {
    const peers = board();
    const holds: Holds = { ...FREE, frozenCluster: (id) => (id === WATER ? 'Water' : null) };
    const setBack = tick(peers, holds, (doc) => {
      (clustersOf(doc).get(WATER) as Y.Map<Y.Text>).get('title')?.insert(5, 's');
      (clustersOf(doc).get(FIRE) as Y.Map<Y.Text>).get('title')?.insert(4, 's');
    });
    expect(setBack).toEqual([{ root: 'clusters', key: WATER, title: 'Waters', body: '' }]);
    expect(readBoard(peers.server).clusters.map((cluster) => cluster.title)).toEqual(['Fires', 'Water']);
  });

  it('brings any board back to what it was, whatever a member does to its entries (property)', () => {
    const key = fc.constantFrom<string>(A, B);
    const deed = fc.oneof(
      key.map(
        (id) =>
          (doc: Y.Doc): void =>
            cardsOf(doc).delete(id),
      ),
      fc.tuple(key, fc.string()).map(
        ([id, text]) =>
          (doc: Y.Doc): void =>
            void cardsOf(doc).set(id, text),
      ),
      key.map(
        (id) =>
          (doc: Y.Doc): void =>
            void cardsOf(doc).set(id, new Y.Map([['title', new Y.Text('x')]])),
      ),
      fc.tuple(key, fc.string()).map(([id, text]) => (doc: Y.Doc): void => {
        const title = cardMap(doc, id as CardId)?.get('title');
        if (title instanceof Y.Text) title.insert(Math.floor(title.length / 2), text);
      }),
      fc.constantFrom<ClusterId>(WATER, FIRE).map(
        (id) =>
          (doc: Y.Doc): void =>
            clustersOf(doc).delete(id),
      ),
      fc.tuple(key, fc.constantFrom('cluster', 'late', 'proxy'), fc.constantFrom<unknown>(true, false, 'fire', 7)).map(
        ([id, name, value]) =>
          (doc: Y.Doc): void =>
            void cardMap(doc, id as CardId)?.set(name, value),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { maxLength: 4 }), (ticks) => {
        const peers = board();
        const before = readBoard(peers.server);
        const texts = new Map(before.cards.map((card) => [card.id, { title: card.title, body: card.body }]));
        const holds: Holds = { ...LOCKED, frozenCard: (id) => texts.get(id) ?? null };
        for (const deeds of ticks)
          tick(peers, holds, (doc) => {
            for (const one of deeds) one(doc);
          });
        expect(readBoard(peers.server)).toEqual(before);
        expect(readBoard(peers.member)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});
