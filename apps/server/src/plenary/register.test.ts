import { describe, expect, test } from 'vitest';
import type { OptionId } from '@rapport/domain/ids';
import type { OptionText } from '@rapport/domain/options';
import { DATABASES } from '../db/testing.ts';
import { as, codeOf, ORGANISER, OTHER_SYMPOSIUM, PlenaryHouse, SCREEN, SYMPOSIUM, textOf, value } from './testing.ts';

const merge = (house: PlenaryHouse, optionIds: OptionId[], title = 'Together', caller = ORGANISER) =>
  house.register.merge(caller, { symposiumId: SYMPOSIUM, optionIds, text: textOf(title) });

const undo = (house: PlenaryHouse) => house.register.undo(ORGANISER, { symposiumId: SYMPOSIUM });

const entry = async (house: PlenaryHouse, code: string) => {
  const found = (await house.entries()).find((one) => one.code === code);
  if (found === undefined) throw new Error(`nothing in the register is called ${code}`);
  return found;
};

describe.each(DATABASES)('the register on $kind', ({ place }) => {
  test('holds what groups have forwarded, in the order of report-backs, with the text that is frozen', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.forwarded(2, 'Ferries');
    await house.forwarded(1, 'Ports');
    await house.forwarded(1, 'Rails', 'endorsed');
    await house.forwarded(3, 'Roads', 'set-aside');
    expect(await house.entries()).toMatchObject([
      { code: 'R1-G01-O1', text: textOf('Ports'), version: 1, convergence: { groups: 1, of: 3 }, verdict: null },
      { code: 'R1-G02-O1', text: textOf('Ferries'), group: { number: 2, name: 'Group 2', round: 1 }, parents: [] },
    ]);
  });

  test('merging keeps the parents, and every group among them counts once over all generations', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const [ports, harbours] = [await house.forwarded(1, 'Ports'), await house.forwarded(1, 'Harbours')];
    const [quays, docks] = [await house.forwarded(2, 'Quays'), await house.forwarded(3, 'Docks')];
    const same = value(await merge(house, [ports, harbours], 'One group’s two'));
    expect(same.code).toBe('PL-O1');
    expect(await entry(house, 'PL-O1')).toMatchObject({
      state: 'plenary',
      group: null,
      version: 1,
      text: textOf('One group’s two'),
      parents: [
        { id: ports, code: 'R1-G01-O1' },
        { id: harbours, code: 'R1-G01-O2' },
      ],
      convergence: { groups: 1, of: 3 },
    });
    const two = value(await merge(house, [same.optionId, quays]));
    const all = value(await merge(house, [docks, two.optionId]));
    expect(all.code).toBe('PL-O3');
    expect(await entry(house, 'PL-O3')).toMatchObject({
      convergence: { groups: 3, of: 3 },
      parents: [{ code: 'PL-O2' }, { code: 'R1-G03-O1' }],
    });
    expect(await house.states()).toEqual({
      'R1-G01-O1': 'merged',
      'R1-G01-O2': 'merged',
      'R1-G02-O1': 'merged',
      'R1-G03-O1': 'merged',
      'PL-O1': 'merged',
      'PL-O2': 'merged',
      'PL-O3': 'plenary',
    });
    // Groups hear what became of theirs.
    const told = house.heard.flatMap((one) => (one.to === 'group' ? [one.news.groupId] : []));
    expect(new Set(told)).toEqual(new Set(['group-1', 'group-2', 'group-3']));
  });

  test('two chairs merge the same option at once: one of them is refused, nothing is half done', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('clara', { chair: true });
    const [ports, quays, docks] = [
      await house.forwarded(1, 'Ports'),
      await house.forwarded(2, 'Quays'),
      await house.forwarded(3, 'Docks'),
    ];
    const outcomes = await Promise.all([
      merge(house, [ports, quays]),
      merge(house, [quays, docks], 'Otherwise', as('clara')),
    ]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(['conflict', 'done']);
    const made = (await house.entries()).filter(({ group }) => group === null);
    expect(made).toHaveLength(1);
    expect(Object.values(await house.states()).filter((state) => state === 'merged')).toHaveLength(2);
  });

  test('what was done last is taken back first, and nothing twice', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const [ports, quays] = [await house.forwarded(1, 'Ports'), await house.forwarded(2, 'Quays')];
    value(await house.register.place(ORGANISER, { optionId: ports, place: 'paper' }));
    const { optionId } = value(await merge(house, [ports, quays]));
    value(await house.register.revise(ORGANISER, { optionId, version: 1, text: textOf('Better') }));
    expect(await entry(house, 'PL-O1')).toMatchObject({ version: 2, text: { title: 'Better' } });
    expect(value(await undo(house))).toEqual({ deed: 'revise' });
    expect(await entry(house, 'PL-O1')).toMatchObject({ version: 1, text: { title: 'Together' } });
    // A version that was taken back is not written over.
    expect(value(await house.register.revise(ORGANISER, { optionId, version: 1, text: textOf('Best') }))).toMatchObject(
      { version: 3 },
    );
    expect([value(await undo(house)), value(await undo(house))]).toEqual([{ deed: 'revise' }, { deed: 'merge' }]);
    expect(await house.states()).toEqual({ 'R1-G01-O1': 'paper', 'R1-G02-O1': 'forwarded' });
    expect(value(await undo(house))).toEqual({ deed: 'place' });
    expect(codeOf(await undo(house))).toBe('conflict');
    // Its code was seen; another merge is another option.
    expect(value(await merge(house, [ports, quays])).code).toBe('PL-O2');
  });

  test('two chairs take the last deed back at once: it is taken back once', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const [ports, quays] = [await house.forwarded(1, 'Ports'), await house.forwarded(2, 'Quays')];
    value(await merge(house, [ports, quays]));
    expect((await Promise.all([undo(house), undo(house)])).map(codeOf)).toEqual(['done', 'conflict']);
    expect(await house.states()).toEqual({ 'R1-G01-O1': 'forwarded', 'R1-G02-O1': 'forwarded' });
  });

  test('a merge is taken apart later: parents stand where they stood', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const [ports, quays, docks] = [
      await house.forwarded(1, 'Ports'),
      await house.forwarded(2, 'Quays'),
      await house.forwarded(3, 'Docks'),
    ];
    value(await house.register.place(ORGANISER, { optionId: quays, place: 'plenary' }));
    const { optionId } = value(await merge(house, [ports, quays]));
    value(await house.register.place(ORGANISER, { optionId: docks, place: 'paper' }));
    expect(value(await house.register.split(ORGANISER, { optionId, parts: [] })).options).toEqual([
      { optionId: ports, code: 'R1-G01-O1' },
      { optionId: quays, code: 'R1-G02-O1' },
    ]);
    expect(await house.states()).toEqual({ 'R1-G01-O1': 'forwarded', 'R1-G02-O1': 'plenary', 'R1-G03-O1': 'paper' });
    expect(value(await undo(house))).toEqual({ deed: 'split' });
    expect(await house.states()).toMatchObject({ 'R1-G01-O1': 'merged', 'PL-O1': 'plenary' });
    expect(codeOf(await house.register.split(ORGANISER, { optionId: docks, parts: [] }))).toBe('conflict');
  });

  test('an option is split into parts that keep what it grew out of', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const { optionId } = value(
      await merge(house, [await house.forwarded(1, 'Ports'), await house.forwarded(2, 'Quays')]),
    );
    const parts: OptionText[] = [textOf('North'), textOf('South')];
    expect(value(await house.register.split(ORGANISER, { optionId, parts })).options.map(({ code }) => code)).toEqual([
      'PL-O2',
      'PL-O3',
    ]);
    expect(await entry(house, 'PL-O3')).toMatchObject({
      text: textOf('South'),
      parents: [{ code: 'PL-O1' }],
      convergence: { groups: 2, of: 3 },
    });
    expect(value(await undo(house))).toEqual({ deed: 'split' });
    expect(await house.states()).toMatchObject({ 'PL-O1': 'plenary', 'R1-G01-O1': 'merged' });
    expect(await house.register.split(ORGANISER, { optionId, parts: [textOf('Alone')] })).toMatchObject({
      failure: { code: 'invalid-input', field: 'parts' },
    });
  });

  test('reservations and signatures of what it grew out of are carried along', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const [ports, quays] = [await house.forwarded(1, 'Ports'), await house.forwarded(2, 'Quays')];
    await house.db.transaction(async (tx) => {
      await tx
        .insertInto('option_reservation')
        .values({ option_id: quays, id: 'r1' as never, kind: 'minority', text: 'Too costly.' })
        .execute();
      await tx
        .insertInto('option_sponsor')
        .values({ option_id: ports, delegation: 'Norway', bloc: 'allied', seat_id: null, version: 1 })
        .execute();
    });
    value(await merge(house, [ports, quays]));
    expect(await entry(house, 'PL-O1')).toMatchObject({
      reservations: [],
      carried: [{ code: 'R1-G02-O1', kind: 'minority', text: 'Too costly.' }],
      sponsors: [{ delegation: 'Norway', bloc: 'allied', suspended: true }],
      crossBloc: false,
    });
  });
});

describe.each(DATABASES.slice(0, 1))('refusals', ({ place }) => {
  test('only who chairs changes the register; strangers learn nothing', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    await house.seat('alice');
    const ports = await house.forwarded(1, 'Ports');
    const quays = await house.forwarded(2, 'Quays');
    for (const [caller, code] of [
      [as('alice'), 'role-refused'],
      [SCREEN, 'role-refused'],
      [as('mallory', OTHER_SYMPOSIUM), 'not-found'],
    ] as const) {
      expect(codeOf(await merge(house, [ports, quays], 'Mine', caller))).toBe(code);
      expect(codeOf(await house.register.place(caller, { optionId: ports, place: 'paper' }))).toBe(code);
      expect(codeOf(await house.register.undo(caller, { symposiumId: SYMPOSIUM }))).toBe(code);
    }
    expect(await house.states()).toEqual({ 'R1-G01-O1': 'forwarded', 'R1-G02-O1': 'forwarded' });
  });

  test('what cannot be merged, revised or placed is named', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const ports = await house.forwarded(1, 'Ports');
    const draft = await house.forwarded(2, 'Draft', 'endorsed');
    const refused = async (ids: OptionId[], text = textOf('Together')) =>
      house.register.merge(ORGANISER, { symposiumId: SYMPOSIUM, optionIds: ids, text });
    expect(await refused([ports, draft])).toMatchObject({ failure: { code: 'not-found', field: 'optionIds.1' } });
    expect(await refused([ports, ports])).toMatchObject({ failure: { code: 'invalid-input', field: 'optionIds' } });
    const quays = await house.forwarded(3, 'Quays');
    expect(await refused([ports, quays], textOf(''))).toMatchObject({
      failure: { code: 'title-missing', field: 'text.title' },
    });
    expect(await refused([ports, quays], { ...textOf('Long'), text: 'word '.repeat(121) })).toMatchObject({
      failure: { code: 'too-many-words', field: 'text.text' },
    });
    expect(codeOf(await house.register.revise(ORGANISER, { optionId: ports, version: 1, text: textOf('X') }))).toBe(
      'conflict',
    );
    const { optionId } = value(await refused([ports, quays]));
    expect(codeOf(await house.register.place(ORGANISER, { optionId, place: 'forwarded' }))).toBe('invalid-input');
    expect(codeOf(await house.register.revise(ORGANISER, { optionId, version: 2, text: textOf('X') }))).toBe(
      'old-version',
    );
    expect(codeOf(await house.register.place(ORGANISER, { optionId: ports, place: 'paper' }))).toBe('conflict');
  });

  test('a group that sets its option aside after a placing leaves nothing to take back', async () => {
    await using somewhere = await place();
    await using house = await PlenaryHouse.open(somewhere.location);
    const ports = await house.forwarded(1, 'Ports');
    value(await house.register.place(ORGANISER, { optionId: ports, place: 'plenary' }));
    value(await house.register.place(ORGANISER, { optionId: ports, place: 'forwarded' }));
    await house.db.transaction(async (tx) => {
      await tx.updateTable('option').set({ state: 'set-aside' }).where('id', '=', ports).execute();
    });
    expect(codeOf(await undo(house))).toBe('conflict');
    expect(await house.entries()).toEqual([]);
  });
});
