import { create } from 'zustand';
import type { CardId, GroupId } from '@rapport/domain/ids';
import type { Failure } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import type { RoomList } from '@rapport/protocol/room-list';
import type * as Rules from './group-mirror.ts';
import { readAsked } from '../session/asked-ahead.ts';
import { keepAnswer, keptAnswer } from '../session/kept-answers.ts';
import { keeperOf } from '../session/seat-storage.ts';
import { useSession } from '../session/session-store.ts';
import { announceFirstSight } from './first-sight.ts';
import { live, useConnection } from './live.ts';
import { learnServerTime } from './server-clock.ts';

/** What somebody had written when their edit was set back; kept until they have copied or dismissed it. */
export type RescuedText = { cardId: CardId; title: string; body: string };

type GroupStore = {
  /** Null until the first answer. */
  state: GroupState | null;
  /** Why the group cannot be watched; the last known state stays. */
  failure: Failure | null;
  rescued: readonly RescuedText[];
  /** This seat sits elsewhere now: the groups it may go to. */
  moved: readonly GroupId[] | null;
  /** Asks again after a failure. */
  retry: () => void;
};

const NOTHING: GroupStore = { state: null, failure: null, rescued: [], moved: null, retry: () => undefined };

/** The session state of the group this tab watches. */
export const useGroup = create<GroupStore>(() => NOTHING);

/** Who sits in the group; null until the server said so. Asked for with `room.list`, then kept up to date. */
export const useRoom = create<{ list: RoomList | null }>(() => ({ list: null }));

export const dismissRescued = (text: RescuedText): void =>
  useGroup.setState(({ rescued }) => ({ rescued: rescued.filter((one) => one !== text) }));

const UNREACHED: Failure = { code: 'unavailable', message: 'The server does not answer.' };

/** A group that is followed already by nobody in particular. */
let ahead: { groupId: GroupId; stop: () => void } | null = null;

/** Begins to follow a group before the page is there that will `watchGroup` it; resolves after a first look. */
export const watchGroupAhead = async (groupId: GroupId): Promise<void> => {
  const { stop, looked } = follow(groupId);
  ahead = { groupId, stop };
  await looked;
};

/** Follows a group, and checks the seat in; returns how to stop. One group a tab. */
export const watchGroup = (groupId: GroupId): (() => void) => {
  const begun = ahead;
  ahead = null;
  if (begun?.groupId === groupId) return begun.stop;
  begun?.stop();
  return follow(groupId).stop;
};

const follow = (groupId: GroupId): { stop: () => void; looked: Promise<void> } => {
  let mirror: Rules.GroupMirror = { state: null, early: [] };
  // How events are folded comes after the first sight, and before the answer they build on.
  let rules: typeof Rules | null = null;
  let stopped = false;
  // Of several questions only the last counts: an answer from before a lost connection says nothing.
  let asked = 0;
  let waiting = false;
  const keeper = keeperOf(useSession.getState().me);
  const kept = `group.${groupId}`;
  useRoom.setState({ list: null });

  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    waiting = true;
    const sent = Date.now();
    const outcome = await live.command('group.watch', { groupId });
    rules ??= await import('./group-mirror.ts').catch(() => null);
    if (stopped || mine !== asked) return;
    waiting = false;
    if (!outcome.ok || rules === null) {
      useGroup.setState({ failure: outcome.ok ? UNREACHED : outcome.failure });
      return;
    }
    learnServerTime(outcome.value.serverTime, sent);
    const adopted = rules.adopt(outcome.value, mirror.early);
    mirror = adopted.mirror;
    useGroup.setState({ state: mirror.state, failure: null });
    keepAnswer(keeper, kept, outcome.value);
    if (adopted.gap) void ask();
  };

  /** Without a network what was true last is better than nothing; the page says that it is offline. */
  const lastKnown = async (failure: Failure): Promise<GroupState | null> =>
    failure.code === 'unavailable'
      ? keptAnswer(keeper, kept, async () => (await import('@rapport/protocol/group-state')).GroupState)
      : null;

  /** A page that opens need not wait for the live socket to show something. Going in is the socket's. */
  const lookFirst = async (): Promise<void> => {
    const { sent, answer } = readAsked<GroupState>(`/api/groups/${groupId}`);
    const outcome = await answer;
    if (stopped || mirror.state !== null) return;
    const state = outcome.ok ? outcome.value : await lastKnown(outcome.failure);
    if (state === null) return announceFirstSight();
    // Meanwhile the live socket may have brought it.
    if (stopped || mirror.state !== null) return;
    if (outcome.ok) {
      learnServerTime(state.serverTime, sent);
      keepAnswer(keeper, kept, state);
    } else useConnection.setState({ state: 'offline' });
    mirror = { ...mirror, state };
    useGroup.setState({ state });
  };

  useGroup.setState({ ...NOTHING, retry: () => void ask() });
  const looked = lookFirst();

  const stops = [
    live.on('event', (event) => {
      if (event.groupId !== groupId) return;
      const next = rules?.receive(mirror, event) ?? {
        mirror: { ...mirror, early: [...mirror.early, event] },
        gap: false,
      };
      mirror = next.mirror;
      useGroup.setState({ state: mirror.state });
      if (event.type === 'text.rescued') {
        const { cardId, title, body } = event;
        useGroup.setState(({ rescued }) => ({ rescued: [...rescued, { cardId, title, body }] }));
      }
      if (event.type === 'seat.moved') useGroup.setState({ moved: event.groups });
      // With another role another stream is followed: only the whole state fits it.
      if ((next.gap && !waiting) || event.type === 'role.changed') void ask();
    }),
    live.on('room', (list) => {
      if (list.groupId === groupId) useRoom.setState({ list });
    }),
    // The first connection included; whatever happened while we were away is in the state.
    live.onConnect(() => void ask()),
  ];

  const stop = (): void => {
    stopped = true;
    for (const one of stops) one();
    useGroup.setState(NOTHING);
    useRoom.setState({ list: null });
    // A lost connection watches nothing; asking would only open a new one.
    if (useConnection.getState().state === 'online') void live.command('group.unwatch', { groupId });
  };
  return { stop, looked };
};

/** Asks who sits here; later changes come by themselves. */
export const askRoom = async (groupId: GroupId): Promise<Failure | null> => {
  const outcome = await live.command('room.list', { groupId });
  if (!outcome.ok) return outcome.failure;
  useRoom.setState({ list: outcome.value });
  return null;
};
