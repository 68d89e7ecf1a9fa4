import * as Y from 'yjs';
import { updateFrame } from './frames.ts';
import { addTestCard, cardsOf, flushAll, newDoc, seeded, TestHost, TestMember } from './testing.ts';

/** What a member had when it asked for a token: nothing of it may be missing once the token is answered. */
type Claimed = { token: string; state: Uint8Array };

/** What a run has done, so that a reader of the figures can see that it was not idle. */
export type SimulationFigures = { kills: number; tokens: number; forgeries: number; records: number };

const STEPS = 300;
const FORGED = 'forged';

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/**
 * One seeded run over a room: peers that edit, take fresh ids, drop, return, deliver frames and ask for tokens in
 * random order; a log that commits late and in part; kills at any step, with more on disk than anybody was told; a
 * member who forges. Throws when an invariant of SPEC.md does not hold: convergence, acknowledged is recovered, no
 * struct under the id of somebody else, nothing pending, and at the end everybody is in and answered.
 */
const simulate = (seed: number): SimulationFigures => {
  const random = seeded(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const bound = pick(4) > 0;
  const host = new TestHost({}, { bound });
  const members = Array.from({ length: 2 + pick(3) }, () => new TestMember(host).connect());
  for (const member of members) member.doc.clientID = pick(2 ** 32);
  const claims = new Map<TestMember, Claimed[]>();
  const figures: SimulationFigures = { kills: 0, tokens: 0, forgeries: 0, records: 0 };
  let tokens = 0;

  const edit = (member: TestMember): void => {
    const ids = [...cardsOf(member.doc).keys()];
    const id = ids[pick(ids.length)];
    const title = id === undefined ? null : (cardsOf(member.doc).get(id) as Y.Map<Y.Text>).get('title');
    const deed = pick(5);
    if (id === undefined || deed === 0 || !title) {
      if (pick(2) === 0) member.doc.clientID = pick(2 ** 32);
      return addTestCard(member.doc, `card${pick(50)}`, `by ${seed}`);
    }
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
  const checkAcknowledged = (): void => {
    const stored = host.recovered();
    const before = Y.encodeStateAsUpdate(stored);
    for (const member of members) {
      for (const { token, state } of claims.get(member) ?? []) {
        if (member.tokens.includes(token)) Y.applyUpdate(stored, state);
      }
    }
    must(equal(Y.encodeStateAsUpdate(stored), before), 'something acknowledged is not in the log');
  };

  /** Somebody with all rights of a member writes under an id that is bound to another. */
  const forge = (): void => {
    const owned = host.records.slice(0, host.durable).flatMap((record) => record.claims);
    const victim = owned[pick(owned.length)];
    if (victim === undefined) return;
    const rogue = new TestMember(host).connect();
    rogue.flushUp();
    rogue.flushDown();
    rogue.flushUp();
    const copy = newDoc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(host.room.doc));
    copy.clientID = victim.client;
    const before = Y.encodeStateVector(copy);
    cardsOf(copy).set(FORGED, 1);
    rogue.say(updateFrame(Y.encodeStateAsUpdate(copy, before)));
    rogue.flushUp();
    host.pass(100);
    // When its owner's own words came first it is an echo of them, and says nothing.
    must(!cardsOf(host.room.doc).has(FORGED), 'a forgery was taken');
    if (rogue.closed !== null) figures.forgeries += 1;
    rogue.drop();
  };

  for (let step = 0; step < STEPS; step++) {
    const member = members[pick(members.length)] as TestMember;
    const deed = pick(60);
    if (deed < 12) edit(member);
    else if (deed < 22) host.pass(pick(40));
    else if (deed < 27) host.commit(host.durable + pick(host.records.length - host.durable + 1));
    else if (deed === 27 && pick(3) === 0) {
      checkAcknowledged();
      for (const one of members) one.drop();
      host.crash(host.durable + pick(host.records.length - host.durable + 1));
      figures.kills += 1;
    } else if (deed === 28) member.drop();
    else if (!member.connected) member.connect();
    else if (deed < 41) member.flushUp(1 + pick(6));
    else if (deed < 53) member.flushDown(1 + pick(6));
    else if (deed < 58) ask(member);
    else if (bound && pick(4) === 0) forge();
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
  checkAcknowledged();

  const state = Y.encodeStateAsUpdate(host.room.doc);
  for (const member of members) {
    must(member.closed === null, `an honest member was shown out: ${member.refusal?.code ?? member.closed?.reason}`);
    must(equal(Y.encodeStateAsUpdate(member.doc), state), 'members ended differently');
    must(member.tokens.includes(claims.get(member)?.at(-1)?.token ?? ''), 'a token was never answered');
    const { pendingStructs, pendingDs } = member.doc.store;
    must(pendingStructs === null && pendingDs === null, 'something is pending');
  }
  must(equal(Y.encodeStateAsUpdate(host.recovered()), state), 'the log holds something else than the room');
  must(host.faults.length === 0, 'the room failed');
  const refused = host.refused.filter((reason) => reason !== 'reads too slowly');
  must(refused.length === figures.forgeries, `refused: ${refused.join(', ')}`);
  return { ...figures, tokens, records: host.records.length };
};

/** Runs seeds one after the other; returns those that broke an invariant. */
export const simulateSeeds = (
  from: number,
  count: number,
): { failed: { seed: number; why: string }[]; figures: SimulationFigures } => {
  const failed: { seed: number; why: string }[] = [];
  const sum: SimulationFigures = { kills: 0, tokens: 0, forgeries: 0, records: 0 };
  for (let seed = from; seed < from + count; seed++) {
    try {
      const figures = simulate(seed);
      for (const name of Object.keys(sum) as (keyof SimulationFigures)[]) sum[name] += figures[name];
    } catch (error) {
      failed.push({ seed, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { failed, figures: sum };
};
