import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from './close-codes.ts';
import { step2Frame, updateFrame } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { REFUSALS } from './refusals.ts';
import { addTestCard, cardsOf, flushAll, joined, READER, TestHost, titleOf, titles, WRITER } from './testing.ts';

const wholeUpdate = (edit: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array => {
  edit(doc);
  return Y.encodeStateAsUpdate(doc);
};

describe('admission', () => {
  test('R11: a refused frame leaves no trace, tells why and closes for good', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    const rogue = new Y.Doc();
    addTestCard(rogue, 'a', 'x');
    rogue.getMap('votes').set('a', 1);
    alice.say(updateFrame(Y.encodeStateAsUpdate(rogue)));
    flushAll(host, [alice, bob]);
    expect(alice.refusal).toEqual({ code: 'unknown-root', text: REFUSALS['unknown-root'] });
    expect(alice.closed).toMatchObject({ code: CLOSE.refused });
    expect(host.records).toEqual([]);
    expect(titles(bob.doc)).toEqual({});
    expect(host.refused).toEqual(['unknown-root']);
    // Nothing it sends is looked at any more.
    alice.say(updateFrame(wholeUpdate((doc) => addTestCard(doc, 'z', 'late'))));
    flushAll(host, [alice, bob]);
    expect(titles(host.room.doc)).toEqual({});
  });

  test.each([
    ['an update of more than 256 kB', updateFrame, SYNC_LIMITS.updateBytes, 'too-large'],
    ['a step 2 of as many', step2Frame, SYNC_LIMITS.updateBytes, null],
    ['a step 2 of more than 4 MB', step2Frame, SYNC_LIMITS.step2Bytes, 'too-large'],
  ])('R12: %s', (_title, frame, length, code) => {
    const host = new TestHost();
    const alice = joined(host);
    alice.say(frame(wholeUpdate((doc) => doc.getMap('cards').set('a', 'x'.repeat(length)))));
    alice.flushUp();
    alice.flushDown();
    expect(alice.refusal?.code ?? null).toBe(code);
  });

  test('R12: an update of more than 20,000 structs', () => {
    const host = new TestHost();
    const alice = joined(host);
    const many = wholeUpdate((doc) => {
      for (let index = 0; index <= SYNC_LIMITS.updateStructs; index++) doc.getMap('cards').set(`${index % 7}`, 0);
    });
    expect(many.length).toBeLessThan(SYNC_LIMITS.updateBytes);
    alice.say(updateFrame(many));
    flushAll(host, [alice]);
    expect(alice.refusal?.code).toBe('too-large');
  });

  test('R13: a reader who writes is refused', () => {
    const host = new TestHost();
    const reader = joined(host, READER);
    addTestCard(reader.doc, 'a', 'x');
    flushAll(host, [reader]);
    expect(reader.refusal?.code).toBe('read-only');
    expect(titles(host.room.doc)).toEqual({});
  });

  test('R13, R20: what came before a lock counts, what comes after is refused', () => {
    const host = new TestHost();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'before');
    alice.ask('before');
    alice.flushUp();
    host.room.reconsider(alice.id, READER, host.now);
    addTestCard(alice.doc, 'b', 'after');
    alice.ask('after');
    flushAll(host, [alice]);
    host.commit();
    flushAll(host, [alice]);
    expect(titles(host.room.doc)).toEqual({ a: 'before' });
    expect(alice.closed).toMatchObject({ code: CLOSE.refused });
    expect(alice.tokens).not.toContain('after');
  });

  test('R13: who is not allowed here any more is shown out', () => {
    const host = new TestHost();
    const alice = joined(host);
    host.room.reconsider(alice.id, null, host.now);
    expect(alice.closed).toMatchObject({ code: CLOSE.refused });
  });

  test('R13, R19: a lock between question and answer loses neither the question nor the tokens', () => {
    const host = new TestHost();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'x');
    flushAll(host, [alice]);
    alice.drop();
    // Out of touch it deletes: its vector does not tell.
    titleOf(alice.doc, 'a').delete(0, 1);
    alice.connect();
    alice.flushUp();
    host.room.reconsider(alice.id, READER, host.now);
    alice.ask('t');
    flushAll(host, [alice]);
    host.commit();
    flushAll(host, [alice]);
    expect(alice.tokens).toEqual([]);
    expect(alice.closed).toBeNull();
    host.room.reconsider(alice.id, WRITER, host.now);
    flushAll(host, [alice]);
    host.commit();
    flushAll(host, [alice]);
    expect(titles(host.room.doc)).toEqual({ a: '' });
    expect(alice.tokens).toEqual(['t']);
  });

  test('a damaged document takes nothing from anybody', () => {
    const host = new TestHost();
    const alice = joined(host);
    const damaged = { code: 'storage-damaged', text: REFUSALS['storage-damaged'] };
    host.room.freeze(damaged);
    addTestCard(alice.doc, 'a', 'x');
    flushAll(host, [alice]);
    expect(alice.refusal).toEqual(damaged);
    expect(() => host.room.edit((doc) => addTestCard(doc, 'b', 'y'), host.now)).toThrow('storage-damaged');
  });

  test('R15: when a repair fails nothing is stored or spread, authors are refused, others come back', () => {
    const host = new TestHost({
      repair: () => {
        throw new Error('no repair');
      },
    });
    const [alice, bob] = [joined(host), joined(host)];
    addTestCard(alice.doc, 'a', 'x');
    flushAll(host, [alice, bob]);
    expect(host.faults).toEqual([new Error('no repair')]);
    expect(host.records).toEqual([]);
    expect(titles(bob.doc)).toEqual({});
    expect(alice.closed).toMatchObject({ code: CLOSE.refused });
    expect(alice.refusal?.code).toBe('malformed');
    expect(bob.closed).toMatchObject({ code: CLOSE.fault });
    expect(host.room.nextTickAt).toBeNull();
  });

  test('R16: nobody sees what a repair mends', () => {
    const host = new TestHost({
      repair: (doc, touched) => {
        for (const { key } of touched) if (key === 'bad') cardsOf(doc).delete(key);
      },
    });
    const [alice, bob] = [joined(host), joined(host)];
    const seenKeys = new Set<string>();
    bob.doc.on('afterTransaction', () => Object.keys(titles(bob.doc)).forEach((id) => seenKeys.add(id)));
    addTestCard(alice.doc, 'bad', 'x');
    addTestCard(alice.doc, 'good', 'x');
    flushAll(host, [alice, bob]);
    expect([...seenKeys]).toEqual(['good']);
    expect(titles(alice.doc)).toEqual({ good: 'x' });
    expect(host.records).toHaveLength(1);
    // The repair went out under the room's own id: a writer's id is not taken over.
    expect(Y.getState(host.room.doc.store, alice.doc.clientID)).toBe(Y.getState(alice.doc.store, alice.doc.clientID));
  });

  test('R16: a repair finds its places again after a member has written before them', () => {
    // Takes the first "!" out where it stands.
    const host = new TestHost({
      repair: (doc, touched) => {
        for (const { key } of touched) {
          const place = titles(doc)[key]?.indexOf('!') ?? -1;
          if (place >= 0) titleOf(doc, key).delete(place, 1);
        }
      },
    });
    const [alice, bob] = [joined(host), joined(host)];
    addTestCard(alice.doc, 'a', 'Wells');
    flushAll(host, [alice, bob]);
    for (const place of [4, 2, 3, 1, 5]) {
      titleOf(alice.doc, 'a').insert(place, '!');
      flushAll(host, [alice, bob]);
      expect([titles(host.room.doc), titles(bob.doc)]).toEqual([{ a: 'Wells' }, { a: 'Wells' }]);
    }
  });

  test('R16: a repair hears of every touched entry and of who touched it', () => {
    const touched: string[] = [];
    const host = new TestHost({
      repair: (_doc, entries) => touched.push(...entries.map(({ root, key, by }) => `${by.who} ${root} ${key}`)),
    });
    const alice = joined(host, { ...WRITER, who: 'alice' });
    const bob = joined(host, { ...WRITER, who: 'bob' });
    addTestCard(alice.doc, 'a', 'x');
    addTestCard(alice.doc, 'b', 'x');
    flushAll(host, [alice, bob]);
    touched.length = 0;
    titleOf(bob.doc, 'a').insert(0, 'deep inside ');
    bob.doc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')]);
    cardsOf(alice.doc).delete('b');
    flushAll(host, [bob, alice]);
    expect(touched.toSorted()).toEqual(['alice cards b', 'bob body ', 'bob cards a']);
  });

  test('R17: new entries are told with their maker before anybody sees them', () => {
    const told: string[] = [];
    const host = new TestHost({
      entriesAdded: (added) => told.push(...added.map(({ root, key, by }) => `${by.who} ${root} ${key}`)),
    });
    const alice = joined(host, { ...WRITER, who: 'alice' });
    const bob = joined(host, { ...WRITER, who: 'bob' });
    addTestCard(alice.doc, 'a', 'x');
    addTestCard(bob.doc, 'b', 'x');
    alice.flushUp();
    bob.flushUp();
    host.room.settle(host.now);
    expect(told).toEqual(['alice cards a', 'bob cards b']);
    expect([...alice.down, ...bob.down]).toEqual([]);
    flushAll(host, [alice, bob]);
    titleOf(bob.doc, 'a').insert(0, 'edited ');
    flushAll(host, [alice, bob]);
    expect(told).toHaveLength(2);
  });
});
