import { describe, expect, test } from 'vitest';
import { COMMANDS, type CommandInput } from '@rapport/protocol/commands';
import { DATABASES } from '../db/testing.ts';
import { as, GROUP, House, newDataDir } from '../groups/testing.ts';
import { readProgress } from './progress.ts';

describe.each(DATABASES)('on $kind', ({ place }) => {
  test('every kind is stored, counted with entered papers, and closed', async () => {
    await using folder = await newDataDir();
    await using somewhere = await place();
    await using house = await House.open({ dataDir: folder.path, location: somewhere.location });
    // Emil has not come in: he has no device.
    house.arrive('carol', 'alice', 'bob', 'dora');
    const imported = await house.cards.importCards(as('carol'), GROUP, [{ title: 'Water', body: '' }]);
    if (!imported.ok) throw new Error(imported.failure.message);
    const papers: [CommandInput<'ballot.open'>['kind'], (id: string) => CommandInput<'ballot.cast'>['choices']][] = [
      ['dots', (id) => ({ dots: { [id]: 1 } })],
      ['rating', (id) => ({ ratings: { [id]: [4, null] } })],
      ['ranking', (id) => ({ ranking: [id] })],
      ['endorsement', (id) => ({ levels: { [id]: { level: 'oppose', text: 'مكلف جدًا' } } })],
    ];
    const ballotIds = [];
    for (const [kind, fillIn] of papers) {
      const opened = await house.ballots.open(
        as('carol'),
        COMMANDS['ballot.open'].parse({
          groupId: GROUP,
          kind,
          options: imported.value.ids.map((id) => ({ kind: 'card', id })),
        }),
      );
      if (!opened.ok) throw new Error(opened.failure.message);
      const { ballotId, options } = opened.value;
      ballotIds.push(ballotId);
      const paper = (key: string) =>
        COMMANDS['ballot.cast'].parse({ ballotId, paperKey: key, choices: fillIn(options[0]?.id ?? '') });
      expect(await house.ballots.cast(as('alice'), paper('key-of-alice-01234567'))).toMatchObject({
        value: { cast: 1, entitled: 3 },
      });
      const entry = { ...paper('key-of-an-entered-paper'), bloc: 'partner' };
      expect(await house.ballots.enter(as('carol'), entry)).toMatchObject({ value: { cast: 2, entitled: 4 } });
      expect(await house.ballots.enter(as('carol'), entry)).toMatchObject({ value: { cast: 2, entitled: 4 } });
      expect(await house.ballots.close(as('carol'), { ballotId })).toMatchObject({
        value: { kind, base: { valid: 2, entitled: 4, proxies: 1 } },
      });
    }
    // After close as well, and for several at once.
    const progress = await readProgress(house.db.query, ballotIds);
    expect([...progress.values()]).toEqual(ballotIds.map(() => ({ cast: 2, entitled: 4 })));
    expect(await readProgress(house.db.query, [])).toEqual(new Map());
  });
});
