import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { CLOSE } from './close-codes.ts';
import { FRAME } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { cardsOf, flushAll, joined, newDoc, presenceOf, TestHost, type TestMember, WRITER } from './testing.ts';

/** A stock client's view of the presence frames a member got. */
const seen = (awareness: Awareness, member: TestMember): object[] => {
  for (const entries of member.presence.splice(0)) applyAwarenessUpdate(awareness, entries, 'room');
  return [...awareness.getStates().values()];
};

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
