import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from './close-codes.ts';
import { step2Frame, updateFrame } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { addTestCard, cardsOf, flushAll, joined, newDoc, TestHost, TestMember, WRITER } from './testing.ts';

const bound = (): TestHost => new TestHost({}, { bound: true });
const keys = (doc: Y.Doc): string[] => [...cardsOf(doc).keys()].toSorted();

const titleOf = (doc: Y.Doc): Y.Text => (cardsOf(doc).get('a') as Y.Map<Y.Text>).get('title') as Y.Text;

/** A change as its author's client would make it, of a copy of what `of` has. */
const writtenUnder = (client: number, of: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array => {
  const copy = newDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(of));
  copy.clientID = client;
  const before = Y.encodeStateVector(copy);
  edit(copy);
  return Y.encodeStateAsUpdate(copy, before);
};

describe('who may write under a content id', () => {
  test('R30: whoever writes first under an id owns it, and it is stored with the record, without a name', () => {
    const host = bound();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    flushAll(host, [alice]);
    addTestCard(alice.doc, 'b', 'Ferries');
    flushAll(host, [alice]);
    expect(host.records.map(({ claims }) => claims)).toEqual([
      [{ client: alice.doc.clientID, proof: `${alice.doc.clientID} of ${alice.secret}` }],
      [],
    ]);
  });

  test('R31: new structs under the id of somebody else are refused, and its next edits are its own', () => {
    const host = bound();
    const alice = joined(host);
    const bob = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    flushAll(host, [alice, bob]);
    bob.say(updateFrame(writtenUnder(alice.doc.clientID, bob.doc, (doc) => cardsOf(doc).set('forged', 1))));
    flushAll(host, [alice, bob]);
    expect(bob.refusal?.code).toBe('foreign-client-id');
    expect(bob.closed).toMatchObject({ code: CLOSE.refused });
    addTestCard(alice.doc, 'b', 'Ferries');
    flushAll(host, [alice]);
    expect(keys(host.room.doc)).toEqual(['a', 'b']);
  });

  test('R31: an answer with new structs under the id of somebody else is refused too', () => {
    const host = bound();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    flushAll(host, [alice]);
    const rogue = new TestMember(host).connect();
    rogue.flushUp();
    rogue.say(step2Frame(writtenUnder(alice.doc.clientID, alice.doc, (doc) => cardsOf(doc).set('forged', 1))));
    flushAll(host, [alice, rogue]);
    expect(rogue.refusal?.code).toBe('foreign-client-id');
    expect(keys(host.room.doc)).toEqual(['a']);
  });

  test('R31: nobody writes under the id of the server, not before it has written and not after a restart', () => {
    const host = bound();
    const { clientID } = host.room.doc;
    const early = joined(host);
    early.say(updateFrame(writtenUnder(clientID, early.doc, (doc) => cardsOf(doc).set('forged', 1))));
    flushAll(host, [early]);
    expect(early.refusal?.code).toBe('foreign-client-id');
    host.room.edit((doc) => cardsOf(doc).set('imported', 1), host.now);
    host.restart();
    const late = joined(host);
    late.say(updateFrame(writtenUnder(clientID, late.doc, (doc) => cardsOf(doc).set('forged', 1))));
    flushAll(host, [late]);
    expect(late.refusal?.code).toBe('foreign-client-id');
    expect(keys(host.room.doc)).toEqual(['imported']);
  });

  test('R31: what the room has already may come from anybody', () => {
    const host = bound();
    const alice = joined(host);
    const bob = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    flushAll(host, [alice, bob]);
    bob.say(updateFrame(Y.encodeStateAsUpdate(bob.doc)));
    cardsOf(bob.doc).delete('a');
    flushAll(host, [alice, bob]);
    expect(bob.closed).toBeNull();
    expect(keys(alice.doc)).toEqual([]);
  });

  test('R32: a session holds several ids, in several tabs, and proves them again after a restart', () => {
    const host = bound();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    flushAll(host, [alice]);
    alice.doc.clientID = 4711;
    addTestCard(alice.doc, 'b', 'Ferries');
    flushAll(host, [alice]);
    alice.drop();
    addTestCard(alice.doc, 'c', 'Offline');
    host.restart();
    alice.connect();
    const tab = joined(host, WRITER, newDoc(), alice.secret);
    flushAll(host, [alice, tab]);
    // The same session in another tab, under an id of the first.
    tab.say(updateFrame(writtenUnder(4711, tab.doc, (doc) => cardsOf(doc).set('d', 1))));
    flushAll(host, [alice, tab]);
    expect([alice.closed, tab.closed]).toEqual([null, null]);
    expect(keys(host.room.doc)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('R33: ids nobody has written under come a few at a time', () => {
    const host = bound();
    const updates = Array.from({ length: SYNC_LIMITS.updateNewIds + 1 }, (_, index) => {
      const doc = newDoc(index + 1);
      cardsOf(doc).set(`card${index}`, 1);
      return Y.encodeStateAsUpdate(doc);
    });
    const rogue = joined(host);
    rogue.say(updateFrame(Y.mergeUpdates(updates)));
    flushAll(host, [rogue]);
    expect(rogue.refusal?.code).toBe('too-large');
    const honest = joined(host);
    honest.say(updateFrame(Y.mergeUpdates(updates.slice(1))));
    flushAll(host, [honest]);
    expect(honest.closed).toBeNull();
    expect(cardsOf(host.room.doc).size).toBe(SYNC_LIMITS.updateNewIds);
  });
});

/** Alice's last word has reached Bob and not the disk. */
const crashed = () => {
  const host = bound();
  const alice = joined(host);
  const bob = joined(host);
  addTestCard(alice.doc, 'a', 'Ports');
  flushAll(host, [alice, bob]);
  host.commit();
  addTestCard(alice.doc, 'lost', 'Ferries');
  flushAll(host, [alice, bob]);
  addTestCard(bob.doc, 'after', 'Built on it');
  alice.drop();
  bob.drop();
  host.crash();
  expect(keys(host.room.doc)).toEqual(['a']);
  return { host, alice, bob };
};

describe('after a crash that has eaten what others had already received', () => {
  test('R34: an answer that holds it waits for its author, and so does all that comes after the answer', () => {
    const { host, alice, bob } = crashed();
    bob.connect();
    flushAll(host, [bob]);
    addTestCard(bob.doc, 'later', 'Typed meanwhile');
    bob.ask('saved?');
    flushAll(host, [bob]);
    host.commit();
    flushAll(host, [bob]);
    // What Bob had added before the crash fits without it.
    expect([keys(host.room.doc), bob.tokens, bob.closed]).toEqual([['a', 'after'], [], null]);
    alice.connect();
    flushAll(host, [alice, bob]);
    host.commit();
    flushAll(host, [alice, bob]);
    expect(keys(host.room.doc)).toEqual(['a', 'after', 'later', 'lost']);
    expect(keys(alice.doc)).toEqual(keys(bob.doc));
    expect([alice.closed, bob.closed, bob.tokens]).toEqual([null, null, ['saved?']]);
  });

  test('R34: when its author does not come back, its holder is refused and told', () => {
    const { host, bob } = crashed();
    bob.connect();
    flushAll(host, [bob]);
    host.pass(10_000);
    bob.flushDown();
    expect(bob.refusal?.code).toBe('foreign-client-id');
    expect(keys(host.room.doc)).toEqual(['a', 'after']);
  });

  test('R34: members who hold each other’s last words do not wait for each other', () => {
    const host = bound();
    const alice = joined(host);
    const bob = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    addTestCard(bob.doc, 'b', 'Ferries');
    flushAll(host, [alice, bob]);
    host.commit();
    for (const member of [alice, bob, alice, bob]) {
      titleOf(member.doc).insert(2, member === alice ? 'A' : 'B');
      flushAll(host, [alice, bob]);
    }
    alice.drop();
    bob.drop();
    host.crash();
    for (const member of [alice, bob]) member.connect();
    flushAll(host, [alice, bob]);
    expect(titleOf(host.room.doc).toJSON()).toBe('PoBABArts');
    expect([alice.closed, bob.closed]).toEqual([null, null]);
    expect(host.room.doc.store.pendingStructs).toBeNull();
  });

  test('R34: a member can keep nobody out by forging another’s next words', () => {
    const { host, alice, bob } = crashed();
    const rogue = new TestMember(host).connect();
    rogue.flushUp();
    rogue.say(step2Frame(writtenUnder(alice.doc.clientID, host.room.doc, (doc) => cardsOf(doc).set('forged', 1))));
    flushAll(host, [rogue]);
    alice.connect();
    bob.connect();
    flushAll(host, [alice, bob, rogue]);
    // Its answer begins where Alice's own words stand by now: it is an echo, and says nothing.
    expect(keys(host.room.doc)).toEqual(['a', 'after', 'lost']);
    expect([alice.closed, bob.closed]).toEqual([null, null]);
  });

  test('R35: an id whose first bytes came back through somebody else goes to who writes on under it', () => {
    const host = bound();
    const alice = joined(host);
    const bob = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    flushAll(host, [alice, bob]);
    alice.drop();
    bob.drop();
    host.crash();
    bob.connect();
    flushAll(host, [bob]);
    expect(keys(host.room.doc)).toEqual(['a']);
    alice.connect();
    flushAll(host, [alice, bob]);
    addTestCard(alice.doc, 'b', 'Ferries');
    flushAll(host, [alice, bob]);
    expect(alice.closed).toBeNull();
    bob.say(updateFrame(writtenUnder(alice.doc.clientID, bob.doc, (doc) => cardsOf(doc).set('forged', 1))));
    flushAll(host, [alice, bob]);
    expect(bob.refusal?.code).toBe('foreign-client-id');
    expect(keys(host.room.doc)).toEqual(['a', 'b']);
  });

  test('R35: a minute later ids belong to whom they came from', () => {
    const host = bound();
    const alice = joined(host);
    const bob = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    flushAll(host, [alice, bob]);
    alice.drop();
    bob.drop();
    host.crash();
    alice.connect();
    flushAll(host, [alice]);
    host.pass(60_000);
    bob.connect();
    flushAll(host, [alice, bob]);
    bob.say(updateFrame(writtenUnder(alice.doc.clientID, bob.doc, (doc) => cardsOf(doc).set('forged', 1))));
    flushAll(host, [alice, bob]);
    expect(bob.refusal?.code).toBe('foreign-client-id');
  });
});
