import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from './close-codes.ts';
import { FRAME, step1Frame, tokenFrame, updateFrame } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { REFUSALS } from './refusals.ts';
import { addTestCard, flushAll, joined, READER, TestHost, TestMember, titleOf, titles, WRITER } from './testing.ts';

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
    [250, 25],
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
