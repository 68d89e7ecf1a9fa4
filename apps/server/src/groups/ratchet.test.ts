import { describe, expect, it } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { Attribution, keepsAuthorship, leastTelling, tellsLess } from '@rapport/domain/attribution';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import type { CardId } from '@rapport/domain/ids';
import type { CardAuthor } from '@rapport/protocol/card-authors';
import { as, GROUP, House, seatOf } from './testing.ts';

const groupId = GROUP;

/** Everybody of one bloc, so that tags are shown where the mode allows them. */
const openHouse = async (attribution: Attribution): Promise<House> => {
  const house = await House.open({ attribution });
  await house.db.query.updateTable('seat').set({ bloc: 'allied' }).execute();
  await house.conditions.load(GROUP);
  return house;
};

/** A card written on the board by alice, as a tick would record it. */
const write = async (house: House, id: string): Promise<void> => {
  const { durable } = await house.documents.edit(boardDocument(GROUP), (doc) => {
    addCard(doc, { id: id as CardId, title: `Card ${id}`, position: [0, 0] }, 'test');
  });
  await durable;
  const mode = house.conditions.get(GROUP)?.attribution ?? 'sealed';
  house.authorship.record(GROUP, [{ cardId: id as CardId, seatId: seatOf('alice') }], mode);
  await house.authorship.cardsOf(GROUP, seatOf('alice'));
};

const change = async (house: House, attribution: Attribution): Promise<void> => {
  expect(await house.ratchet.change(as('carol'), { groupId, attribution })).toEqual({ ok: true, value: null });
};

const what = (one: CardAuthor): 'author' | 'bloc' => (one.author === undefined ? 'bloc' : 'author');

const shownOf = async (house: House): Promise<Record<string, 'author' | 'bloc'>> => {
  const listed = await house.authors.list(as('bob'), { groupId });
  if (!listed.ok) throw new Error(listed.failure.message);
  return Object.fromEntries((listed.value.authors ?? []).map((one) => [one.cardId, what(one)]));
};

const asShown = (id: string, mode: Attribution): Record<string, 'author' | 'bloc'> =>
  mode === 'named' ? { [id]: 'author' } : mode === 'bloc' ? { [id]: 'bloc' } : {};

const PAIRS = Attribution.options.flatMap((from) =>
  Attribution.options.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe('a change of attribution', () => {
  it.each(PAIRS)('from %s to %s: what was there shows the less of both, what comes shows the new', async (from, to) => {
    await using house = await openHouse(from);
    await write(house, 'before');
    await change(house, to);
    await write(house, 'after');
    expect(await shownOf(house)).toEqual({ ...asShown('before', leastTelling(from, to)), ...asShown('after', to) });

    // Back again: neither card tells more than it ever did.
    await change(house, from);
    const least = leastTelling(from, to);
    expect(await shownOf(house)).toEqual({ ...asShown('before', least), ...asShown('after', least) });
    expect(house.faults).toEqual([]);
  });

  it.each(PAIRS)('from %s to %s is told to all, in words and for cursors', async (from, to) => {
    await using house = await openHouse(from);
    await change(house, to);
    expect(house.news('attribution.changed')).toEqual([{ type: 'attribution.changed', groupId, attribution: to }]);
    const tells = tellsLess(from, to) ? 'less' : 'more';
    expect(house.news('announcement.sent')).toMatchObject([
      { announcement: { kind: 'attribution', attribution: to, tells } },
    ]);
    expect(house.announced).toContainEqual({ to: 'authors', list: { groupId, authors: null } });
    expect(house.announced).toContainEqual({ to: 'documents', groupId });
    expect(house.conditions.get(GROUP)?.attribution).toBe(to);
    // The same mode again is no news.
    const before = house.announced.length;
    await change(house, to);
    expect(house.announced).toHaveLength(before);
  });

  it.each(['alice', 'rita', 'otto'])('is not %s’s to make', async (first) => {
    await using house = await openHouse('named');
    expect(await house.ratchet.change(as(first), { groupId, attribution: 'sealed' })).toMatchObject({
      ok: false,
      failure: { code: 'role-refused' },
    });
  });

  it('waits for a reveal that is under way', async () => {
    await using house = await openHouse('named');
    await house.write('alice', [{ title: 'Still open', finished: false }]);
    await house.reveals.reveal(as('carol'), { groupId });
    expect(await house.ratchet.change(as('carol'), { groupId, attribution: 'sealed' })).toMatchObject({
      failure: { code: 'reveal-running' },
    });
    expect(house.conditions.get(GROUP)?.attribution).toBe('named');
  });
});

describe('drafts keep the promise they were begun under', () => {
  it.each<[Attribution, Attribution]>([
    ['non-attributed', 'named'],
    ['sealed', 'named'],
    ['bloc', 'named'],
    ['sealed', 'non-attributed'],
  ])('from %s to %s before the reveal', async (from, to) => {
    await using house = await openHouse(from);
    await house.write('alice', [{ title: 'Vermilion' }]);
    await change(house, to);
    await house.write('bob', [{ title: 'Chartreuse' }]);
    await house.reveals.reveal(as('carol'), { groupId });
    const { cards } = await house.board();
    const idOf = (title: string): string => cards.find((card) => card.title === title)?.id ?? '';
    expect(await shownOf(house)).toEqual({ ...asShown(idOf('Vermilion'), from), ...asShown(idOf('Chartreuse'), to) });
    const links = await house.db.query.selectFrom('authorship').select(['card_id', 'mode']).execute();
    expect(Object.fromEntries(links.map((link) => [link.card_id, link.mode]))).toEqual({
      ...(keepsAuthorship(from) && { [idOf('Vermilion')]: from }),
      [idOf('Chartreuse')]: to,
    });
    expect(await house.db.query.selectFrom('draft_promise').selectAll().execute()).toEqual([]);
    // Where alice was promised `sealed`, nothing on disk has her seat beside her text; the board has the text alone.
    await house.documents.purge(boardDocument(GROUP));
    expect((await house.bytes()).includes('Vermilion')).toBe(from !== 'sealed');
  });

  it('a draft that was begun while nothing was handed in keeps it as well', async () => {
    await using house = await openHouse('non-attributed');
    await house.write('alice', [{ id: 'begun' as CardId, title: 'Ver', finished: false }]);
    await change(house, 'named');
    const { durable } = await house.documents.edit(draftDocument(GROUP, seatOf('alice')), (doc) => {
      const card = doc.getMap('cards').get('begun') as { set(key: string, value: unknown): void };
      card.set('finished', true);
    });
    await durable;
    await house.reveals.reveal(as('carol'), { groupId });
    expect(await shownOf(house)).toEqual({});
  });
});

describe('turning sealed after the reveal', () => {
  it('destroys links, signatures and the bytes of what was revealed, with a record, and leaves later drafts', async () => {
    await using house = await openHouse('non-attributed');
    await house.write('alice', [{ title: 'Vermilion' }]);
    await house.write('bob', [{ title: 'Aquamarine' }]);
    await house.reveals.reveal(as('carol'), { groupId });
    await house.write('bob', [{ title: 'Later-cobalt', finished: false }]);
    const own = await house.cards.mine(as('alice'), { groupId });
    const cardId = own.ok ? own.value.cardIds[0] : undefined;
    await house.authors.sign(as('alice'), { groupId, cardId: cardId as CardId });
    expect(Object.values(await shownOf(house))).toEqual(['author']);

    await change(house, 'sealed');
    expect(await shownOf(house)).toEqual({});
    expect(await house.cards.mine(as('alice'), { groupId })).toEqual({ ok: true, value: { cardIds: [] } });
    const purges = await house.db.query.selectFrom('purge').select(['what', 'count']).orderBy('what').execute();
    expect(purges).toEqual([
      { what: 'authorship', count: 2 },
      { what: 'drafts', count: 2 },
    ]);
    expect(await house.db.query.selectFrom('setting').select('name').execute()).toEqual([]);
    await house.documents.purge(boardDocument(GROUP));
    const bytes = await house.bytes();
    for (const text of ['Vermilion', 'Aquamarine']) expect(bytes).not.toContain(text);
    expect(bytes).toContain('Later-cobalt');
  });

  it('keeps links for withdrawing as long as nothing was revealed', async () => {
    await using house = await openHouse('named');
    await write(house, 'early');
    await change(house, 'sealed');
    expect(await house.authorship.cardsOf(GROUP, seatOf('alice'))).toEqual(['early']);
  });
});

describe('the close', () => {
  it('destroys what was promised to end with it, though the group is `named` by now', async () => {
    await using house = await openHouse('non-attributed');
    await house.write('alice', [{ title: 'Vermilion' }]);
    await house.reveals.reveal(as('carol'), { groupId });
    await change(house, 'named');
    await write(house, 'after');
    expect(await house.closing.close(as('carol'), { groupId })).toEqual({ ok: true, value: null });
    expect(await shownOf(house)).toEqual({ after: 'author' });
    const links = await house.db.query.selectFrom('authorship').select('card_id').execute();
    expect(links).toEqual([{ card_id: 'after' }]);
    await house.documents.purge(boardDocument(GROUP));
    expect(await house.bytes()).not.toContain('Vermilion');
  });

  it('destroys nothing where all was promised to stay', async () => {
    await using house = await openHouse('named');
    await write(house, 'c1');
    await house.closing.close(as('carol'), { groupId });
    expect(await shownOf(house)).toEqual({ c1: 'author' });
    expect(await house.db.query.selectFrom('purge').selectAll().execute()).toEqual([]);
  });
});
