import { describe, expect, it } from 'vitest';
import type { BallotId, BallotOptionId, CardId } from '@rapport/domain/ids';
import type { CommandInput, CommandValue } from '@rapport/protocol/commands';
import { COMMANDS } from '@rapport/protocol/commands';
import { as, GROUP, House, seatOf, newDataDir } from '../groups/testing.ts';

type Opened = CommandValue['ballot.open'];

const KEYS: Record<string, string> = {
  alice: 'alice-key-0123456789',
  bob: 'bob-key-0123456789ab',
  dora: 'dora-key-0123456789a',
  emil: 'emil-key-0123456789a',
};

const importThree = async (house: House): Promise<CardId[]> => {
  const imported = await house.cards.importCards(as('carol'), GROUP, [
    { title: 'Water', body: 'wet' },
    { title: 'Fire', body: '' },
    { title: 'Earth', body: '' },
  ]);
  if (!imported.ok) throw new Error(imported.failure.message);
  return imported.value.ids;
};

const open = (house: House, ids: readonly string[], settings?: { budget?: number; cap?: number }, first = 'carol') =>
  house.ballots.open(
    as(first),
    COMMANDS['ballot.open'].parse({
      groupId: GROUP,
      kind: 'dots',
      options: ids.map((id) => ({ kind: 'card', id })),
      settings,
    } satisfies CommandInput<'ballot.open'>),
  );

/** Everybody present, a ballot on three cards open. */
const withBallot = async (house: House): Promise<Opened & { ids: CardId[] }> => {
  house.arrive();
  const ids = await importThree(house);
  const opened = await open(house, ids);
  if (!opened.ok) throw new Error(opened.failure.message);
  return { ...opened.value, ids };
};

const cast = (house: House, ballotId: BallotId, first: string, dots: Record<string, number>, key = KEYS[first]) =>
  house.ballots.cast(as(first), { ballotId, paperKey: key ?? '', choices: { dots } });

const refusedWith = (code: string) => ({ ok: false, failure: { code } });

const papersOf = (house: House) => house.db.query.selectFrom('ballot_paper').selectAll().execute();

describe('opening a ballot', () => {
  it('stores the texts, takes budget and cap by rule and entitles who is in the room and votes', async () => {
    await using house = await House.open();
    house.arrive('carol', 'rita', 'otto', 'alice', 'bob');
    const ids = await importThree(house);
    const opened = await open(house, ids);
    expect(opened).toMatchObject({
      ok: true,
      value: { options: [{ title: 'Water' }, { title: 'Fire' }, { title: 'Earth' }] },
    });
    expect(house.news('ballot.opened')).toMatchObject([
      {
        ballot: {
          number: 1,
          status: 'open',
          kind: 'dots',
          phaseId: 'phase-write',
          settings: { budget: 3, cap: 2 },
          options: [{ title: 'Water', body: 'wet', subject: { kind: 'card', id: ids[0] } }, {}, {}],
          progress: { cast: 0, entitled: 2 },
        },
      },
    ]);
    const told = house.announced.filter((one) => one.to === 'seat');
    expect(new Set(told.map((one) => one.seatId))).toEqual(new Set([seatOf('alice'), seatOf('bob')]));
    expect(told[0]).toMatchObject({ news: { type: 'me.changed', me: { entitled: [{}], cast: [] } } });
  });

  it.each<[string, (ids: CardId[]) => object, string, string]>([
    [
      'a card that does not exist',
      (ids) => ({
        options: [
          { kind: 'card', id: ids[0] },
          { kind: 'card', id: 'none' },
        ],
      }),
      'invalid-input',
      'options.1',
    ],
    [
      'a cluster that does not exist',
      () => ({ options: [{ kind: 'cluster', id: 'none' }] }),
      'invalid-input',
      'options.0',
    ],
    [
      'a card twice',
      (ids) => ({ options: [0, 1, 0].map((at) => ({ kind: 'card', id: ids[at] })) }),
      'invalid-input',
      'options.2',
    ],
    [
      'an option that is not the group’s',
      () => ({ options: [{ kind: 'option', id: 'R1-G01-O1' }] }),
      'invalid-input',
      'options.0',
    ],
    [
      'a cap above the budget',
      (ids) => ({ options: [{ kind: 'card', id: ids[0] }], settings: { budget: 2, cap: 3 } }),
      'invalid-input',
      'settings.cap',
    ],
    [
      'a setting of another kind',
      (ids) => ({ kind: 'rating', options: [{ kind: 'card', id: ids[0] }], settings: { budget: 3 } }),
      'invalid-input',
      'settings.budget',
    ],
    [
      'no group',
      (ids) => ({ groupId: undefined, options: [{ kind: 'card', id: ids[0] }] }),
      'invalid-input',
      'groupId',
    ],
  ])('is refused for %s', async (_, input, code, field) => {
    await using house = await House.open();
    const ids = await importThree(house);
    const outcome = await house.ballots.open(
      as('carol'),
      COMMANDS['ballot.open'].parse({ groupId: GROUP, kind: 'dots', ...input(ids) }),
    );
    expect(outcome).toMatchObject({ ok: false, failure: { code, field } });
    expect(house.conditions.get(GROUP)?.ballotsFrozen.size).toBe(0);
  });

  it.each(['alice', 'rita', 'otto'])('is refused to %s', async (first) => {
    await using house = await House.open();
    const ids = await importThree(house);
    expect(await open(house, ids, undefined, first)).toMatchObject(refusedWith('role-refused'));
  });

  it('is refused while another one is open, also when two open at once', async () => {
    await using house = await House.open();
    const ids = await importThree(house);
    const both = await Promise.all([open(house, ids), open(house, ids, undefined, 'cecil')]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await open(house, ids)).toMatchObject(refusedWith('ballot-open'));
    expect(house.conditions.get(GROUP)?.ballotsFrozen.size).toBe(3);
  });

  it('keeps a cap within a small budget', async () => {
    await using house = await House.open();
    expect(await open(house, await importThree(house), { budget: 1 })).toMatchObject({ ok: true });
    expect(house.news('ballot.opened')).toMatchObject([{ ballot: { settings: { budget: 1, cap: 1 } } }]);
  });
});

describe('casting a paper', () => {
  it('counts seats, not changes: a paper is replaced with its key', async () => {
    await using house = await House.open();
    const { ballotId, options } = await withBallot(house);
    const [water, fire] = options.map((option) => option.id) as [BallotOptionId, BallotOptionId];
    expect(await cast(house, ballotId, 'alice', { [water]: 2, [fire]: 1 })).toEqual({
      ok: true,
      value: { cast: 1, entitled: 4 },
    });
    expect(await cast(house, ballotId, 'bob', {})).toMatchObject({ value: { cast: 2, entitled: 4 } });
    expect(await cast(house, ballotId, 'alice', { [fire]: 2 })).toMatchObject({ value: { cast: 2, entitled: 4 } });
    const papers = await papersOf(house);
    expect(new Set(papers.map((paper) => paper.choices))).toEqual(
      new Set([JSON.stringify({ dots: {} }), JSON.stringify({ dots: { [fire]: 2 } })]),
    );
  });

  it('refuses what is no valid paper', async () => {
    await using house = await House.open();
    const { ballotId, options } = await withBallot(house);
    const [water, fire] = options.map((option) => option.id) as [BallotOptionId, BallotOptionId];
    const table: [Record<string, number>, string][] = [
      [{ [water]: 3 }, 'over-cap'],
      [{ [water]: 2, [fire]: 2 }, 'over-budget'],
      [{ [water]: 1, nothing: 1 }, 'unknown-option'],
      [{ nothing: 0 }, 'unknown-option'],
    ];
    for (const [dots, code] of table) {
      expect(await cast(house, ballotId, 'alice', dots)).toMatchObject(refusedWith(code));
    }
    expect(await papersOf(house)).toEqual([]);
  });

  it.each<[string, string]>([
    ['carol', 'not-entitled'],
    ['rita', 'not-entitled'],
    ['otto', 'not-entitled'],
    ['organiser', 'not-entitled'],
    ['mallory', 'not-found'],
  ])('is refused to %s', async (first, code) => {
    await using house = await House.open();
    const { ballotId } = await withBallot(house);
    expect(await cast(house, ballotId, first, {}, 'some-key-0123456789')).toMatchObject(refusedWith(code));
    expect(await cast(house, 'no-ballot' as BallotId, 'alice', {})).toMatchObject(refusedWith('not-found'));
  });

  it('gives one seat one paper, and one key one paper', async () => {
    await using house = await House.open();
    const { ballotId, options } = await withBallot(house);
    const water = options[0]?.id as BallotOptionId;
    await cast(house, ballotId, 'alice', { [water]: 1 });
    expect(await cast(house, ballotId, 'alice', { [water]: 2 }, 'another-key-01234567')).toMatchObject(
      refusedWith('paper-key-mismatch'),
    );
    expect(await cast(house, ballotId, 'bob', { [water]: 2 }, KEYS['alice'])).toMatchObject(
      refusedWith('paper-key-mismatch'),
    );
    expect((await papersOf(house)).map((paper) => paper.choices)).toEqual([JSON.stringify({ dots: { [water]: 1 } })]);
  });

  it('gives one paper to a seat that casts twice at once with two keys', async () => {
    await using house = await House.open();
    const { ballotId } = await withBallot(house);
    const both = await Promise.all([
      cast(house, ballotId, 'alice', {}),
      cast(house, ballotId, 'alice', {}, 'another-key-01234567'),
    ]);
    expect(both.map((outcome) => outcome.ok)).toEqual([true, false]);
    expect(await papersOf(house)).toHaveLength(1);
  });

  it('stores nothing by which papers and seats could be joined', async () => {
    await using house = await House.open();
    const { ballotId, options } = await withBallot(house);
    await cast(house, ballotId, 'alice', { [options[0]?.id as string]: 1 });
    const [paper] = await papersOf(house);
    const seats = await house.db.query.selectFrom('ballot_seat').selectAll().execute();
    const values = new Set(
      Object.values(paper ?? {}).filter((value) => value !== ballotId && typeof value === 'string'),
    );
    for (const seat of seats) for (const value of Object.values(seat)) expect(values.has(String(value))).toBe(false);
    expect(JSON.stringify(paper)).not.toContain(KEYS['alice']);
    // Neither table has a row number in SQLite.
    for (const table of ['ballot_paper', 'ballot_seat'] as const) {
      await expect(
        house.db.query
          .selectFrom(table)
          .select((eb) => eb.ref('rowid' as 'ballot_id').as('row'))
          .execute(),
      ).rejects.toThrow(/rowid/);
    }
  });

  it('tells how many have voted, in batches, and nothing else before close', async () => {
    await using house = await House.open();
    const { ballotId, options } = await withBallot(house);
    for (const first of ['alice', 'bob', 'dora']) {
      await cast(house, ballotId, first, { [options[0]?.id as string]: 2 });
    }
    house.clock.advance(1_000);
    await house.ballots[Symbol.asyncDispose]();
    const progress = house.news('ballot.progressed');
    expect(progress.at(-1)).toEqual({
      type: 'ballot.progressed',
      groupId: GROUP,
      ballotId,
      progress: { cast: 3, entitled: 4 },
    });
    expect(progress.length).toBeLessThan(3);
    expect(JSON.stringify(house.announced)).not.toMatch(/"(dots|score|tally|voters)":/);
    expect(await house.ballots.results(as('carol'), { ballotId })).toMatchObject(refusedWith('ballot-not-closed'));
  });
});

/** Runs a cast that stops at its `at`-th transaction, as if the process had ended there. */
const cutAt = async (dataDir: string, at: number): Promise<Opened> => {
  await using house = await House.open({ dataDir });
  const ballot = await withBallot(house);
  await cast(house, ballot.ballotId, 'bob', { [ballot.options[1]?.id as string]: 1 });
  const transaction = house.db.transaction.bind(house.db);
  let count = 0;
  house.db.transaction = (work) => {
    count += 1;
    return count === at ? Promise.reject(new Error('cut off')) : transaction(work);
  };
  await expect(cast(house, ballot.ballotId, 'alice', { [ballot.options[0]?.id as string]: 2 })).rejects.toThrow(
    'cut off',
  );
  house.db.transaction = transaction;
  return ballot;
};

describe('a paper that is cut off', () => {
  // Settling is the first transaction, then claim, paper, mark.
  const STOPS: [string, number, number][] = [
    ['before its claim', 2, 1],
    ['between claim and paper', 3, 1],
    ['between paper and mark', 4, 2],
  ];

  it.each(STOPS)('%s: the same seat tries again and is counted once', async (_, at, stored) => {
    await using folder = await newDataDir();
    const { ballotId, options } = await cutAt(folder.path, at);
    await using house = await House.open({ dataDir: folder.path });
    expect(await papersOf(house)).toHaveLength(stored);
    expect(await cast(house, ballotId, 'alice', { [options[0]?.id as string]: 1 })).toEqual({
      ok: true,
      value: { cast: 2, entitled: 4 },
    });
    const closed = await house.ballots.close(as('carol'), { ballotId });
    expect(closed).toMatchObject({ ok: true, value: { base: { valid: 2, entitled: 4 } } });
    expect(
      closed.ok && closed.value.kind === 'dots' && closed.value.options.map(({ title, dots }) => [title, dots]),
    ).toEqual([
      ['Water', 1],
      ['Fire', 1],
      ['Earth', 0],
    ]);
  });

  it.each(STOPS)('%s: neither another key nor another seat makes a paper too many', async (_, at, stored) => {
    await using folder = await newDataDir();
    const { ballotId, options } = await cutAt(folder.path, at);
    const water = options[0]?.id as string;
    await using house = await House.open({ dataDir: folder.path });
    // Bob has his paper: whatever happened to alice's, he gets no second one.
    expect(await cast(house, ballotId, 'bob', { [water]: 2 }, 'another-key-01234567')).toMatchObject(
      refusedWith('paper-key-mismatch'),
    );
    const again = await cast(house, ballotId, 'alice', { [water]: 2 }, 'another-key-01234568');
    // Whose paper was stored keeps it and its key; whose was not may begin anew.
    expect(again.ok).toBe(stored === 1);
    expect(await cast(house, ballotId, 'dora', {})).toMatchObject({ ok: true });
    expect(await house.ballots.close(as('carol'), { ballotId })).toMatchObject({ value: { base: { valid: 3 } } });
  });

  it.each(STOPS)('%s: closing counts what was stored', async (_, at, stored) => {
    await using folder = await newDataDir();
    const { ballotId } = await cutAt(folder.path, at);
    await using house = await House.open({ dataDir: folder.path });
    expect(await house.ballots.close(as('carol'), { ballotId })).toMatchObject({ value: { base: { valid: stored } } });
    const seats = await house.db.query.selectFrom('ballot_seat').select(['cast', 'claimed']).execute();
    expect(seats.filter((seat) => seat.cast === 1)).toHaveLength(stored);
    expect(seats.every((seat) => seat.claimed === 0)).toBe(true);
  });
});

describe('closing a ballot', () => {
  it('publishes everything at once and leaves papers nobody can replace or order', async () => {
    await using house = await House.open();
    const { ballotId, options } = await withBallot(house);
    const [water, fire] = options.map((option) => option.id) as [BallotOptionId, BallotOptionId];
    await cast(house, ballotId, 'alice', { [water]: 2, [fire]: 1 });
    await cast(house, ballotId, 'bob', { [water]: 1 });
    const before = await papersOf(house);
    const closed = await house.ballots.close(as('cecil'), { ballotId });
    expect(closed).toMatchObject({
      ok: true,
      value: {
        kind: 'dots',
        budget: 3,
        cap: 2,
        base: { valid: 2, entitled: 4, proxies: 0 },
        options: [
          { title: 'Water', dots: 3, voters: 2, rank: 1 },
          { title: 'Fire', dots: 1, voters: 1, rank: 2 },
          { title: 'Earth', dots: 0, voters: 0, rank: 3 },
        ],
      },
    });
    for (const first of ['alice', 'otto', 'organiser']) {
      expect(await house.ballots.results(as(first), { ballotId })).toEqual(closed);
    }
    expect(await house.ballots.results(as('mallory'), { ballotId })).toMatchObject(refusedWith('not-found'));
    expect(house.news('ballot.closed')).toMatchObject([{ ballot: { status: 'closed' } }]);
    const after = await papersOf(house);
    expect(after.map((paper) => paper.choices).toSorted()).toEqual(before.map((paper) => paper.choices).toSorted());
    const keys = new Set(before.map((paper) => paper.key_hash));
    expect(after.some((paper) => keys.has(paper.key_hash))).toBe(false);
    expect(house.conditions.get(GROUP)?.ballotsFrozen.size).toBe(0);
  });

  it('is the same for two who close at once, and later', async () => {
    await using house = await House.open();
    const { ballotId } = await withBallot(house);
    await cast(house, ballotId, 'alice', {});
    const [one, other] = await Promise.all([
      house.ballots.close(as('carol'), { ballotId }),
      house.ballots.close(as('cecil'), { ballotId }),
    ]);
    expect(one.ok).toBe(true);
    expect(other).toEqual(one);
    expect(await house.ballots.close(as('carol'), { ballotId })).toEqual(one);
    expect(house.news('ballot.closed')).toHaveLength(1);
  });

  it('counts every paper that was acknowledged, however close the race', async () => {
    await using house = await House.open();
    const { ballotId, options } = await withBallot(house);
    const dots = { [options[0]?.id as string]: 1 };
    const [first, second, closed, third] = await Promise.all([
      cast(house, ballotId, 'alice', dots),
      cast(house, ballotId, 'bob', dots),
      house.ballots.close(as('carol'), { ballotId }),
      cast(house, ballotId, 'dora', dots),
    ]);
    const acknowledged = [first, second, third].filter((outcome) => outcome.ok).length;
    expect(acknowledged).toBeGreaterThan(0);
    expect(closed).toMatchObject({
      value: { base: { valid: acknowledged }, options: [{ dots: acknowledged }, {}, {}] },
    });
    const refusals = [first, second, third].flatMap((outcome) => (outcome.ok ? [] : [outcome.failure.code]));
    expect(new Set(refusals)).toEqual(new Set(refusals.length > 0 ? ['ballot-closed'] : []));
    expect(await papersOf(house)).toHaveLength(acknowledged);
  });

  it('is refused to those who do not lead', async () => {
    await using house = await House.open();
    const { ballotId } = await withBallot(house);
    for (const first of ['alice', 'rita', 'otto']) {
      expect(await house.ballots.close(as(first), { ballotId })).toMatchObject(refusedWith('role-refused'));
    }
  });

  it('makes room for the next ballot and keeps the earlier one', async () => {
    await using house = await House.open();
    const { ballotId, ids } = await withBallot(house);
    await house.ballots.close(as('carol'), { ballotId });
    expect(await open(house, ids)).toMatchObject({ ok: true });
    const ballots = await house.db.query.selectFrom('ballot').select(['number', 'status']).orderBy('number').execute();
    expect(ballots).toEqual([
      { number: 1, status: 'closed' },
      { number: 2, status: 'open' },
    ]);
  });
});
