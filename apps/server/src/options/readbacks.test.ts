import { describe, expect, it } from 'vitest';
import type { OptionId } from '@rapport/domain/ids';
import type { CommandParsed } from '@rapport/protocol/commands';
import type { GroupOption } from '@rapport/protocol/options';
import { DATABASES } from '../db/testing.ts';
import { as, GROUP, House, newDataDir, seatOf } from '../groups/testing.ts';
import { accepted, codeOf, make, own, shown, value, write } from './testing.ts';

type Answer = CommandParsed<'report.readback'>;

const ask = (house: House, ...optionIds: OptionId[]) => house.readbacks.ask(as('rita'), { groupId: GROUP, optionIds });
const answer = (house: House, first: string, optionId: OptionId, more: Partial<Answer> = {}) =>
  house.readbacks.answer(as(first), { optionId, version: 1, answer: 'accept', reason: '', ...more });
const object = (house: House, first: string, optionId: OptionId, reason: string) =>
  answer(house, first, optionId, { answer: 'object', reason });
const forward = (house: House, ...optionIds: OptionId[]) =>
  house.readbacks.forward(as('carol'), { groupId: GROUP, optionIds });
const readbackOf = async (house: House, optionId: OptionId): Promise<GroupOption['readback']> => {
  const { readback } = await shown(house, optionId);
  return readback === null ? null : { ...readback, reasons: readback.reasons.toSorted() };
};
const correct = async (house: House, optionId: OptionId, text: string): Promise<void> => {
  value(await house.options.open(as('rita'), { optionId }));
  await write(house, optionId, { text });
  value(await house.options.freeze(as('rita'), { optionId }));
};

describe('a read-back', () => {
  it('counts who accepts and who objects, and lets both change their mind', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    expect(codeOf(await answer(house, 'alice', optionId))).toBe('not-read-back');
    expect(value(await ask(house, optionId))).toEqual({ asked: 1 });
    expect(await readbackOf(house, optionId)).toEqual({ version: 1, accepted: 0, objected: 0, reasons: [] });
    for (const first of ['alice', 'rita', 'carol']) value(await answer(house, first, optionId));
    value(await object(house, 'bob', optionId, 'Too costly.'));
    value(await object(house, 'dora', optionId, 'Nobody would come.'));
    value(await object(house, 'emil', optionId, ''));
    expect(await readbackOf(house, optionId)).toEqual({
      version: 1,
      accepted: 3,
      objected: 3,
      reasons: ['Nobody would come.', 'Too costly.'],
    });
    value(await object(house, 'bob', optionId, 'Too costly by far.'));
    value(await answer(house, 'dora', optionId));
    value(await object(house, 'alice', optionId, 'On reflection, no.'));
    expect(await readbackOf(house, optionId)).toEqual({
      version: 1,
      accepted: 3,
      objected: 3,
      reasons: ['On reflection, no.', 'Too costly by far.'],
    });
    expect(await own(house, 'dora', optionId)).toMatchObject({ answer: 'accept' });
    expect(await own(house, 'cecil', optionId)).toMatchObject({ answer: null });
  });

  it('tells the group at most once a second what many answer, and each their own at once', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    value(await ask(house, optionId));
    const before = house.news('options.changed').length;
    await Promise.all(['alice', 'bob', 'dora', 'emil', 'rita'].map((first) => answer(house, first, optionId)));
    const told = house.announced.filter((one) => one.to === 'seat').map((one) => one.seatId);
    expect(told).toEqual(expect.arrayContaining(['alice', 'bob', 'dora', 'emil', 'rita'].map(seatOf)));
    house.clock.advance(1_000);
    // Later in the same line of transactions than what the clock has set off.
    await house.db.transaction(() => Promise.resolve());
    const news = house.news('options.changed').slice(before);
    expect(news.length).toBeLessThanOrEqual(2);
    expect(news.at(-1)).toMatchObject({ options: [{ readback: { accepted: 5 } }] });
  });

  it('is of one version: a correction is read back anew, and the earlier answers stay with the earlier text', async () => {
    await using house = await House.open();
    const optionId = await accepted(house);
    await correct(house, optionId, 'Otherwise.');
    expect(await readbackOf(house, optionId)).toBeNull();
    expect(await own(house, 'alice', optionId)).toMatchObject({ answer: null });
    expect(codeOf(await answer(house, 'alice', optionId))).toBe('old-version');
    expect(codeOf(await answer(house, 'alice', optionId, { version: 2 }))).toBe('not-read-back');
    value(await ask(house, optionId));
    value(await answer(house, 'alice', optionId, { version: 2 }));
    const rows = await house.db.query.selectFrom('readback_answer').select('version').orderBy('version').execute();
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is asked for frozen texts only, all of them or none', async () => {
    await using house = await House.open();
    const [frozen, open] = [await make(house, 'Frozen'), await make(house, 'Open', false)];
    expect(await ask(house, frozen, open)).toMatchObject({
      failure: { code: 'text-not-frozen', field: 'optionIds.1' },
    });
    expect(await readbackOf(house, frozen)).toBeNull();
    expect(codeOf(await house.readbacks.ask(as('alice'), { groupId: GROUP, optionIds: [frozen] }))).toBe(
      'role-refused',
    );
    expect(codeOf(await ask(house, 'nowhere' as OptionId))).toBe('not-found');
    value(await ask(house, frozen));
    value(await answer(house, 'alice', frozen));
    value(await ask(house, frozen));
    expect(await readbackOf(house, frozen)).toMatchObject({ accepted: 1 });
    value(await house.options.open(as('rita'), { optionId: frozen }));
    expect(codeOf(await answer(house, 'bob', frozen))).toBe('old-version');
  });

  it.each([
    ['otto', 'role-refused'],
    ['organiser', 'role-refused'],
    ['mallory', 'not-found'],
  ])('%s has no answer to give', async (first, code) => {
    await using house = await House.open();
    const optionId = await accepted(house);
    expect(codeOf(await answer(house, first, optionId))).toBe(code);
  });
});

describe('forwarding', () => {
  it('takes what is frozen, read back and accepted by somebody, and says why not', async () => {
    await using house = await House.open();
    const open = await make(house, 'Open', false);
    const frozen = await make(house, 'Frozen');
    const refused = await make(house, 'Refused');
    const good = await accepted(house, 'Good');
    value(await ask(house, refused));
    value(await object(house, 'alice', refused, 'No.'));
    for (const [optionId, code] of [
      [open, 'text-not-frozen'],
      [frozen, 'not-read-back'],
      [refused, 'not-accepted'],
      ['nowhere' as OptionId, 'not-found'],
    ] as const) {
      expect(await forward(house, good, optionId)).toMatchObject({ failure: { code, field: 'optionIds.1' } });
      expect((await shown(house, good)).state).toBe('draft');
    }
    expect(codeOf(await house.readbacks.forward(as('alice'), { groupId: GROUP, optionIds: [good] }))).toBe(
      'role-refused',
    );
    expect(value(await forward(house, good, good))).toEqual({ forwarded: 1 });
    expect(value(await forward(house, good))).toEqual({ forwarded: 0 });
    expect((await shown(house, good)).state).toBe('forwarded');
    expect(codeOf(await answer(house, 'bob', good))).toBe('already-forwarded');
  });

  it('stops at the symposium’s number, which can be changed', async () => {
    await using house = await House.open();
    const options = [];
    for (const title of ['One', 'Two', 'Three', 'Four']) options.push(await accepted(house, title));
    expect(codeOf(await forward(house, ...options))).toBe('over-forward-limit');
    expect(value(await forward(house, ...options.slice(0, 3)))).toEqual({ forwarded: 3 });
    expect(codeOf(await forward(house, ...options.slice(3)))).toBe('over-forward-limit');
    await house.db.query.updateTable('symposium').set({ forward_limit: 4 }).execute();
    expect(value(await forward(house, ...options.slice(3)))).toEqual({ forwarded: 1 });
    // One that is taken back makes room for another.
    const late = await accepted(house, 'Late');
    expect(codeOf(await forward(house, late))).toBe('over-forward-limit');
    value(await house.options.setAside(as('carol'), { optionId: options[0] ?? late, aside: true }));
    expect(value(await forward(house, late))).toEqual({ forwarded: 1 });
  });

  it('leaves room for late corrections as new versions', async () => {
    await using house = await House.open();
    const optionId = await accepted(house);
    value(await forward(house, optionId));
    await correct(house, optionId, 'Corrected after the break.');
    expect(await shown(house, optionId)).toMatchObject({
      state: 'forwarded',
      version: 2,
      frozen: true,
      readback: null,
    });
    await house.db.query.updateTable('option').set({ state: 'plenary' }).execute();
    expect(codeOf(await house.options.setAside(as('carol'), { optionId, aside: true }))).toBe('already-forwarded');
  });

  it('against a correction: forwarded is a frozen text that was accepted, or nothing', async () => {
    await using house = await House.open();
    const optionId = await accepted(house);
    const [opened, forwarded] = await Promise.all([
      house.options.open(as('rita'), { optionId }),
      forward(house, optionId),
    ]);
    expect(codeOf(opened)).toBe('done');
    expect(['done', 'text-not-frozen']).toContain(codeOf(forwarded));
    await write(house, optionId, { text: 'Otherwise.' });
    const [frozen, again] = await Promise.all([
      house.options.freeze(as('rita'), { optionId }),
      house.readbacks.forward(as('cecil'), { groupId: GROUP, optionIds: [optionId] }),
    ]);
    expect(codeOf(frozen)).toBe('done');
    const { state } = await shown(house, optionId);
    expect(state === 'forwarded').toBe([forwarded, again].some((one) => one.ok));
  });

  it('by two leaders at once never passes the limit', async () => {
    await using house = await House.open();
    await house.db.query.updateTable('symposium').set({ forward_limit: 1 }).execute();
    const [one, two] = [await accepted(house, 'One'), await accepted(house, 'Two')];
    const both = await Promise.all([
      house.readbacks.forward(as('carol'), { groupId: GROUP, optionIds: [one] }),
      house.readbacks.forward(as('cecil'), { groupId: GROUP, optionIds: [two] }),
    ]);
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'over-forward-limit']);
  });
});

describe.each(DATABASES)('when a session closes, on $kind', ({ place }) => {
  it('counts stay and whose they were goes, for good', async () => {
    await using somewhere = await place();
    await using folder = await newDataDir();
    const where = { dataDir: folder.path, location: somewhere.location };
    let optionId: OptionId;
    {
      await using house = await House.open(where);
      optionId = await accepted(house);
      for (const first of ['rita', 'dora']) value(await answer(house, first, optionId));
      value(await object(house, 'bob', optionId, 'Too costly.'));
      for (const first of ['bob', 'dora']) {
        value(await house.voices.interest(as(first), { optionId, interested: true }));
      }
      value(await house.closing.close(as('carol'), { groupId: GROUP }));
      for (const table of ['readback_answer', 'option_interest'] as const) {
        expect(await house.db.query.selectFrom(table).selectAll().execute()).toEqual([]);
      }
      const purge = await house.db.query.selectFrom('purge').select('count').where('what', '=', 'answers').execute();
      expect(purge).toEqual([{ count: 6 }]);
    }
    await using house = await House.open(where);
    const counts = { interest: 2, readback: { version: 1, accepted: 3, objected: 1, reasons: ['Too costly.'] } };
    expect(await shown(house, optionId)).toMatchObject(counts);
    value(await house.closing.reopen(as('carol'), { groupId: GROUP }));
    expect(await shown(house, optionId)).toMatchObject(counts);
    // Nobody is counted twice: answers need a new question, interest counts again from those who show it now.
    expect(codeOf(await answer(house, 'alice', optionId))).toBe('not-read-back');
    value(await house.voices.interest(as('bob'), { optionId, interested: true }));
    expect(await shown(house, optionId)).toMatchObject(counts);
    expect(value(await forward(house, optionId))).toEqual({ forwarded: 1 });
  });

  it('asked again, the group answers anew', async () => {
    await using somewhere = await place();
    await using house = await House.open({ location: somewhere.location });
    const optionId = await accepted(house);
    value(await object(house, 'bob', optionId, 'Too costly.'));
    value(await house.closing.close(as('carol'), { groupId: GROUP }));
    value(await house.closing.reopen(as('carol'), { groupId: GROUP }));
    value(await ask(house, optionId));
    expect(await readbackOf(house, optionId)).toEqual({ version: 1, accepted: 0, objected: 0, reasons: [] });
    value(await answer(house, 'bob', optionId));
    expect(await readbackOf(house, optionId)).toMatchObject({ accepted: 1 });
  });

  it('no byte on disk leads from a reason to a seat while the session runs, nor from a count to one after it', async () => {
    await using folder = await newDataDir();
    await using somewhere = await place();
    await using house = await House.open({ dataDir: folder.path, location: somewhere.location });
    const optionId = await accepted(house);
    value(await object(house, 'bob', optionId, 'Too costly.'));
    const reasons = await house.db.query.selectFrom('readback_reason').selectAll().execute();
    expect(reasons).toEqual([
      { option_id: optionId, id: expect.stringMatching(/^[\w-]{16}$/) as string, version: 1, text: 'Too costly.' },
    ]);
    expect(JSON.stringify(reasons)).not.toContain(seatOf('bob'));
    for (const news of house.news('options.changed')) expect(JSON.stringify(news)).not.toContain(seatOf('bob'));
    expect(house.logLines.join('\n')).not.toContain('Too costly.');
  });
});
