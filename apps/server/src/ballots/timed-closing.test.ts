import { describe, expect, it } from 'vitest';
import type { BallotId } from '@rapport/domain/ids';
import { COMMANDS } from '@rapport/protocol/commands';
import { as, GROUP, House, newDataDir } from '../groups/testing.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { Timers } from '../groups/timers.ts';

const GRACE = 15_000;

const timersOf = ({ db, clock, announcements }: House): Timers => new Timers({ db, clock, announcements });

const openBallot = async (house: House, closesWithTimer = true) => {
  house.arrive();
  const imported = await house.cards.importCards(as('carol'), GROUP, [{ title: 'Water', body: '' }]);
  if (!imported.ok) throw new Error(imported.failure.message);
  const options = imported.value.ids.map((id) => ({ kind: 'card', id }));
  return house.ballots.open(
    as('carol'),
    COMMANDS['ballot.open'].parse({ groupId: GROUP, kind: 'ranking', options, settings: { closesWithTimer } }),
  );
};

const opened = async (house: House, closesWithTimer = true): Promise<BallotId> => {
  const outcome = await openBallot(house, closesWithTimer);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value.ballotId;
};

const cast = (house: House, ballotId: BallotId, first: string) =>
  house.ballots.cast(as(first), { ballotId, paperKey: `key-of-${first}-0123456789`, choices: { ranking: [] } });

const statusOf = async (house: House): Promise<string | undefined> => {
  // What the clock has set off goes through the ballot's turn and a transaction: both are over when this is.
  const row = await house.db.transaction((tx) => tx.selectFrom('ballot').select('status').executeTakeFirst());
  return row?.status;
};

/** Resolves when the ballot is closed. */
const closed = (house: House): Promise<void> =>
  new Promise((resolve) => {
    const stop = house.announcements.listen((one) => {
      if (one.to !== 'group' || one.news.type !== 'ballot.closed') return;
      stop();
      resolve();
    });
  });

describe('a ballot that closes with the timer', () => {
  it('takes papers until the grace is over and publishes by itself', async () => {
    await using house = await House.open();
    await timersOf(house).start(as('carol'), { groupId: GROUP, durationMs: 60_000 });
    const ballotId = await opened(house);
    expect(house.news('ballot.opened')).toMatchObject([{ ballot: { settings: { closesWithTimer: true } } }]);
    house.clock.advance(60_000 + GRACE - 1);
    expect(await cast(house, ballotId, 'alice')).toMatchObject({ ok: true });
    const end = closed(house);
    house.clock.advance(1);
    await end;
    expect(await cast(house, ballotId, 'bob')).toMatchObject({ failure: { code: 'ballot-closed' } });
    expect(await house.ballots.results(as('bob'), { ballotId })).toMatchObject({ value: { base: { valid: 1 } } });
    expect(house.faults).toEqual([]);
  });

  it('goes by the timer as it is changed: added time, a pause, a stop, another start', async () => {
    await using house = await House.open();
    const timers = timersOf(house);
    const ballotId = await opened(house);
    house.clock.advance(600_000);
    expect(await statusOf(house)).toBe('open');
    await timers.start(as('carol'), { groupId: GROUP, durationMs: 60_000 });
    house.clock.advance(60_000 + GRACE - 1);
    // One more minute, said in the last moment of the grace, counts from now.
    await timers.adjust(as('carol'), { groupId: GROUP, deltaMs: 60_000 });
    house.clock.advance(60_000 + GRACE - 1);
    expect(await statusOf(house)).toBe('open');
    await timers.pause(as('carol'), { groupId: GROUP });
    house.clock.advance(600_000);
    expect(await statusOf(house)).toBe('open');
    await timers.stop(as('carol'), { groupId: GROUP });
    await timers.start(as('carol'), { groupId: GROUP, durationMs: 1_000 });
    const end = closed(house);
    house.clock.advance(1_000 + GRACE);
    await end;
    expect(await house.ballots.results(as('bob'), { ballotId })).toMatchObject({ ok: true });
  });

  it('counts every paper that was acknowledged, however close the race, and closes once', async () => {
    await using house = await House.open();
    await timersOf(house).start(as('carol'), { groupId: GROUP, durationMs: 60_000 });
    const ballotId = await opened(house);
    const before = ['alice', 'bob'].map((first) => cast(house, ballotId, first));
    const end = closed(house);
    house.clock.advance(60_000 + GRACE);
    const after = ['dora', 'emil'].map((first) => cast(house, ballotId, first));
    const byHand = house.ballots.close(as('carol'), { ballotId });
    const outcomes = await Promise.all([...before, ...after]);
    const acknowledged = outcomes.filter((outcome) => outcome.ok).length;
    expect(acknowledged).toBeGreaterThan(0);
    expect(await byHand).toMatchObject({ ok: true, value: { base: { valid: acknowledged } } });
    await end;
    expect(house.news('ballot.closed')).toHaveLength(1);
  });

  it('is not closed by time that was added before its turn came', async () => {
    await using house = await House.open();
    const timers = timersOf(house);
    await timers.start(as('carol'), { groupId: GROUP, durationMs: 60_000 });
    const ballotId = await opened(house);
    const waiting = cast(house, ballotId, 'alice');
    const added = timers.adjust(as('carol'), { groupId: GROUP, deltaMs: 60_000 });
    house.clock.advance(60_000 + GRACE);
    await Promise.all([waiting, added]);
    await house.ballots[Symbol.asyncDispose]();
    expect(await statusOf(house)).toBe('open');
  });

  it('is taken up again after a stop, also when it fell due meanwhile', async () => {
    await using folder = await newDataDir();
    const clock = new ManualClock();
    {
      await using house = await House.open({ dataDir: folder.path, clock });
      await timersOf(house).start(as('carol'), { groupId: GROUP, durationMs: 60_000 });
      const ballotId = await opened(house);
      await cast(house, ballotId, 'alice');
    }
    clock.advance(60_000);
    {
      await using house = await House.open({ dataDir: folder.path, clock });
      await house.ballots.resume();
      expect(await statusOf(house)).toBe('open');
    }
    clock.advance(GRACE);
    await using house = await House.open({ dataDir: folder.path, clock });
    const end = closed(house);
    await house.ballots.resume();
    clock.advance(0);
    await end;
    expect(await statusOf(house)).toBe('closed');
  });

  it('is refused when the time is up already, and a ballot without the setting stays open', async () => {
    await using house = await House.open();
    await timersOf(house).start(as('carol'), { groupId: GROUP, durationMs: 1_000 });
    house.clock.advance(1_000);
    expect(await openBallot(house)).toMatchObject({
      ok: false,
      failure: { code: 'conflict', field: 'settings.closesWithTimer' },
    });
    expect(house.conditions.get(GROUP)?.ballotsFrozen.size).toBe(0);
    await opened(house, false);
    house.clock.advance(600_000);
    expect(await statusOf(house)).toBe('open');
  });
});
