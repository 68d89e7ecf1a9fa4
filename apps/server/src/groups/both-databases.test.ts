import { describe, expect, test } from 'vitest';
import { boardDocument } from '@rapport/domain/document-id';
import { DATABASES } from '../db/testing.ts';
import { HelpRequests, readHelp } from './help-requests.ts';
import { readAnnouncements } from './notices.ts';
import { as, GROUP, House, newDataDir } from './testing.ts';

/** What stops a service in the middle of its rows must be found the same on every kind of database. */
describe.each(DATABASES)('on $kind', ({ place }) => {
  test('a reveal and a paper that are cut off are taken up again, once', async () => {
    await using folder = await newDataDir();
    await using somewhere = await place();
    const where = { dataDir: folder.path, location: somewhere.location };
    {
      let fails = false;
      await using house = await House.open({
        ...where,
        onEdit: () => {
          if (fails) throw new Error('cut off');
        },
      });
      await house.write('alice', [{ title: 'Water' }, { title: 'Fire' }]);
      await house.write('bob', [{ title: 'Earth' }]);
      fails = true;
      await expect(house.reveals.reveal(as('carol'), { groupId: GROUP })).rejects.toThrow('cut off');
    }
    let ballotId;
    let option;
    {
      await using house = await House.open(where);
      await house.reveals.resumeReveals();
      expect(await house.titles()).toEqual(['Earth', 'Fire', 'Water']);
      house.arrive();
      const { cards } = await house.board();
      const opened = await house.ballots.open(as('carol'), {
        groupId: GROUP,
        kind: 'dots',
        options: cards.map((card) => ({ kind: 'card' as const, id: card.id })),
      });
      if (!opened.ok) throw new Error(opened.failure.message);
      ballotId = opened.value.ballotId;
      option = opened.value.options[0]?.id ?? '';
      const transaction = house.db.transaction.bind(house.db);
      let count = 0;
      house.db.transaction = (work) => {
        count += 1;
        // After the paper, before the seat is marked.
        return count === 4 ? Promise.reject(new Error('cut off')) : transaction(work);
      };
      const paper = { ballotId, paperKey: 'key-of-alice-01234567', choices: { dots: { [option]: 2 } } };
      await expect(house.ballots.cast(as('alice'), paper)).rejects.toThrow('cut off');
      house.db.transaction = transaction;
    }
    await using house = await House.open(where);
    const paper = { ballotId, paperKey: 'key-of-alice-01234567', choices: { dots: { [option]: 1 } } };
    expect(await house.ballots.cast(as('alice'), paper)).toEqual({ ok: true, value: { cast: 1, entitled: 4 } });
    expect(await house.ballots.cast(as('bob'), { ...paper, paperKey: 'key-of-bob-0123456789' })).toMatchObject({
      value: { cast: 2 },
    });
    expect(await house.ballots.close(as('carol'), { ballotId })).toMatchObject({
      ok: true,
      value: { base: { valid: 2, entitled: 4 }, options: [{ dots: 2 }, { dots: 0 }, { dots: 0 }] },
    });
    const own = await house.cards.mine(as('bob'), { groupId: GROUP });
    const [cardId] = own.ok ? own.value.cardIds : [];
    if (cardId === undefined) throw new Error('bob has lost his card');
    expect(await house.cards.withdraw(as('bob'), { groupId: GROUP, cardId })).toEqual({ ok: true, value: null });
    expect(await house.titles()).toEqual(['Fire', 'Water']);
    expect(house.faults).toEqual([]);
  });

  test('a sealing that is cut off is ended at the next start, and everybody is told as on any other', async () => {
    await using folder = await newDataDir();
    await using somewhere = await place();
    const where = { dataDir: folder.path, location: somewhere.location };
    {
      await using house = await House.open(where);
      await house.write('alice', [{ title: 'Vermilion' }]);
      await house.reveals.reveal(as('carol'), { groupId: GROUP });
      house.documents.compact = () => Promise.reject(new Error('cut off'));
      await expect(house.ratchet.change(as('carol'), { groupId: GROUP, attribution: 'sealed' })).rejects.toThrow(
        'cut off',
      );
    }
    await using house = await House.open(where);
    await house.purges.resume();
    expect(await house.db.query.selectFrom('setting').selectAll().execute()).toEqual([]);
    const purges = await house.db.query.selectFrom('purge').select(['what', 'count']).orderBy('what').execute();
    expect(purges).toEqual([
      { what: 'authorship', count: 1 },
      { what: 'drafts', count: 1 },
    ]);
    await house.documents.purge(boardDocument(GROUP));
    expect(await house.bytes()).not.toContain('Vermilion');
    expect(await house.ratchet.change(as('carol'), { groupId: GROUP, attribution: 'named' })).toMatchObject({
      ok: true,
    });
    expect(await readAnnouncements(house.db.query, GROUP)).toMatchObject([
      { kind: 'attribution', attribution: 'sealed', tells: 'less' },
      { kind: 'attribution', attribution: 'named', tells: 'more' },
    ]);
    const calls = new HelpRequests(house);
    for (const text of ['Dark', 'Cold']) await calls.ask(as('alice'), { groupId: GROUP, text });
    expect((await readHelp(house.db.query, GROUP)).map((call) => call.text)).toEqual(['Dark', 'Cold']);
    await calls.answer(as('carol'), { groupId: GROUP });
    expect(await readHelp(house.db.query, GROUP)).toEqual([]);
  });
});
