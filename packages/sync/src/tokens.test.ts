import { describe, expect, test } from 'vitest';
import { CLOSE } from './close-codes.ts';
import { tokenFrame } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { addTestCard, flushAll, joined, READER, TestHost, TestMember, titleOf, titles, WRITER } from './testing.ts';

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
