import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { step2Frame, updateFrame } from './frames.ts';
import { deeds, flushAll, history, joined, mutate, mutations, newDoc, TestHost } from './testing.ts';

test('R10: a struct that continues what is collected is looked at like any other', () => {
  const host = new TestHost();
  const honest = joined(host);
  const rogue = joined(host);
  const doc = newDoc(7);
  doc.getMap('cards').set('a', new Y.Map([['title', new Y.Text('gone')]]));
  honest.say(updateFrame(Y.encodeStateAsUpdate(doc)));
  flushAll(host, [honest, rogue]);
  host.room.edit((live) => live.getMap('cards').clear(), host.now);
  // Client 7, clock 2 (collected), a text longer than what is known, in the root `body`, which is alive.
  rogue.say(updateFrame(new Uint8Array([1, 1, 7, 2, 4, 1, 4, 98, 111, 100, 121, 9, ...Buffer.from('123456789'), 0])));
  flushAll(host, [honest, rogue]);
  expect(host.faults).toEqual([]);
  expect(honest.closed).toBeNull();
});

test('R10: a struct that continues a known one stands where that one stands', () => {
  const host = new TestHost();
  const honest = joined(host);
  const rogue = joined(host);
  const doc = newDoc(7);
  doc.getMap('cards').set('a', 1);
  honest.say(updateFrame(Y.encodeStateAsUpdate(doc)));
  flushAll(host, [honest, rogue]);
  // Client 7, clock 0 (known), two values where one is known, and under the key `b`.
  rogue.say(
    updateFrame(new Uint8Array([1, 1, 7, 0, 0x28, 1, 5, ...Buffer.from('cards'), 1, 98, 2, 125, 1, 125, 2, 0])),
  );
  flushAll(host, [honest, rogue]);
  expect(host.room.doc.getMap('cards').toJSON()).toEqual(honest.doc.getMap('cards').toJSON());
});

test('R10, R14: whatever bytes a member sends, Yjs does not fail, nothing stays pending, and the log can be read', () => {
  fc.assert(
    fc.property(deeds, fc.array(mutations, { minLength: 1, maxLength: 5 }), fc.boolean(), (list, tries, collect) => {
      const { updates, whole } = history(list);
      const host = new TestHost();
      const honest = joined(host);
      honest.say(updateFrame(whole));
      flushAll(host, [honest]);
      if (collect) {
        // What lay inside removed entries is collected now.
        host.room.edit((doc) => doc.getMap('cards').clear(), host.now);
      }
      for (const changes of tries) {
        for (const update of [...updates.slice(-3), whole]) {
          const rogue = joined(host);
          rogue.say((changes.length % 2 === 0 ? updateFrame : step2Frame)(mutate(update, changes)));
          rogue.flushUp();
          host.pass(100);
          rogue.drop();
        }
      }
      expect(host.faults).toEqual([]);
      const { store } = host.room.doc;
      expect([store.pendingStructs, store.pendingDs]).toEqual([null, null]);
      host.commit();
      const state = Y.encodeStateAsUpdate(host.room.doc);
      expect(Y.encodeStateAsUpdate(host.recovered())).toEqual(state);
      const copy = newDoc();
      Y.applyUpdate(copy, state);
      expect(copy.getMap('cards').toJSON()).toEqual(host.room.doc.getMap('cards').toJSON());
      // Honest people go on.
      flushAll(host, [honest]);
      honest.doc.getMap('cards').set('after', 1);
      flushAll(host, [honest]);
      expect(host.room.doc.getMap('cards').get('after')).toBe(1);
    }),
    { numRuns: 200 },
  );
});
