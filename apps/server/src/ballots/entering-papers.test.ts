import { describe, expect, it } from 'vitest';
import type { BallotId, BallotOptionId } from '@rapport/domain/ids';
import { COMMANDS } from '@rapport/protocol/commands';
import { Roles } from '../groups/roles.ts';
import { as, GROUP, House, seatOf } from '../groups/testing.ts';

const KEY = 'key-of-an-entered-paper';

/** Alice and bob vote for `allied`, dora and emil for `partner`; carol leads. */
const openBallot = async (
  house: House,
  present: readonly string[] = [],
): Promise<{ ballotId: BallotId; water: BallotOptionId }> => {
  house.arrive(...present);
  const imported = await house.cards.importCards(as('carol'), GROUP, [{ title: 'Water', body: '' }]);
  if (!imported.ok) throw new Error(imported.failure.message);
  const input = { groupId: GROUP, kind: 'dots', options: imported.value.ids.map((id) => ({ kind: 'card', id })) };
  const opened = await house.ballots.open(as('carol'), COMMANDS['ballot.open'].parse(input));
  if (!opened.ok) throw new Error(opened.failure.message);
  return { ballotId: opened.value.ballotId, water: opened.value.options[0]?.id as BallotOptionId };
};

const enter = (
  house: House,
  ballot: { ballotId: BallotId; water: BallotOptionId },
  bloc: string,
  { dots = 1, key = KEY, first = 'carol' }: { dots?: number; key?: string; first?: string } = {},
) =>
  house.ballots.enter(as(first), {
    ballotId: ballot.ballotId,
    paperKey: key,
    bloc,
    choices: { dots: { [ballot.water]: dots } },
  });

const cast = (house: House, { ballotId, water }: Awaited<ReturnType<typeof openBallot>>, first: string, key?: string) =>
  house.ballots.cast(as(first), {
    ballotId,
    paperKey: key ?? `key-of-${first}-0123456789`,
    choices: { dots: { [water]: 2 } },
  });

const refusedWith = (code: string) => ({ ok: false, failure: { code } });

describe('a paper for somebody without a device', () => {
  it('is counted and shown as such, replaced with its key, and bound to no seat', async () => {
    await using house = await House.open();
    const ballot = await openBallot(house);
    expect(await enter(house, ballot, 'partner', { dots: 2 })).toEqual({ ok: true, value: { cast: 1, entitled: 4 } });
    expect(await enter(house, ballot, 'allied', { dots: 1 })).toMatchObject({ value: { cast: 1, entitled: 4 } });
    const rows = await house.db.query.selectFrom('ballot_paper').selectAll().execute();
    expect(rows).toMatchObject([
      { bloc: 'allied', proxy: 1, choices: JSON.stringify({ dots: { [ballot.water]: 1 } }) },
    ]);
    const seats = await house.db.query.selectFrom('ballot_seat').select(['cast', 'claimed']).execute();
    expect(seats).toEqual(Array.from({ length: 4 }, () => ({ cast: 0, claimed: 0 })));
    await cast(house, ballot, 'dora');
    expect(await house.ballots.close(as('carol'), ballot)).toMatchObject({
      value: { base: { valid: 2, entitled: 4, proxies: 1 }, options: [{ dots: 3, voters: 2 }] },
    });
  });

  it('stands for somebody who is not on the list, while there is such a seat', async () => {
    await using house = await House.open();
    const ballot = await openBallot(house, ['carol', 'alice']);
    expect(await enter(house, ballot, 'partner')).toMatchObject({ value: { cast: 1, entitled: 2 } });
    expect(await enter(house, ballot, 'allied', { key: `${KEY}-2` })).toMatchObject({
      value: { cast: 2, entitled: 3 },
    });
    expect(await cast(house, ballot, 'alice')).toMatchObject({ ok: true, value: { cast: 3, entitled: 3 } });
  });

  it('never makes more papers than a bloc has voting seats', async () => {
    await using house = await House.open();
    const ballot = await openBallot(house);
    await cast(house, ballot, 'alice');
    expect(await enter(house, ballot, 'allied')).toMatchObject({ ok: true });
    expect(await enter(house, ballot, 'allied', { key: `${KEY}-2` })).toMatchObject(refusedWith('not-entitled'));
    // Replacing is not one more.
    expect(await enter(house, ballot, 'allied', { dots: 2 })).toMatchObject({ ok: true });
    expect(await enter(house, ballot, 'martian', { key: `${KEY}-3` })).toMatchObject(refusedWith('not-entitled'));
    const both = await Promise.all(
      ['a', 'b', 'c'].map((end) => enter(house, ballot, 'partner', { key: `${KEY}-${end}` })),
    );
    expect(both.map((outcome) => outcome.ok)).toEqual([true, true, false]);
  });

  it('leaves room for who voted and leads by now', async () => {
    await using house = await House.open();
    const ballot = await openBallot(house);
    const { db, announcements, presence } = house;
    const roles = new Roles({ db, announcements, presence });
    await roles.assign(as('organiser'), { groupId: GROUP, seatId: seatOf('alice'), role: 'facilitator' });
    // Alice and bob vote for `allied`: one paper is bob's, entered, the other alice's own.
    expect(await enter(house, ballot, 'allied', { first: 'alice' })).toMatchObject({ ok: true });
    expect(await cast(house, ballot, 'alice')).toMatchObject({ ok: true, value: { cast: 2, entitled: 4 } });
    expect(await enter(house, ballot, 'allied', { key: `${KEY}-2`, first: 'alice' })).toMatchObject(
      refusedWith('not-entitled'),
    );
  });

  it('and a seat’s own paper never take each other’s place', async () => {
    await using house = await House.open();
    const ballot = await openBallot(house);
    await enter(house, ballot, 'partner');
    await cast(house, ballot, 'alice');
    expect(await cast(house, ballot, 'dora', KEY)).toMatchObject(refusedWith('paper-key-mismatch'));
    expect(await cast(house, ballot, 'alice', KEY)).toMatchObject(refusedWith('paper-key-mismatch'));
    expect(await enter(house, ballot, 'allied', { key: 'key-of-alice-0123456789' })).toMatchObject(
      refusedWith('paper-key-mismatch'),
    );
    const rows = await house.db.query.selectFrom('ballot_paper').select(['bloc', 'proxy']).execute();
    expect(rows.toSorted((one, other) => one.proxy - other.proxy)).toEqual([
      { bloc: 'allied', proxy: 0 },
      { bloc: 'partner', proxy: 1 },
    ]);
  });

  it.each<[string, string]>([
    ['alice', 'role-refused'],
    ['rita', 'role-refused'],
    ['otto', 'role-refused'],
    ['mallory', 'not-found'],
  ])('is refused to %s', async (first, code) => {
    await using house = await House.open();
    const ballot = await openBallot(house);
    expect(await enter(house, ballot, 'allied', { first })).toMatchObject(refusedWith(code));
    expect(await house.db.query.selectFrom('ballot_paper').selectAll().execute()).toEqual([]);
  });

  it('is refused when it is no valid paper, and after close', async () => {
    await using house = await House.open();
    const ballot = await openBallot(house);
    expect(await enter(house, ballot, 'allied', { dots: 3 })).toMatchObject(refusedWith('over-cap'));
    const [, entered] = await Promise.all([house.ballots.close(as('carol'), ballot), enter(house, ballot, 'allied')]);
    expect(entered).toMatchObject(refusedWith('ballot-closed'));
  });
});
