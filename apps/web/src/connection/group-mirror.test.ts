import { describe, expect, test } from 'vitest';
import { GroupEvent } from '@rapport/protocol/group-events';
import { sampleGroup } from '../testing/samples.ts';
import { adopt, EMPTY_MIRROR, receive } from './group-mirror.ts';

const present = (revision: number, count: number): GroupEvent =>
  GroupEvent.parse({ type: 'presence.changed', groupId: 'group1', revision, present: count, seats: 14, done: 0 });

const mine = (revision: number, done: boolean): GroupEvent =>
  GroupEvent.parse({
    type: 'me.changed',
    groupId: 'group1',
    revision,
    me: { role: 'participant', done, checkedIn: true, entitled: [], cast: [], options: [] },
  });

const at = (revision: number) => ({ state: sampleGroup({ revision }), early: [] });

describe('the mirror of a group', () => {
  test('folds the next event in', () => {
    const { mirror, gap } = receive(at(4), present(5, 9));
    expect({ gap, present: mirror.state?.present, revision: mirror.state?.revision }).toEqual({
      gap: false,
      present: 9,
      revision: 5,
    });
  });

  test('leaves an event it has already alone', () => {
    const before = at(4);
    expect(receive(before, present(4, 9))).toEqual({ mirror: before, gap: false });
  });

  test('says that one is missing, and keeps what came too early', () => {
    const { mirror, gap } = receive(at(4), present(6, 9));
    expect({ gap, state: mirror.state, early: mirror.early }).toEqual({
      gap: true,
      state: sampleGroup({ revision: 4 }),
      early: [present(6, 9)],
    });
  });

  test('keeps events that come before the first state', () => {
    const { mirror, gap } = receive(EMPTY_MIRROR, present(6, 9));
    expect({ gap, ...mirror }).toEqual({ gap: false, state: null, early: [present(6, 9)] });
  });

  test('takes the whole state, then only what is younger', () => {
    const { mirror, gap } = adopt(sampleGroup({ revision: 5, present: 1 }), [present(5, 7), present(6, 8)]);
    expect({ gap, present: mirror.state?.present, revision: mirror.state?.revision, early: mirror.early }).toEqual({
      gap: false,
      present: 8,
      revision: 6,
      early: [],
    });
  });

  test('asks again when the whole state does not close the gap', () => {
    const { mirror, gap } = adopt(sampleGroup({ revision: 5 }), [present(8, 9)]);
    expect({ gap, early: mirror.early, revision: mirror.state?.revision }).toEqual({
      gap: true,
      early: [present(8, 9)],
      revision: 5,
    });
  });

  test('a seat’s own affairs need no number, and an old one does not undo the state', () => {
    expect(receive(at(4), mine(4, true)).mirror.state?.me.done).toBe(true);
    const adopted = adopt(sampleGroup({ revision: 5 }), [mine(4, true)]);
    expect(adopted.mirror.state?.me.done).toBe(false);
  });
});
