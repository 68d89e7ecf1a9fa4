import { describe, expect, it } from 'vitest';
import { LIMITS } from '@rapport/domain/limits';
import type { OptionId, SeatId } from '@rapport/domain/ids';
import { as, GROUP, House, seatOf, SYMPOSIUM } from '../groups/testing.ts';
import { codeOf, make, own, shown, value, write } from './testing.ts';

const reserve = (house: House, first: string, optionId: OptionId, text = 'Not in winter.') =>
  house.voices.reserve(as(first), { optionId, kind: 'reservation', text });
const sign = (house: House, first: string, optionId: OptionId, version = 1, sponsored = true) =>
  house.voices.sponsor(as(first), { optionId, version, sponsored });
const authorise = (house: House, first: string, authorised = true) =>
  house.voices.authorise(as('organiser'), { symposiumId: SYMPOSIUM, seatId: seatOf(first), authorised });

/** Gives seats their delegations and authorises them. */
const delegate = async (house: House, delegations: Record<string, string>): Promise<void> => {
  for (const [first, delegation] of Object.entries(delegations)) {
    await house.db.query.updateTable('seat').set({ delegation }).where('id', '=', seatOf(first)).execute();
    value(await authorise(house, first));
  }
};

describe('reservations and minority texts', () => {
  it('stand beside the option without an author', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    const { reservationId } = value(await reserve(house, 'bob', optionId));
    value(await house.voices.reserve(as('rita'), { optionId, kind: 'minority', text: 'We would rather train apart.' }));
    const { reservations } = await shown(house, optionId);
    expect(reservations).toContainEqual({ id: reservationId, kind: 'reservation', text: 'Not in winter.' });
    expect(reservations).toHaveLength(2);
    const rows = await house.db.query.selectFrom('option_reservation').selectAll().execute();
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['id', 'kind', 'option_id', 'text']);
  });

  it.each([
    ['otto', 'role-refused'],
    ['organiser', 'role-refused'],
    ['mallory', 'not-found'],
    ['carol', 'done'],
  ])('of %s', async (first, code) => {
    await using house = await House.open();
    expect(codeOf(await reserve(house, first, await make(house)))).toBe(code);
  });

  it('are limited', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    for (let number = 0; number < LIMITS.reservationsPerOption; number += 1) {
      value(await reserve(house, 'bob', optionId, `Number ${number}`));
    }
    expect(codeOf(await reserve(house, 'bob', optionId))).toBe('too-large');
  });
});

describe('sponsorship', () => {
  it('is a delegation’s, on one frozen version, by a seat the organiser has authorised', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    expect(codeOf(await sign(house, 'alice', optionId))).toBe('not-authorised');
    expect(await own(house, 'alice', optionId)).toMatchObject({ sponsored: null });
    await delegate(house, { alice: 'Norway', bob: 'Norway', dora: 'Jordan' });
    expect(await own(house, 'alice', optionId)).toMatchObject({ sponsored: false });
    value(await sign(house, 'alice', optionId));
    expect(await shown(house, optionId)).toMatchObject({
      sponsors: [{ delegation: 'Norway', bloc: 'allied', suspended: false }],
      crossBloc: false,
    });
    // A second seat of the delegation sees the same signature.
    expect(await own(house, 'bob', optionId)).toMatchObject({ sponsored: true });
    value(await sign(house, 'bob', optionId));
    value(await sign(house, 'dora', optionId));
    expect(await shown(house, optionId)).toMatchObject({
      sponsors: [
        { delegation: 'Jordan', bloc: 'partner', suspended: false },
        { delegation: 'Norway', bloc: 'allied', suspended: false },
      ],
      crossBloc: true,
    });
    value(await sign(house, 'bob', optionId, 1, false));
    expect(await shown(house, optionId)).toMatchObject({ sponsors: [{ delegation: 'Jordan' }], crossBloc: false });
  });

  it('is suspended by a change of the text until it is reconfirmed', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    await delegate(house, { alice: 'Norway', dora: 'Jordan' });
    for (const first of ['alice', 'dora']) value(await sign(house, first, optionId));
    value(await house.options.open(as('rita'), { optionId }));
    expect((await shown(house, optionId)).sponsors.map(({ suspended }) => suspended)).toEqual([false, false]);
    expect(codeOf(await sign(house, 'alice', optionId))).toBe('text-not-frozen');
    await write(house, optionId, { text: 'Otherwise.' });
    value(await house.options.freeze(as('rita'), { optionId }));
    expect(await shown(house, optionId)).toMatchObject({
      sponsors: [{ suspended: true }, { suspended: true }],
      crossBloc: false,
    });
    expect(await own(house, 'alice', optionId)).toMatchObject({ sponsored: false });
    expect(codeOf(await sign(house, 'alice', optionId, 1))).toBe('old-version');
    value(await sign(house, 'alice', optionId, 2));
    expect((await shown(house, optionId)).sponsors).toEqual([
      { delegation: 'Jordan', bloc: 'partner', suspended: true },
      { delegation: 'Norway', bloc: 'allied', suspended: false },
    ]);
    // A suspended signature can be taken back without reading the new text.
    value(await sign(house, 'dora', optionId, 1, false));
    expect((await shown(house, optionId)).sponsors).toHaveLength(1);
  });

  it('is authorised by organisers alone, and the seat is told', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    const asCarol = await house.voices.authorise(as('carol'), {
      symposiumId: SYMPOSIUM,
      seatId: seatOf('alice'),
      authorised: true,
    });
    expect(codeOf(asCarol)).toBe('role-refused');
    expect(
      codeOf(
        await house.voices.authorise(as('organiser'), {
          symposiumId: SYMPOSIUM,
          seatId: 'nobody' as SeatId,
          authorised: true,
        }),
      ),
    ).toBe('not-found');
    value(await authorise(house, 'otto'));
    expect(house.announced.at(-1)).toMatchObject({
      to: 'seat',
      seatId: seatOf('otto'),
      news: { type: 'me.changed', me: { options: [{ optionId, sponsored: false }] } },
    });
    // Who only observes the group may still sign for a delegation.
    value(await sign(house, 'otto', optionId));
    value(await authorise(house, 'otto', false));
    expect(codeOf(await sign(house, 'otto', optionId))).toBe('not-authorised');
    expect((await shown(house, optionId)).sponsors).toHaveLength(1);
    expect(codeOf(await house.voices.sponsor(as('organiser'), { optionId, version: 1, sponsored: true }))).toBe(
      'role-refused',
    );
  });
});

describe('interest', () => {
  it('is a count, shown and taken back', async () => {
    await using house = await House.open();
    const optionId = await make(house, 'Draft', false);
    for (const first of ['alice', 'bob', 'alice', 'carol']) {
      value(await house.voices.interest(as(first), { optionId, interested: true }));
    }
    expect((await shown(house, optionId)).interest).toBe(3);
    expect(await own(house, 'bob', optionId)).toMatchObject({ interested: true });
    value(await house.voices.interest(as('bob'), { optionId, interested: false }));
    expect((await shown(house, optionId)).interest).toBe(2);
    expect(codeOf(await house.voices.interest(as('otto'), { optionId, interested: true }))).toBe('role-refused');
    await house.db.query.updateTable('group').set({ status: 'closed' }).where('id', '=', GROUP).execute();
    expect(codeOf(await house.voices.interest(as('alice'), { optionId, interested: true }))).toBe('group-closed');
  });
});
