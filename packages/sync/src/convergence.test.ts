import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addTestCard, cardsOf, flushAll, seeded, TestHost, TestMember } from './testing.ts';

/** What a member had when it asked for a token: nothing of it may be missing once the token is answered. */
type Claim = { token: string; state: Uint8Array };

/**
 * Peers that edit, drop, return, deliver frames and ask for tokens in random order, over a room whose log commits late
 * and whose process is killed now and then.
 */
const simulate = (seed: number): void => {
  const random = seeded(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const host = new TestHost();
  const members = Array.from({ length: 2 + pick(3) }, () => new TestMember(host).connect());
  const claims = new Map<TestMember, Claim[]>();
  let tokens = 0;

  const edit = (member: TestMember): void => {
    const ids = [...cardsOf(member.doc).keys()];
    const id = ids[pick(ids.length)];
    const title = id === undefined ? null : (cardsOf(member.doc).get(id) as Y.Map<Y.Text>).get('title');
    const deed = pick(5);
    if (id === undefined || deed === 0 || !title) return addTestCard(member.doc, `card${pick(50)}`, `by ${seed}`);
    if (deed === 1 && title.length > 1) return title.delete(pick(title.length - 1), 1);
    if (deed === 2) return cardsOf(member.doc).delete(id);
    title.insert(pick(title.length + 1), String.fromCodePoint(97 + pick(26)).repeat(1 + pick(4)));
  };

  const ask = (member: TestMember): void => {
    const token = `${(tokens += 1)}`;
    const mine = claims.get(member) ?? [];
    mine.push({ token, state: Y.encodeStateAsUpdate(member.doc) });
    claims.set(member, mine);
    member.ask(token);
  };

  /** R21: acknowledged is recovered. */
  const check = (): void => {
    const stored = host.recovered();
    const before = Y.encodeStateAsUpdate(stored);
    for (const member of members) {
      for (const { token, state } of claims.get(member) ?? []) {
        if (member.tokens.includes(token)) Y.applyUpdate(stored, state);
      }
    }
    expect(Y.encodeStateAsUpdate(stored)).toEqual(before);
  };

  for (let step = 0; step < 300; step++) {
    const member = members[pick(members.length)] as TestMember;
    const deed = pick(60);
    if (deed < 12) edit(member);
    else if (deed < 22) host.pass(pick(40));
    else if (deed < 27) host.commit(host.durable + pick(host.records.length - host.durable + 1));
    else if (deed === 27 && pick(3) === 0) {
      check();
      for (const one of members) one.drop();
      host.crash();
    } else if (deed === 28) member.drop();
    else if (!member.connected) member.connect();
    else if (deed < 41) member.flushUp(1 + pick(6));
    else if (deed < 53) member.flushDown(1 + pick(6));
    else if (deed < 58) ask(member);
    // The network takes what it wants: at times nothing, so that members fall behind.
    else member.buffered = pick(3) === 0 ? 300 * 1024 : 0;
    if (member.closed !== null) member.drop();
  }

  for (const member of members) {
    member.buffered = 0;
    if (member.connected && member.closed !== null) member.drop();
    if (!member.connected) member.connect();
  }
  flushAll(host, members);
  host.commit();
  for (const member of members) ask(member);
  flushAll(host, members);
  check();

  const state = Y.encodeStateAsUpdate(host.room.doc);
  for (const member of members) {
    expect(member.closed).toBeNull();
    expect(Y.encodeStateAsUpdate(member.doc)).toEqual(state);
    expect(member.tokens).toContain(claims.get(member)?.at(-1)?.token);
    expect([member.doc.store.pendingStructs, member.doc.store.pendingDs]).toEqual([null, null]);
  }
  expect(Y.encodeStateAsUpdate(host.recovered())).toEqual(state);
  expect(host.faults).toEqual([]);
  expect(host.refused.filter((reason) => reason !== 'reads too slowly')).toEqual([]);
};

describe('R21, R28: whatever the order, members end equal and nothing acknowledged is lost', () => {
  test.each(Array.from({ length: 10 }, (_, block) => block * 20))('20 seeds from %i', (from) => {
    const failed = Array.from({ length: 20 }, (_, index) => from + index).flatMap((seed) => {
      try {
        simulate(seed);
        return [];
      } catch (error) {
        return [{ seed, error }];
      }
    });
    expect(failed).toEqual([]);
  });
});
