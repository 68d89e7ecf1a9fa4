import { describe, expect, test } from 'vitest';
import type { OptionId } from '@rapport/domain/ids';
import { DATABASES } from '../db/testing.ts';
import { as, codeOf, ORGANISER, OTHER_SYMPOSIUM, PlenaryHouse, SCREEN, SYMPOSIUM, textOf, value } from './testing.ts';

const openPlenary = async (house: PlenaryHouse): Promise<void> => {
  value(await house.plenary.open(ORGANISER, { symposiumId: SYMPOSIUM }));
};
const merged = async (house: PlenaryHouse): Promise<OptionId> => {
  const optionIds = [await house.forwarded(1, 'Ports'), await house.forwarded(2, 'Quays')];
  return value(await house.register.merge(ORGANISER, { symposiumId: SYMPOSIUM, optionIds, text: textOf('Both') }))
    .optionId;
};
const sign = (house: PlenaryHouse, name: string, optionId: OptionId, version = 1, sponsored = true) =>
  house.voices.sponsor(as(name), { optionId, version, sponsored });
const entry = async (house: PlenaryHouse, optionId: OptionId) =>
  (await house.entries()).find(({ id }) => id === optionId);

describe.each(DATABASES)('what is said in the plenary on $kind', ({ place }) => {
  test('a delegation signs the newest version; a new wording suspends that until it is signed again', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice', { delegation: 'Norway', authorised: true });
    await house.seat('bob', { delegation: 'Jordan', bloc: 'partner', authorised: true });
    const optionId = await merged(house);
    await openPlenary(house);
    value(await sign(house, 'alice', optionId));
    expect(await entry(house, optionId)).toMatchObject({
      sponsors: [{ delegation: 'Norway', bloc: 'allied', suspended: false }],
      crossBloc: false,
    });
    value(await sign(house, 'bob', optionId));
    expect(await entry(house, optionId)).toMatchObject({ crossBloc: true });
    value(await house.register.revise(ORGANISER, { optionId, version: 1, text: textOf('Both, together') }));
    expect(await entry(house, optionId)).toMatchObject({
      sponsors: [
        { delegation: 'Jordan', suspended: true },
        { delegation: 'Norway', suspended: true },
      ],
      crossBloc: false,
    });
    expect(codeOf(await sign(house, 'alice', optionId))).toBe('old-version');
    value(await sign(house, 'alice', optionId, 2));
    value(await sign(house, 'bob', optionId, 2, false));
    expect(await entry(house, optionId)).toMatchObject({ sponsors: [{ delegation: 'Norway', suspended: false }] });
    expect(house.heard.filter(({ to }) => to === 'plenary').length).toBeGreaterThan(0);
  });

  test('interest is a count; nothing is left of whose it was once the plenary is closed', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    for (const name of ['alice', 'bob']) await house.seat(name);
    const optionId = await merged(house);
    await openPlenary(house);
    for (const name of ['alice', 'bob', 'alice']) {
      value(await house.voices.interest(as(name), { optionId, interested: true }));
    }
    expect(await entry(house, optionId)).toMatchObject({ interest: 2 });
    value(await house.voices.interest(as('bob'), { optionId, interested: false }));
    expect(await entry(house, optionId)).toMatchObject({ interest: 1 });
    value(await house.plenary.close(ORGANISER, { symposiumId: SYMPOSIUM }));
    expect(await house.db.query.selectFrom('option_interest').selectAll().execute()).toEqual([]);
    expect(await entry(house, optionId)).toMatchObject({ interest: 1 });
  });

  test('that it was destroyed is on record for the symposium; a close with nothing to destroy records nothing', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    for (const name of ['alice', 'bob']) await house.seat(name);
    const optionId = await merged(house);
    const records = () =>
      house.db.query.selectFrom('purge').select(['group_id', 'symposium_id', 'what', 'count']).execute();
    await openPlenary(house);
    for (const name of ['alice', 'bob']) {
      value(await house.voices.interest(as(name), { optionId, interested: true }));
    }
    value(await house.plenary.close(ORGANISER, { symposiumId: SYMPOSIUM }));
    const record = { group_id: null, symposium_id: SYMPOSIUM, what: 'answers', count: 2 };
    expect(await records()).toEqual([record]);
    await openPlenary(house);
    value(await house.plenary.close(ORGANISER, { symposiumId: SYMPOSIUM }));
    expect(await records()).toEqual([record]);
  });
});

describe.each(DATABASES.slice(0, 1))('refusals', ({ place }) => {
  test('who is not authorised signs nothing; strangers, screens and organisers have no voice', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice');
    const optionId = await merged(house);
    await openPlenary(house);
    expect(codeOf(await sign(house, 'alice', optionId))).toBe('not-authorised');
    const interest = { optionId, interested: true };
    expect(codeOf(await house.voices.interest(as('mallory', OTHER_SYMPOSIUM), interest))).toBe('not-found');
    expect(codeOf(await house.voices.interest(SCREEN, interest))).toBe('role-refused');
    expect(codeOf(await house.voices.interest(ORGANISER, interest))).toBe('role-refused');
  });

  test('nothing is said of what lives on in another option, nor while the plenary is closed', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice', { authorised: true });
    const optionId = await merged(house);
    expect(codeOf(await sign(house, 'alice', optionId))).toBe('not-found');
    await openPlenary(house);
    const [parent] = (await entry(house, optionId))?.parents ?? [];
    if (parent === undefined) throw new Error('a merged option has parents');
    expect(codeOf(await sign(house, 'alice', parent.id))).toBe('conflict');
    expect(codeOf(await house.voices.interest(as('alice'), { optionId: parent.id, interested: true }))).toBe(
      'conflict',
    );
  });

  test('a group’s option is before the plenary once it was handed over and the plenary is open', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const draft = await house.forwarded(1, 'Draft', 'draft');
    const ports = await house.forwarded(1, 'Ports');
    const taken = async () => [await house.voices.takes(draft), await house.voices.takes(ports)];
    expect(await taken()).toEqual([false, false]);
    await openPlenary(house);
    expect(await taken()).toEqual([false, true]);
    expect(await house.voices.takes('nowhere' as OptionId)).toBe(false);
  });
});
