import { describe, expect, it } from 'vitest';
import type { CardId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { boardDocument } from '@rapport/domain/document-id';
import { as, GROUP, House, seatOf } from './testing.ts';

const withRevealed = async (options: Parameters<typeof House.open>[0] = {}): Promise<{ house: House; own: CardId }> => {
  const house = await House.open(options);
  await house.write('alice', [{ title: 'Withdrawn-turquoise', body: 'Withdrawn-magenta' }]);
  await house.write('bob', [{ title: 'Staying-ochre' }]);
  await house.reveals.reveal(as('carol'), { groupId: GROUP });
  const own = (await house.board()).cards.find((card) => card.title === 'Withdrawn-turquoise');
  if (own === undefined) throw new Error('the card was not revealed');
  return { house, own: own.id };
};

describe('withdrawing a card', () => {
  it('takes it off the board, its link and its bytes with it', async () => {
    const { house, own } = await withRevealed();
    await using _ = house;
    expect(await house.cards.mine(as('alice'), { groupId: GROUP })).toEqual({ ok: true, value: { cardIds: [own] } });
    expect(await house.cards.withdraw(as('alice'), { groupId: GROUP, cardId: own })).toEqual({ ok: true, value: null });
    expect(await house.titles()).toEqual(['Staying-ochre']);
    expect(await house.cards.mine(as('alice'), { groupId: GROUP })).toEqual({ ok: true, value: { cardIds: [] } });
    const bytes = await house.bytes();
    expect(bytes).toContain('Staying-ochre');
    expect(bytes).not.toContain('Withdrawn-turquoise');
    expect(bytes).not.toContain('Withdrawn-magenta');
  });

  it.each<[string, string, string]>([
    ['somebody else', 'bob', 'not-author'],
    ['a facilitator', 'carol', 'not-author'],
    ['an observer', 'otto', 'role-refused'],
    ['an organiser', 'organiser', 'role-refused'],
  ])('is refused to %s', async (_, first, code) => {
    const { house, own } = await withRevealed();
    await using __ = house;
    expect(await house.cards.withdraw(as(first), { groupId: GROUP, cardId: own })).toMatchObject({ failure: { code } });
    expect(await house.titles()).toHaveLength(2);
  });

  it('ends with the lock of clusters, not with the lock of the board', async () => {
    const { house, own } = await withRevealed();
    await using _ = house;
    house.conditions.set(GROUP, { clustersLocked: true });
    expect(await house.cards.withdraw(as('alice'), { groupId: GROUP, cardId: own })).toMatchObject({
      failure: { code: 'clusters-locked' },
    });
    house.conditions.set(GROUP, { clustersLocked: false, boardLocked: true });
    await house.db.query.updateTable('group').set({ board_locked: 1 }).execute();
    expect(await house.cards.withdraw(as('alice'), { groupId: GROUP, cardId: own })).toMatchObject({ ok: true });
  });

  it('waits while the group votes on the card', async () => {
    const { house, own } = await withRevealed();
    await using _ = house;
    house.arrive();
    await house.ballots.open(as('carol'), { groupId: GROUP, kind: 'dots', options: [{ kind: 'card', id: own }] });
    expect(await house.cards.withdraw(as('alice'), { groupId: GROUP, cardId: own })).toMatchObject({
      failure: { code: 'ballot-open' },
    });
  });

  it('is impossible after a sealed reveal', async () => {
    const { house, own } = await withRevealed({ attribution: 'sealed' });
    await using _ = house;
    expect(await house.cards.withdraw(as('alice'), { groupId: GROUP, cardId: own })).toMatchObject({
      failure: { code: 'not-author' },
    });
  });

  it('can be asked for again when it was cut off', async () => {
    let fails = false;
    const { house, own } = await withRevealed({
      onEdit: (id) => {
        if (fails && id === boardDocument(GROUP)) throw new Error('cut off');
      },
    });
    await using _ = house;
    fails = true;
    await expect(house.cards.withdraw(as('alice'), { groupId: GROUP, cardId: own })).rejects.toThrow('cut off');
    fails = false;
    expect(await house.cards.withdraw(as('alice'), { groupId: GROUP, cardId: own })).toMatchObject({ ok: true });
  });
});

describe('cards from outside', () => {
  it('come in by import in the order given, without author and not late', async () => {
    await using house = await House.open();
    const texts = [
      { title: 'C', body: '' },
      { title: 'A', body: 'one\ntwo' },
      { title: 'B', body: '' },
    ];
    const outcome = await house.cards.importCards(as('carol'), GROUP, texts);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const byId = new Map((await house.board()).cards.map((card) => [card.id, card]));
    expect(outcome.value.ids.map((id) => byId.get(id))).toMatchObject([
      { title: 'C', late: false, proxy: false },
      { title: 'A', body: 'one\ntwo' },
      { title: 'B' },
    ]);
    expect(await house.db.query.selectFrom('authorship').selectAll().execute()).toEqual([]);
  });

  it('are not late after a reveal either, but one entered for somebody is, and says that it was entered', async () => {
    const { house } = await withRevealed();
    await using _ = house;
    await house.cards.importCards(as('organiser'), GROUP, [{ title: 'Imported', body: '' }]);
    await house.cards.enter(as('carol'), { groupId: GROUP, title: 'Entered', body: '' });
    const { cards } = await house.board();
    expect(cards.find((card) => card.title === 'Imported')).toMatchObject({ late: false, proxy: false });
    expect(cards.find((card) => card.title === 'Entered')).toMatchObject({ late: true, proxy: true });
    expect((await house.cards.mine(as('carol'), { groupId: GROUP })).ok).toBe(true);
    expect(await house.authorship.cardsOf(GROUP, seatOf('carol'))).toEqual([]);
  });

  it.each(['alice', 'rita', 'otto'])('are refused to %s', async (first) => {
    await using house = await House.open();
    const refused = { ok: false, failure: { code: 'role-refused' } };
    expect(await house.cards.importCards(as(first), GROUP, [{ title: 'A', body: '' }])).toMatchObject(refused);
    expect(await house.cards.enter(as(first), { groupId: GROUP, title: 'A', body: '' })).toMatchObject(refused);
  });

  it('never make a board larger than it may be', async () => {
    await using house = await House.open();
    const thousand = Array.from({ length: LIMITS.cardsPerImport }, (_, index) => ({
      title: `Card ${index}`,
      body: '',
    }));
    for (let sent = 0; sent < LIMITS.cardsPerBoard; sent += thousand.length) {
      expect(await house.cards.importCards(as('carol'), GROUP, thousand)).toMatchObject({ ok: true });
    }
    expect(await house.cards.importCards(as('carol'), GROUP, [{ title: 'One more', body: '' }])).toMatchObject({
      failure: { code: 'too-large' },
    });
    expect((await house.board()).cards).toHaveLength(LIMITS.cardsPerBoard);
  });
});
