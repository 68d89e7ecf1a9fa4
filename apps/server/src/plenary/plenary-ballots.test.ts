import { describe, expect, test } from 'vitest';
import { COMMANDS, type CommandInput } from '@rapport/protocol/commands';
import type { BallotId, BallotOptionId, OptionId } from '@rapport/domain/ids';
import { readBallots } from '../ballots/read-ballots.ts';
import { DATABASES } from '../db/testing.ts';
import {
  as,
  codeOf,
  ORGANISER,
  OTHER_SYMPOSIUM,
  PlenaryHouse,
  SCREEN,
  seatId,
  SYMPOSIUM,
  textOf,
  value,
} from './testing.ts';

type Opened = { ballotId: BallotId; of: (optionId: OptionId) => BallotOptionId };

const parsed = (optionIds: readonly string[], more: Partial<CommandInput<'ballot.open'>> = {}) =>
  COMMANDS['ballot.open'].parse({
    symposiumId: SYMPOSIUM,
    kind: 'endorsement',
    options: optionIds.map((id) => ({ kind: 'option', id })),
    ...more,
  });

const open = async (house: PlenaryHouse, optionIds: readonly OptionId[]): Promise<Opened> => {
  value(await house.plenary.open(ORGANISER, { symposiumId: SYMPOSIUM }));
  const opened = value(await house.ballots.open(ORGANISER, SYMPOSIUM, parsed(optionIds)));
  const ids = new Map(opened.options.map(({ id, subject }) => [subject.id, id]));
  return { ballotId: opened.ballotId, of: (optionId) => ids.get(optionId) as BallotOptionId };
};

const keyOf = (name: string): string => `paper-key-of-${name}-in-the-test`;

const cast = (
  house: PlenaryHouse,
  { ballotId, of }: Opened,
  name: string,
  optionId: OptionId,
  level: 'endorse' | 'oppose' = 'endorse',
) =>
  house.ballots.cast(as(name), { ballotId, paperKey: keyOf(name), choices: { levels: { [of(optionId)]: { level } } } });

describe.each(DATABASES)('a ballot of the plenary on $kind', ({ place }) => {
  test('is for voting seats that are there; late ones join, chairs and the absent do not vote', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice');
    await house.seat('bob', {}, true);
    await house.seat('clara', { chair: true });
    await house.seat('felix', { role: 'facilitator' });
    const ports = await house.forwarded(1, 'Ports');
    const ballot = await open(house, [ports]);
    const progress = async () => (await readBallots(house.db.query, { symposiumId: SYMPOSIUM }))[0]?.progress;
    expect(await progress()).toEqual({ cast: 0, entitled: 1 });
    expect(codeOf(await cast(house, ballot, 'bob', ports))).toBe('not-entitled');
    for (const name of ['bob', 'clara', 'felix']) await house.ballots.checkIn(SYMPOSIUM, seatId(name));
    expect(value(await cast(house, ballot, 'bob', ports))).toEqual({ cast: 1, entitled: 2 });
    expect(codeOf(await cast(house, ballot, 'clara', ports))).toBe('not-entitled');
    expect(codeOf(await cast(house, ballot, 'felix', ports))).toBe('not-entitled');
  });

  test('who is made chair while it is open keeps the vote, and has none in the next', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice', { delegation: 'Norway' });
    await house.seat('bob', { delegation: 'Norway' });
    const ports = await house.forwarded(1, 'Ports');
    const ballot = await open(house, [ports]);
    value(await house.plenary.chair(ORGANISER, { symposiumId: SYMPOSIUM, seatId: seatId('alice'), chair: true }));
    // Two may have a paper still: one stands for bob, and alice's is her own.
    const entered = { ballotId: ballot.ballotId, bloc: 'allied', delegation: 'Norway', choices: { levels: {} } };
    value(await house.ballots.enter(as('alice'), { ...entered, paperKey: keyOf('somebody') }));
    expect(value(await cast(house, ballot, 'alice', ports))).toEqual({ cast: 2, entitled: 2 });
    value(await house.ballots.close(as('alice'), { ballotId: ballot.ballotId }));
    const next = await open(house, [ports]);
    expect(codeOf(await cast(house, next, 'alice', ports))).toBe('not-entitled');
  });

  test('counts heads and delegations side by side, and keeps no delegation on any paper', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const votes: [string, string, string, 'endorse' | 'oppose'][] = [
      ...Array.from({ length: 6 }, (_, at): [string, string, string, 'endorse'] => [
        `n${at}`,
        'Norway',
        'allied',
        'endorse',
      ]),
      ...Array.from({ length: 6 }, (_, at): [string, string, string, 'oppose'] => [
        `j${at}`,
        'Jordan',
        'partner',
        'oppose',
      ]),
      ['i1', 'Italy', 'allied', 'endorse'],
      ['i2', 'Italy', 'allied', 'oppose'],
      ['s1', 'Spain', 'allied', 'endorse'],
      ['s2', 'Spain', 'allied', 'oppose'],
      ['m1', 'Malta', 'allied', 'oppose'],
      ['m2', 'Malta', 'allied', 'oppose'],
    ];
    for (const [name, delegation, bloc] of votes) await house.seat(name, { delegation, bloc });
    const ports = await house.forwarded(1, 'Ports');
    const ballot = await open(house, [ports]);
    for (const [name, , , level] of votes) value(await cast(house, ballot, name, ports, level));
    const faces = () => house.db.query.selectFrom('ballot_paper').select(['bloc', 'delegation', 'key_hash']).execute();
    expect(new Set((await faces()).map(({ delegation }) => delegation))).toEqual(
      new Set(['Norway', 'Jordan', 'Italy', 'Spain', 'Malta']),
    );
    const before = new Set((await faces()).map((row) => row.key_hash));
    const results = value(await house.ballots.close(ORGANISER, { ballotId: ballot.ballotId }));
    expect(results).toMatchObject({
      kind: 'endorsement',
      base: { valid: 18, entitled: 18, proxies: 0 },
      options: [{ levels: { endorse: 8, oppose: 10 } }],
      byDelegation: {
        delegations: 5,
        unassigned: 0,
        options: [
          {
            measures: [
              {
                measure: 'support',
                delegations: 5,
                // (1 + 0 + 1/2 + 1/2 + 0) / 5
                mean: { shown: true, value: 0.4, step: 0.01 },
                cells: [
                  { delegation: 'Jordan', value: { kind: 'at-most', value: 0.2 } },
                  { delegation: 'Norway', value: { kind: 'at-least', value: 0.8 } },
                ],
              },
              { measure: 'opposition' },
            ],
          },
        ],
      },
    });
    const after = await faces();
    expect(after.every(({ delegation, key_hash: key }) => delegation === null && !before.has(key))).toBe(true);
    expect((await house.entries())[0]).toMatchObject({ verdict: 'led', ledBy: 'allied', judgedBy: 'plenary' });
  });

  test('papers that are cast while it closes are in the result or refused, never lost', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const names = Array.from({ length: 12 }, (_, at) => `voter${at}`);
    for (const name of names) await house.seat(name);
    const ports = await house.forwarded(1, 'Ports');
    const ballot = await open(house, [ports]);
    const outcomes = names.map((name) => cast(house, ballot, name, ports));
    const [first, second] = [
      house.ballots.close(ORGANISER, { ballotId: ballot.ballotId }),
      house.ballots.close(ORGANISER, { ballotId: ballot.ballotId }),
    ];
    const late = await cast(house, ballot, 'voter0', ports, 'oppose');
    const codes = (await Promise.all(outcomes)).map(codeOf);
    const results = value(await first);
    expect(results.base.valid).toBe(codes.filter((code) => code === 'done').length);
    expect(value(await second)).toEqual(results);
    expect(codeOf(late)).toBe('ballot-closed');
  });

  test('freezes what it is about: nothing of it is merged, reworded, placed or taken back meanwhile', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const [ports, quays] = [await house.forwarded(1, 'Ports'), await house.forwarded(2, 'Quays')];
    const docks = await house.forwarded(3, 'Docks');
    const { register } = house;
    const merged = value(
      await register.merge(ORGANISER, { symposiumId: SYMPOSIUM, optionIds: [ports, quays], text: textOf('Both') }),
    );
    const { ballotId } = await open(house, [merged.optionId]);
    const { optionId } = merged;
    const again = { symposiumId: SYMPOSIUM, optionIds: [optionId, docks], text: textOf('All') };
    expect(
      await Promise.all([
        register.merge(ORGANISER, again),
        register.split(ORGANISER, { optionId, parts: [] }),
        register.revise(ORGANISER, { optionId, version: 1, text: textOf('Better') }),
        register.place(ORGANISER, { optionId, place: 'paper' }),
        register.undo(ORGANISER, { symposiumId: SYMPOSIUM }),
      ]).then((outcomes) => outcomes.map(codeOf)),
    ).toEqual(Array.from({ length: 5 }, () => 'ballot-open'));
    expect(codeOf(await house.plenary.close(ORGANISER, { symposiumId: SYMPOSIUM }))).toBe('ballot-open');
    value(await house.ballots.close(ORGANISER, { ballotId }));
    value(await register.revise(ORGANISER, { optionId, version: 1, text: textOf('Better') }));
    value(await house.plenary.close(ORGANISER, { symposiumId: SYMPOSIUM }));
  });

  test('a paper entered for somebody carries a delegation and never stands for more seats than it has', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice', { delegation: 'Norway' });
    await house.seat('bob', { delegation: 'Norway' }, true);
    const ports = await house.forwarded(1, 'Ports');
    const ballot = await open(house, [ports]);
    value(await cast(house, ballot, 'alice', ports));
    const enter = (key: string, more: object) =>
      house.ballots.enter(ORGANISER, {
        ballotId: ballot.ballotId,
        paperKey: key,
        bloc: 'allied',
        choices: { levels: {} },
        ...more,
      });
    expect(await enter(keyOf('one'), {})).toMatchObject({ failure: { code: 'invalid-input', field: 'delegation' } });
    expect(value(await enter(keyOf('one'), { delegation: 'Norway' }))).toEqual({ cast: 2, entitled: 2 });
    expect(await enter(keyOf('two'), { delegation: 'Norway' })).toMatchObject({
      failure: { code: 'not-entitled', field: 'delegation' },
    });
    expect(codeOf(await enter(keyOf('two'), { delegation: 'Atlantis' }))).toBe('not-entitled');
    expect(value(await house.ballots.close(ORGANISER, { ballotId: ballot.ballotId })).base).toEqual({
      valid: 2,
      entitled: 2,
      proxies: 1,
    });
  });
});

describe.each(DATABASES.slice(0, 1))('opening one', ({ place }) => {
  test('is for who chairs an open plenary, on options that stand in the register', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice');
    const ports = await house.forwarded(1, 'Ports');
    const draft = await house.forwarded(1, 'Draft', 'endorsed');
    const attempt = async (ids: readonly string[], more = {}, caller = ORGANISER) => {
      const outcome = await house.ballots.open(caller, SYMPOSIUM, parsed(ids, more));
      return outcome.ok ? 'done' : `${outcome.failure.code} ${outcome.failure.field ?? ''}`.trim();
    };
    expect(await attempt([ports])).toBe('conflict');
    value(await house.plenary.open(ORGANISER, { symposiumId: SYMPOSIUM }));
    expect(await attempt([ports], {}, as('alice'))).toBe('role-refused');
    expect(await attempt([ports], {}, SCREEN)).toBe('role-refused');
    expect(await attempt([ports], {}, as('mallory', OTHER_SYMPOSIUM))).toBe('not-found symposiumId');
    expect(await attempt([draft])).toBe('invalid-input options.0');
    expect(await attempt([ports, ports])).toBe('invalid-input options.1');
    expect(await attempt([ports], { options: [{ kind: 'card', id: 'card' }] })).toBe('invalid-input options.0');
    expect(await attempt([ports], { settings: { closesWithTimer: true } })).toBe(
      'invalid-input settings.closesWithTimer',
    );
    expect(await attempt([ports])).toBe('done');
    expect(await attempt([ports])).toBe('ballot-open');
  });

  test('results are for the symposium once it is closed, and for nobody before', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice');
    const ports = await house.forwarded(1, 'Ports');
    const { ballotId } = await open(house, [ports]);
    expect(codeOf(await house.ballots.results(ORGANISER, { ballotId }))).toBe('ballot-not-closed');
    expect(codeOf(await house.ballots.close(as('alice'), { ballotId }))).toBe('role-refused');
    value(await house.ballots.close(ORGANISER, { ballotId }));
    expect(codeOf(await house.ballots.results(as('alice'), { ballotId }))).toBe('done');
    expect(codeOf(await house.ballots.results(as('mallory', OTHER_SYMPOSIUM), { ballotId }))).toBe('not-found');
    expect(await house.ballots.has('nobody’s' as BallotId)).toBe(false);
  });
});
