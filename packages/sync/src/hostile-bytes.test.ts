import * as fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { step2Frame, updateFrame } from './frames.ts';
import { deeds, flushAll, history, joined, mutate, mutations, newDoc, TestHost, TestMember } from './testing.ts';

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

test('R10: nobody can cut a character of somebody else in two', () => {
  const host = new TestHost();
  const honest = joined(host);
  const rogue = joined(host);
  const doc = newDoc(7);
  doc.getMap('cards').set('a', new Y.Map([['title', new Y.Text('𝄞')]]));
  doc.getMap('cards').set('b', new Y.Map([['title', new Y.Text('gone')]]));
  honest.say(updateFrame(Y.encodeStateAsUpdate(doc)));
  flushAll(host, [honest, rogue]);
  // Client 8, clock 0: a letter right of the first half of the clef (client 7, clock 2).
  rogue.say(updateFrame(new Uint8Array([1, 1, 8, 0, 0x84, 7, 2, 1, 120, 0])));
  flushAll(host, [honest, rogue]);
  expect(rogue.refusal?.code).toBe('malformed');
  expect(JSON.stringify(host.room.doc.getMap('cards'))).toBe(JSON.stringify(honest.doc.getMap('cards')));
  expect(JSON.stringify(host.room.doc.getMap('cards'))).toContain('𝄞');
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

/** `count` letters of one client, all at the start of the root `body`, none of which knows of the others. */
const crowd = (client: number, count: number): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, 0);
  for (let left = count; left > 0; left--) {
    encoding.writeUint8(encoder, 4);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'body');
    encoding.writeVarString(encoder, 'x');
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
};

test.each([updateFrame, step2Frame])('R36: a crowd at one place is refused', (frame) => {
  const host = new TestHost();
  const rogue = new TestMember(host).connect();
  rogue.flushUp();
  rogue.say(frame(crowd(8, 1000)));
  flushAll(host, [rogue]);
  expect(rogue.refusal?.code).toBe('too-large');
});

test('R36: who writes a thousand letters backwards is no crowd', () => {
  const host = new TestHost();
  const member = joined(host);
  member.doc.transact(() => {
    const body = member.doc.getXmlFragment('body');
    for (let left = 1000; left > 0; left--) body.insert(0, [new Y.XmlElement('paragraph')]);
    for (let left = 200; left > 0; left--) body.insert(1, [new Y.XmlElement('paragraph')]);
  });
  flushAll(host, [member]);
  expect(member.closed).toBeNull();
  expect(host.room.doc.getXmlFragment('body').length).toBe(1200);
});

test('R36: whose changes cost too much is shown out, and what they cost is forgotten with time', () => {
  let worked = 0;
  const host = new TestHost({ worked: () => (worked += 150) });
  const member = joined(host);
  for (let change = 0; change < 6; change++) {
    member.doc.getMap('cards').set('a', change);
    flushAll(host, [member]);
  }
  host.pass(20_000);
  for (let change = 0; change < 6; change++) {
    member.doc.getMap('cards').set('b', change);
    flushAll(host, [member]);
  }
  expect(member.closed).toBeNull();
  for (let change = 0; change < 6; change++) {
    member.doc.getMap('cards').set('c', change);
    flushAll(host, [member]);
  }
  expect(member.refusal?.code).toBe('too-costly');
});
