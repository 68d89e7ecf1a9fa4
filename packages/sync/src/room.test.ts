import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { CLOSE } from './close-codes.ts';
import { FRAME, step1Frame, step2Frame, tokenFrame, updateFrame } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { KEEP_ALIVE } from './presence.ts';
import { REFUSALS } from './refusals.ts';
import { addTestCard, cardsOf, flushAll, joined, newDoc, READER, TestHost, TestMember, WRITER } from './testing.ts';

const titles = (doc: Y.Doc): Record<string, string> =>
  Object.fromEntries(
    [...cardsOf(doc)].map(([id, card]) => {
      const title = card instanceof Y.Map ? card.get('title') : null;
      return [id, title instanceof Y.Text ? title.toJSON() : '?'];
    }),
  );

const titleOf = (doc: Y.Doc, id: string): Y.Text => (cardsOf(doc).get(id) as Y.Map<Y.Text>).get('title') as Y.Text;

const type = (member: TestMember, text: string): void => {
  titleOf(member.doc, 'a').insert(0, text);
};

const wholeUpdate = (edit: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array => {
  edit(doc);
  return Y.encodeStateAsUpdate(doc);
};

const presenceOf = (state: object | null, clientId: number, clock = 1): Uint8Array => {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, 1);
  encoding.writeVarUint(inner, clientId);
  encoding.writeVarUint(inner, clock);
  encoding.writeVarString(inner, JSON.stringify(state));
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FRAME.presence);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
};

/** A stock client's view of the presence frames a member got. */
const seen = (awareness: Awareness, member: TestMember): object[] => {
  for (const entries of member.presence.splice(0)) applyAwarenessUpdate(awareness, entries, 'room');
  return [...awareness.getStates().values()];
};

describe('frames', () => {
  test.each([
    ['nothing', []],
    ['an unknown type', [7]],
    ['an auth frame', [2, 0, 0]],
    ['an unknown step', [0, 3, 0]],
    ['a part beyond the frame', [0, 2, 9, 0]],
    ['bytes after the message', [...step1Frame(new Uint8Array([0])), 0]],
    ['a token without bytes', [FRAME.token]],
    ['a token of 65 bytes', [...tokenFrame(new Uint8Array(65))]],
    ['a varuint without end', [0xff, 0xff, 0xff]],
    ['presence that is not JSON', [FRAME.presence, 4, 1, 1, 1, 1]],
    ['a state vector that ends early', [...step1Frame(new Uint8Array([5, 1]))]],
  ])('R1: %s closes with 4400', (_title, bytes) => {
    const host = new TestHost();
    const member = joined(host);
    member.say(new Uint8Array(bytes));
    member.flushUp();
    expect(member.closed).toMatchObject({ code: CLOSE.badFrame });
    expect(host.records).toEqual([]);
  });
});

describe('joining', () => {
  test('R2, R3: a writer is told what it lacks and asked for what the room lacks', () => {
    const host = new TestHost();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    flushAll(host, [alice]);

    const bob = new TestMember(host);
    addTestCard(bob.doc, 'b', 'Made out of touch');
    bob.connect();
    flushAll(host, [alice, bob]);
    expect(titles(bob.doc)).toEqual({ a: 'Ports', b: 'Made out of touch' });
    expect(titles(alice.doc)).toEqual(titles(bob.doc));
    expect(bob.asked).toBe(1);
  });

  test('R2: a change that waits for its tick reaches a member who joins meanwhile', () => {
    const host = new TestHost();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    alice.flushUp();
    const bob = new TestMember(host).connect();
    bob.flushUp();
    bob.flushDown();
    expect(titles(bob.doc)).toEqual({});
    flushAll(host, [alice, bob]);
    expect(titles(bob.doc)).toEqual({ a: 'Ports' });
  });

  test('R3: a reader is not asked, until it becomes a writer', () => {
    const host = new TestHost();
    const member = joined(host, READER);
    expect(member.asked).toBe(0);
    host.room.reconsider(member.id, WRITER, host.now);
    flushAll(host, [member]);
    expect(member.asked).toBe(1);
    addTestCard(member.doc, 'a', 'Ports');
    flushAll(host, [member]);
    expect(titles(host.room.doc)).toEqual({ a: 'Ports' });
  });

  test('R4: a reader with work of its own is refused with the reason of its access', () => {
    const host = new TestHost();
    const locked = { code: 'board-locked', text: 'The board is locked.' };
    const member = new TestMember(host, { ...READER, refusal: locked });
    addTestCard(member.doc, 'a', 'Made out of touch');
    member.connect();
    flushAll(host, [member]);
    expect(member.refusal).toEqual(locked);
    expect(member.closed).toMatchObject({ code: CLOSE.refused });
    expect(host.records).toEqual([]);
  });

  test('R5: before its step 2 a gapped update is dropped, and the step 2 brings it', () => {
    const host = new TestHost();
    const member = new TestMember(host);
    addTestCard(member.doc, 'a', 'Made out of touch');
    member.connect();
    titleOf(member.doc, 'a').insert(0, 'First: ');
    // Its step 1 and the update that builds on what the room does not know.
    member.flushUp();
    host.pass(20);
    expect(host.records).toEqual([]);
    expect(member.closed).toBeNull();
    flushAll(host, [member]);
    expect(titles(host.room.doc)).toEqual({ a: 'First: Made out of touch' });
  });

  test('R5, R14: after its step 2 a gapped update is refused and nothing stays pending', () => {
    const host = new TestHost();
    const member = joined(host);
    const doc = new Y.Doc();
    addTestCard(doc, 'a', 'Never sent');
    let gapped = new Uint8Array();
    doc.once('update', (update: Uint8Array) => (gapped = new Uint8Array(update)));
    titleOf(doc, 'a').insert(0, 'Sent: ');
    member.say(updateFrame(gapped));
    flushAll(host, [member]);
    expect(member.refusal).toEqual({ code: 'missing-predecessor', text: REFUSALS['missing-predecessor'] });
    expect(member.closed).toMatchObject({ code: CLOSE.refused });
    expect([host.room.doc.store.pendingStructs, host.room.doc.store.pendingDs]).toEqual([null, null]);
  });

  test('R5: a deletion of something unknown is a gap too', () => {
    const host = new TestHost();
    const member = joined(host);
    const doc = new Y.Doc();
    addTestCard(doc, 'a', 'Never sent');
    let deletion = new Uint8Array();
    doc.once('update', (update: Uint8Array) => (deletion = new Uint8Array(update)));
    titleOf(doc, 'a').delete(0, 5);
    member.say(updateFrame(deletion));
    flushAll(host, [member]);
    expect(member.refusal?.code).toBe('missing-predecessor');
    expect(host.room.doc.store.pendingDs).toBeNull();
  });

  test('R6: a step 2 with nothing new makes no record and no frame', () => {
    const host = new TestHost();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'Ports');
    titleOf(alice.doc, 'a').delete(0, 1);
    flushAll(host, [alice]);
    const before = host.records.length;
    const bob = joined(host, WRITER, alice.doc);
    bob.ask('t');
    flushAll(host, [bob]);
    expect(host.records).toHaveLength(before);
    expect(alice.down).toEqual([]);
    host.commit();
    flushAll(host, [bob]);
    expect(bob.tokens).toEqual(['t']);
  });
});

describe('ticks', () => {
  test('R7, R9: the changes of a tick are one record and one send, back to their authors too', () => {
    const host = new TestHost();
    const [alice, bob, carol] = [joined(host), joined(host), joined(host)];
    for (const [index, member] of [alice, bob].entries()) {
      addTestCard(member.doc, `c${index}`, 'x');
      titleOf(member.doc, `c${index}`).insert(1, 'y');
      member.flushUp();
    }
    host.pass(100);
    expect(host.records).toHaveLength(1);
    for (const member of [alice, bob, carol]) {
      expect(member.down).toHaveLength(1);
      expect(member.down[0]).toHaveLength(1);
    }
    // The very same list: whoever writes it has to make it ready once.
    expect(carol.down[0]).toBe(bob.down[0]);
    flushAll(host, [alice, bob, carol]);
    expect(titles(carol.doc)).toEqual({ c0: 'xy', c1: 'xy' });
  });

  test.each([
    [25, 8],
    [250, 20],
    [600, 33],
    [601, 66],
  ])('R8: with %i members the next tick waits %i ms', (members, window) => {
    const host = new TestHost();
    const alice = joined(host);
    for (let count = 1; count < members; count++) new TestMember(host).connect();
    host.pass(1_000);
    const start = host.now;
    addTestCard(alice.doc, 'a', 'x');
    alice.flushUp();
    expect(host.room.nextTickAt).toBe(start);
    host.pass(0);
    addTestCard(alice.doc, 'b', 'x');
    alice.flushUp();
    expect(host.room.nextTickAt).toBe(start + window);
  });

  test('R8: 64 kB do not wait', () => {
    const host = new TestHost();
    const alice = joined(host);
    host.pass(1_000);
    addTestCard(alice.doc, 'a', 'x');
    alice.flushUp();
    host.pass(0);
    titleOf(alice.doc, 'a').insert(0, 'y'.repeat(SYNC_LIMITS.tickBytes));
    alice.flushUp();
    expect(host.room.nextTickAt).toBe(host.now);
  });

  test('the server edits under its own id, in one record', () => {
    const host = new TestHost();
    const alice = joined(host);
    const value = host.room.edit((doc) => {
      addTestCard(doc, 'a', 'x');
      addTestCard(doc, 'b', 'y');
      return 'done';
    }, host.now);
    expect(value).toBe('done');
    expect(host.records).toHaveLength(1);
    flushAll(host, [alice]);
    expect(titles(alice.doc)).toEqual({ a: 'x', b: 'y' });
  });

  test('what an edit has done before it throws is stored and spread', () => {
    const host = new TestHost();
    const alice = joined(host);
    const torn = (): void =>
      host.room.edit((doc) => {
        addTestCard(doc, 'a', 'x');
        throw new Error('half-way');
      }, host.now);
    expect(torn).toThrow('half-way');
    flushAll(host, [alice]);
    expect(titles(alice.doc)).toEqual({ a: 'x' });
    expect(host.records).toHaveLength(1);
  });
});

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

describe('durability', () => {
  test('R18: a token waits for the commit that covers what came before it', () => {
    const host = new TestHost();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'x');
    alice.ask('1');
    flushAll(host, [alice]);
    addTestCard(alice.doc, 'b', 'x');
    alice.ask('2');
    flushAll(host, [alice]);
    expect(alice.tokens).toEqual([]);
    host.commit(1);
    flushAll(host, [alice]);
    expect(alice.tokens).toEqual(['1']);
    host.commit(2);
    flushAll(host, [alice]);
    expect(alice.tokens).toEqual(['1', '2']);
  });

  test('R18: an answer goes along with a tick that is due, else at once', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    addTestCard(alice.doc, 'a', 'x');
    alice.ask('1');
    alice.flushUp();
    host.pass(1);
    host.commit();
    expect(alice.down).toHaveLength(2);
    expect(bob.down).toHaveLength(1);
    flushAll(host, [alice, bob]);
    addTestCard(alice.doc, 'b', 'x');
    alice.ask('2');
    alice.flushUp();
    host.pass(1);
    addTestCard(bob.doc, 'c', 'x');
    bob.flushUp();
    host.commit();
    expect(alice.down).toHaveLength(1);
    host.pass(10);
    expect(alice.down).toHaveLength(2);
    alice.flushDown();
    expect(alice.tokens).toEqual(['1', '2']);
  });

  test('R18: a token with nothing before it is answered at once, byte for byte', () => {
    const host = new TestHost();
    const alice = joined(host);
    const token = new Uint8Array([0, 255, 128]);
    alice.say(tokenFrame(token));
    flushAll(host, [alice]);
    expect(alice.answered).toEqual([token]);
  });

  test('R19: tokens wait for the first step 2', () => {
    const host = new TestHost();
    const alice = new TestMember(host);
    addTestCard(alice.doc, 'a', 'Made out of touch');
    alice.connect();
    alice.ask('early');
    alice.flushUp();
    host.pass(100);
    host.commit();
    host.pass(100);
    alice.flushDown();
    expect(alice.tokens).toEqual([]);
    flushAll(host, [alice]);
    expect(alice.tokens).toEqual([]);
    host.commit();
    flushAll(host, [alice]);
    expect(alice.tokens).toEqual(['early']);
    expect(titles(host.recovered())).toEqual({ a: 'Made out of touch' });
  });

  test('R19: a reader who asks for a token is asked for its step 2 once, and answered when nothing in it is new', () => {
    const host = new TestHost();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'x');
    titleOf(alice.doc, 'a').delete(0, 1);
    flushAll(host, [alice]);
    host.commit();
    const reader = joined(host, READER);
    reader.ask('1');
    reader.ask('2');
    flushAll(host, [reader]);
    expect(reader.tokens).toEqual(['1', '2']);
    expect(reader.asked).toBe(1);
    reader.ask('3');
    flushAll(host, [reader]);
    expect(reader.tokens).toEqual(['1', '2', '3']);
    expect(reader.asked).toBe(1);
    host.room.reconsider(reader.id, WRITER, host.now);
    addTestCard(reader.doc, 'b', 'y');
    reader.ask('4');
    flushAll(host, [reader]);
    host.commit();
    flushAll(host, [reader]);
    expect(reader.tokens).toEqual(['1', '2', '3', '4']);
    expect(titles(host.recovered())).toEqual({ a: '', b: 'y' });
  });

  test('R19, R21: a reader is not told that something is stored before it is', () => {
    const host = new TestHost();
    const alice = joined(host);
    const reader = joined(host, READER);
    addTestCard(alice.doc, 'a', 'x');
    flushAll(host, [alice, reader]);
    expect(titles(reader.doc)).toEqual({ a: 'x' });
    reader.ask('1');
    flushAll(host, [reader]);
    expect(reader.tokens).toEqual([]);
    host.commit();
    flushAll(host, [reader]);
    expect(reader.tokens).toEqual(['1']);
  });

  test('R19: a reader that deleted something out of touch gets no answer before it may write again', () => {
    const host = new TestHost();
    const alice = joined(host);
    addTestCard(alice.doc, 'a', 'xyz');
    flushAll(host, [alice]);
    host.commit();
    alice.drop();
    titleOf(alice.doc, 'a').delete(0, 2);
    alice.access = READER;
    alice.connect();
    flushAll(host, [alice]);
    alice.ask('1');
    flushAll(host, [alice]);
    alice.ask('2');
    flushAll(host, [alice]);
    expect(alice.tokens).toEqual([]);
    expect(alice.asked).toBe(2);
    expect(alice.closed).toBeNull();
    host.room.reconsider(alice.id, WRITER, host.now);
    flushAll(host, [alice]);
    host.commit();
    flushAll(host, [alice]);
    expect(alice.tokens).toEqual(['1', '2']);
    expect(titles(host.recovered())).toEqual({ a: 'z' });
  });

  test('too many waiting tokens close the pipe for a while', () => {
    const host = new TestHost();
    const alice = new TestMember(host).connect();
    for (let count = 0; count <= SYNC_LIMITS.waitingTokens; count++) alice.ask('t');
    alice.flushUp(SYNC_LIMITS.waitingTokens + 1);
    host.room.settle(host.now);
    alice.flushUp();
    expect(alice.closed).toMatchObject({ code: CLOSE.tooSlow });
  });
});

describe('presence', () => {
  test('R22, R23: others see what the host projects, under an id that is not a content id, and not themselves', () => {
    const host = new TestHost();
    const alice = joined(host, { ...WRITER, who: 'alice' });
    const bob = joined(host, { ...WRITER, who: 'bob' });
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState(null);
    alice.say(presenceOf({ cursor: [1, 2] }, alice.doc.clientID));
    flushAll(host, [alice, bob]);
    expect(alice.presence).toEqual([]);
    expect(seen(awareness, bob)).toEqual([{ cursor: [1, 2], who: 'alice' }]);
    const [id] = awareness.getStates().keys();
    expect(id).toBeGreaterThanOrEqual(2 ** 32);

    // A stock client sends everything it knows when it comes back: nothing of it is taken for its own.
    const echo = encoding.createEncoder();
    encoding.writeVarUint(echo, FRAME.presence);
    encoding.writeVarUint8Array(echo, encodeAwarenessUpdate(awareness, [...awareness.getStates().keys()]));
    bob.say(encoding.toUint8Array(echo));
    flushAll(host, [alice, bob]);
    expect(alice.presence).toEqual([]);

    alice.drop();
    flushAll(host, [bob]);
    expect(seen(awareness, bob)).toEqual([]);
    awareness.destroy();
  });

  test('R22: a member keeps its presence when it takes a new client id and takes the old one back', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState(null);
    for (const frame of [presenceOf({ at: 1 }, 10), presenceOf({ at: 2 }, 11), presenceOf(null, 10)]) {
      alice.say(frame);
      flushAll(host, [alice, bob]);
    }
    expect(seen(awareness, bob)).toEqual([{ at: 2, who: 'writer' }]);
    alice.say(presenceOf(null, 11));
    flushAll(host, [alice, bob]);
    expect(seen(awareness, bob)).toEqual([]);
    awareness.destroy();
  });

  test.each([
    ['a state of more than 2 kB', presenceOf({ big: 'x'.repeat(SYNC_LIMITS.presenceStateBytes) }, 1)],
    ['a frame of more than 64 kB', presenceOf({ big: 'x'.repeat(SYNC_LIMITS.presenceBytes) }, 2 ** 33)],
  ])('%s closes with 4400', (_title, frame) => {
    const host = new TestHost();
    const alice = joined(host);
    alice.say(frame);
    alice.flushUp();
    expect(alice.closed).toMatchObject({ code: CLOSE.badFrame });
  });

  test('R24: presence goes out every 100 ms at most, the last state of each', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState(null);
    host.pass(1_000);
    const start = host.now;
    for (let move = 0; move < 100; move++) {
      alice.say(presenceOf({ move }, 1));
      alice.flushUp();
      host.pass(10);
    }
    expect(host.now - start).toBe(1_000);
    bob.flushDown();
    expect(bob.presence.length).toBeGreaterThanOrEqual(9);
    expect(bob.presence.length).toBeLessThanOrEqual(11);
    flushAll(host, [alice, bob]);
    expect(seen(awareness, bob)).toEqual([{ move: 99, who: 'writer' }]);
    awareness.destroy();
  });

  test('R23: everybody is told of all the others that move in one moment, whichever place it has among them', () => {
    const host = new TestHost();
    const members = Array.from({ length: 4 }, () => joined(host));
    host.pass(1_000);
    for (const [index, member] of members.entries()) {
      member.flushDown();
      member.presence = [];
      member.say(presenceOf({ at: `p${index}` }, index + 1));
      member.flushUp();
    }
    host.pass(1_000);
    for (const [index, member] of members.entries()) {
      member.flushDown();
      const awareness = new Awareness(newDoc());
      for (const entries of member.presence) applyAwarenessUpdate(awareness, entries, null);
      const places = [...awareness.getStates().values()].flatMap((state) =>
        typeof state['at'] === 'string' ? [state['at']] : [],
      );
      expect(places.toSorted()).toEqual(['p0', 'p1', 'p2', 'p3'].filter((name) => name !== `p${index}`));
      awareness.destroy();
    }
  });

  test('R24: presence goes along with a change instead of in a write of its own', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    host.pass(1_000);
    bob.flushDown();
    bob.presence = [];
    const say = (move: number): void => {
      alice.say(presenceOf({ move }, 1));
      alice.flushUp();
    };
    const change = (id: string): void => {
      cardsOf(alice.doc).set(id, new Y.Map());
      alice.flushUp();
    };
    say(1);
    host.pass(40);
    bob.flushDown();
    expect(bob.presence).toHaveLength(1);
    say(2);
    // Too soon for the cursor: the change goes alone.
    change('early');
    host.pass(15);
    expect(bob.down).toHaveLength(1);
    bob.flushDown();
    expect(bob.presence).toHaveLength(1);
    change('later');
    host.pass(1);
    expect(bob.down).toHaveLength(1);
    bob.flushDown();
    expect(bob.presence).toHaveLength(2);
    expect([...cardsOf(bob.doc).keys()].toSorted()).toEqual(['early', 'later']);
    host.pass(500);
    bob.flushDown();
    expect(bob.presence).toHaveLength(2);
  });

  test('R24: many large states go out more rarely, so that no member gets more than 48 kB/s', () => {
    const host = new TestHost();
    const members = Array.from({ length: 50 }, () => joined(host));
    const [reader] = members as [TestMember];
    host.pass(1_000);
    reader.flushDown();
    reader.presence = [];
    for (let turn = 0; turn < 50; turn++) {
      for (const member of members) member.say(presenceOf({ turn, pad: 'x'.repeat(1_000) }, 1));
      for (const member of members) member.flushUp();
      host.pass(100);
    }
    reader.flushDown();
    const bytes = reader.presence.reduce((sum, entries) => sum + entries.length, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes / 5).toBeLessThan(64 * 1024);
  });

  test('R25: whoever comes back sees those who have stayed', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState(null);
    alice.say(presenceOf({ here: true }, 1));
    flushAll(host, [alice, bob]);
    expect(seen(awareness, bob)).toHaveLength(1);
    bob.drop();
    // As the stock provider does when its pipe breaks; it keeps the clocks.
    for (const id of awareness.getStates().keys()) awareness.states.delete(id);
    bob.connect();
    flushAll(host, [alice, bob]);
    expect(seen(awareness, bob)).toEqual([{ here: true, who: 'writer' }]);
    alice.say(presenceOf({ here: 'still' }, 1, 2));
    flushAll(host, [alice, bob]);
    expect(seen(awareness, bob)).toEqual([{ here: 'still', who: 'writer' }]);
    awareness.destroy();
  });
});

describe('pressure', () => {
  test('R26: from 64 kB no presence, and all of it once there is room', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    bob.buffered = 64 * 1024;
    alice.say(presenceOf({ at: 1 }, 1));
    addTestCard(alice.doc, 'a', 'x');
    flushAll(host, [alice, bob]);
    expect(titles(bob.doc)).toEqual({ a: 'x' });
    expect(bob.presence).toEqual([]);
    bob.buffered = 0;
    alice.say(presenceOf({ at: 2 }, 1, 2));
    flushAll(host, [alice, bob]);
    expect(bob.presence).toHaveLength(1);
  });

  test('R26: from 256 kB no changes, then one step 2 with all of them', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    addTestCard(alice.doc, 'a', 'x');
    flushAll(host, [alice, bob]);
    bob.buffered = 300 * 1024;
    type(alice, '1');
    flushAll(host, [alice, bob]);
    for (const text of ['2', '3', '4']) {
      type(alice, text);
      flushAll(host, [alice]);
    }
    expect(bob.down).toEqual([]);
    expect(titles(bob.doc)).toEqual({ a: '1x' });
    bob.buffered = 0;
    host.pass(100);
    expect(bob.down.flat()).toHaveLength(1);
    flushAll(host, [alice, bob]);
    expect(titles(bob.doc)).toEqual({ a: '4321x' });
    type(alice, '5');
    flushAll(host, [alice, bob]);
    expect(titles(bob.doc)).toEqual({ a: '54321x' });
    expect(bob.closed).toBeNull();
  });

  test.each([
    ['beyond 1 MB at once', 1024 * 1024 + 1, 0, CLOSE.tooSlow],
    ['after 10 s', 300 * 1024, 10_100, CLOSE.tooSlow],
    ['not after 9 s', 300 * 1024, 9_000, null],
  ])('R26: closed %s', (_title, buffered, ms, code) => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    bob.buffered = buffered;
    addTestCard(alice.doc, 'a', 'x');
    alice.flushUp();
    host.pass(10);
    host.pass(ms);
    expect(bob.closed?.code ?? null).toBe(code);
    expect(alice.closed).toBeNull();
  });

  test('R26: a first full state may be larger than any threshold', () => {
    const host = new TestHost();
    const alice = joined(host);
    for (let index = 0; index < 10; index++) {
      addTestCard(alice.doc, `c${index}`, 'x'.repeat(200_000));
      flushAll(host, [alice]);
    }
    const bob = new TestMember(host).connect();
    bob.flushUp();
    bob.buffered = 2_000_000;
    addTestCard(alice.doc, 'a', 'x');
    alice.flushUp();
    host.pass(100);
    expect(bob.closed).toBeNull();
    bob.buffered = 0;
    flushAll(host, [alice, bob]);
    expect(Object.keys(titles(bob.doc))).toHaveLength(11);
  });

  test('R27: silence is broken after 15 s', () => {
    const host = new TestHost();
    const alice = joined(host);
    host.pass(14_000);
    host.room.keepAlive(host.now);
    expect(alice.down).toEqual([]);
    host.pass(2_000);
    host.room.keepAlive(host.now);
    expect(alice.down).toEqual([[KEEP_ALIVE]]);
    host.room.keepAlive(host.now);
    expect(alice.down).toHaveLength(1);
  });
});

describe('ends', () => {
  test('R29: at rest only when nobody is in, nothing waits and all is durable', () => {
    const host = new TestHost();
    expect(host.room.atRest).toBe(true);
    const alice = joined(host);
    expect(host.room.atRest).toBe(false);
    addTestCard(alice.doc, 'a', 'x');
    alice.flushUp();
    alice.drop();
    expect(host.room.atRest).toBe(false);
    host.pass(100);
    expect(host.room.atRest).toBe(false);
    host.commit();
    expect(host.room.atRest).toBe(true);
    expect(titles(host.recovered())).toEqual({ a: 'x' });
  });

  test('draining applies what has come in, then shows everybody out', () => {
    const host = new TestHost();
    const [alice, bob] = [joined(host), joined(host)];
    addTestCard(alice.doc, 'a', 'x');
    alice.flushUp();
    host.room.drain(CLOSE.restart, 'restart', host.now);
    expect(host.records).toHaveLength(1);
    bob.flushDown();
    expect(titles(bob.doc)).toEqual({ a: 'x' });
    expect([alice.closed, bob.closed]).toEqual([
      { code: 1012, reason: 'restart' },
      { code: 1012, reason: 'restart' },
    ]);
  });
});
