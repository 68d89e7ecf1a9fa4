import { describe, expect, test } from 'vitest';
import { CLOSE } from './close-codes.ts';
import { KEEP_ALIVE } from './presence.ts';
import { addTestCard, flushAll, joined, presenceOf, TestHost, TestMember, titleOf, titles } from './testing.ts';

const type = (member: TestMember, text: string): void => {
  titleOf(member.doc, 'a').insert(0, text);
};

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
