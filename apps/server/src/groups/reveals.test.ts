import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asMap, cardsOf } from '@rapport/board/layout';
import { readDrafts } from '@rapport/board/read-board';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import { LIMITS } from '@rapport/domain/limits';
import type { CardId } from '@rapport/domain/ids';
import { ManualClock } from '../testing/manual-clock.ts';
import { as, GROUP, House, newDataDir, seatOf } from './testing.ts';

const draftsOf = (house: House, first: string): Promise<string[]> =>
  house.documents.read(draftDocument(GROUP, seatOf(first)), (doc) =>
    readDrafts(doc)
      .map((card) => card.title)
      .toSorted(),
  );

/** An author takes a finished card back and goes on with its title. */
const goOn = (card: Y.Map<unknown> | null, words: string): void => {
  card?.delete('finished');
  const title = card?.get('title');
  if (title instanceof Y.Text) title.insert(title.length, words);
};

const groupRow = (house: House) => house.db.query.selectFrom('group').selectAll().executeTakeFirstOrThrow();

/** Three authors with four finished cards. */
const writeFour = async (house: House): Promise<void> => {
  await house.write('alice', [{ title: 'Water', body: 'first\nsecond' }, { title: 'Fire' }]);
  await house.write('bob', [{ title: 'Earth' }]);
  await house.write('rita', [{ title: 'Airs' }]);
};
const FOUR = ['Airs', 'Earth', 'Fire', 'Water'];

describe('a reveal', () => {
  it('brings everything handed in onto the board at once, under new ids and in a grid, and takes the drafts', async () => {
    await using house = await House.open();
    await writeFour(house);
    expect(await house.reveals.reveal(as('carol'), { groupId: GROUP })).toEqual({
      ok: true,
      value: { state: 'revealed', cards: 4 },
    });
    const { cards } = await house.board();
    expect(cards.map((card) => card.title).toSorted()).toEqual(FOUR);
    expect(cards.find((card) => card.title === 'Water')?.body).toBe('first\nsecond');
    expect(cards.every((card) => !card.late && !card.proxy && !/alice|bob|rita/.test(card.id))).toBe(true);
    expect(new Set(cards.map((card) => card.position.join())).size).toBe(4);
    for (const first of ['alice', 'bob', 'rita']) expect(await draftsOf(house, first)).toEqual([]);
    expect(await groupRow(house)).toMatchObject({ revealed: 1, reveal_ends_at: null, phase_id: 'phase-write' });
    expect(house.news('drafts.revealed')).toEqual([
      { type: 'drafts.revealed', groupId: GROUP, cards: 4, cardsWritten: 0, draftsOpen: 0 },
    ]);
    expect(house.news('phase.moved')).toEqual([]);
    expect(house.conditions.get(GROUP)?.revealed).toBe(true);
  });

  it('keeps the links for authors and nothing else of the set', async () => {
    await using house = await House.open();
    await writeFour(house);
    await house.reveals.reveal(as('carol'), { groupId: GROUP });
    const byId = new Map((await house.board()).cards.map((card) => [card.id, card.title]));
    const own = await house.authorship.cardsOf(GROUP, seatOf('alice'));
    expect(new Set(own.map((id) => byId.get(id)))).toEqual(new Set(['Fire', 'Water']));
    expect(await house.db.query.selectFrom('reveal').selectAll().execute()).toMatchObject([
      { status: 'done', cards: '[]', drafts: '[]' },
    ]);
  });

  it('is made by one client, in an order that is not the order of writing', async () => {
    const orders = new Set<string>();
    for (let run = 0; run < 6; run += 1) {
      await using house = await House.open();
      await writeFour(house);
      await house.reveals.reveal(as('carol'), { groupId: GROUP });
      await house.documents.read(boardDocument(GROUP), (doc) => {
        expect(doc.store.clients.size).toBe(1);
        const entries = [...cardsOf(doc)._map.values()].toSorted((one, other) => one.id.clock - other.id.clock);
        const titles = entries.map(({ parentSub }) => String(asMap(cardsOf(doc).get(parentSub ?? ''))?.get('title')));
        orders.add(titles.join());
      });
    }
    // Of 24 orders, six runs never take the same one (once in eight million).
    expect(orders.size).toBeGreaterThan(1);
  });

  it.each<[string, string]>([
    ['participants', 'alice'],
    ['rapporteurs', 'rita'],
    ['observers', 'otto'],
  ])('is refused to %s', async (_, first) => {
    await using house = await House.open();
    await writeFour(house);
    expect(await house.reveals.reveal(as(first), { groupId: GROUP })).toMatchObject({
      ok: false,
      failure: { code: 'role-refused' },
    });
    expect(await house.titles()).toEqual([]);
  });

  it('says so when there is nothing', async () => {
    await using house = await House.open();
    expect(await house.reveals.reveal(as('carol'), { groupId: GROUP })).toMatchObject({
      failure: { code: 'nothing-to-reveal' },
    });
    await house.write('bob', [{ title: 'Open', finished: false }]);
    expect(await house.reveals.reveal(as('carol'), { groupId: GROUP, now: true })).toMatchObject({
      failure: { code: 'nothing-to-reveal' },
    });
    expect(await groupRow(house)).toMatchObject({ revealed: 0, reveal_ends_at: null });
  });

  it('waits 20 s for what is open, takes what was included meanwhile and keeps the rest private (P4)', async () => {
    await using house = await House.open();
    await writeFour(house);
    await house.write('bob', [{ id: 'open-1' as CardId, title: 'Included', finished: false }]);
    await house.write('dora', [
      { title: 'Kept', finished: false },
      { title: '', finished: false },
    ]);
    const endsAt = new Date(house.clock.now() + LIMITS.revealGraceMs).toISOString();
    const asking = { ok: true, value: { state: 'asking', endsAt } };
    expect(await house.reveals.reveal(as('carol'), { groupId: GROUP })).toEqual(asking);
    expect(await house.reveals.reveal(as('cecil'), { groupId: GROUP })).toEqual(asking);
    expect(house.news('reveal.started')).toEqual([{ type: 'reveal.started', groupId: GROUP, endsAt }]);
    await house.documents.edit(draftDocument(GROUP, seatOf('bob')), (doc) =>
      asMap(cardsOf(doc).get('open-1'))?.set('finished', true),
    );
    house.clock.advance(LIMITS.revealGraceMs - 1);
    expect(await house.titles()).toEqual([]);
    house.clock.advance(1);
    await until(house, 'drafts.revealed');
    expect(await house.titles()).toEqual(['Airs', 'Earth', 'Fire', 'Included', 'Water']);
    expect(await draftsOf(house, 'dora')).toEqual(['', 'Kept']);
  });

  it('ends the wait at a second press with `now`', async () => {
    await using house = await House.open();
    await writeFour(house);
    await house.write('dora', [{ title: 'Kept', finished: false }]);
    await house.reveals.reveal(as('carol'), { groupId: GROUP });
    expect(await house.reveals.reveal(as('cecil'), { groupId: GROUP, now: true })).toEqual({
      ok: true,
      value: { state: 'revealed', cards: 4 },
    });
    house.clock.advance(LIMITS.revealGraceMs * 2);
    await house.reveals[Symbol.asyncDispose]();
    expect(house.news('drafts.revealed')).toHaveLength(1);
    expect(await house.titles()).toEqual(FOUR);
  });

  it('happens once when two facilitators press at once', async () => {
    await using house = await House.open();
    await writeFour(house);
    const answers = await Promise.all([
      house.reveals.reveal(as('carol'), { groupId: GROUP }),
      house.reveals.reveal(as('cecil'), { groupId: GROUP }),
      house.reveals.reveal(as('alice'), { groupId: GROUP }),
    ]);
    expect(answers).toMatchObject([
      { ok: true, value: { state: 'revealed', cards: 4 } },
      { ok: true, value: { state: 'revealed', cards: 4 } },
      { ok: false, failure: { code: 'role-refused' } },
    ]);
    expect(await house.titles()).toEqual(FOUR);
    expect(house.news('drafts.revealed')).toHaveLength(1);
  });

  it('takes the text as it was and leaves the author what was written after it', async () => {
    const typing: Promise<unknown>[] = [];
    await using house = await House.open({
      onEdit: (id) => {
        // The set is fixed and on its way to the board; Alice takes a card back and goes on writing.
        if (id !== boardDocument(GROUP)) return;
        const draft = draftDocument(GROUP, seatOf('alice'));
        typing.push(house.documents.edit(draft, (doc) => goOn(asMap(cardsOf(doc).get('alice-1-4')), ' and smoke')));
      },
    });
    await writeFour(house);
    expect(await house.reveals.reveal(as('carol'), { groupId: GROUP })).toMatchObject({ value: { cards: 4 } });
    expect(typing).toHaveLength(1);
    expect(await house.titles()).toEqual(FOUR);
    expect(await draftsOf(house, 'alice')).toEqual(['Fire and smoke']);
    expect(await draftsOf(house, 'bob')).toEqual([]);
    // It is private again, and no part of what comes next.
    const [seat] = (await house.drafts.ofGroup(GROUP)).filter(({ seatId }) => seatId === seatOf('alice'));
    expect(seat).toMatchObject({ finished: [], open: 1 });
  });

  it('stands beside what is on the board already', async () => {
    await using house = await House.open();
    const imported = await house.cards.importCards(as('carol'), GROUP, [
      { title: 'One', body: '' },
      { title: 'Two', body: '' },
    ]);
    await writeFour(house);
    await house.reveals.reveal(as('carol'), { groupId: GROUP });
    const { cards } = await house.board();
    expect(new Set(cards.map((card) => card.position.join())).size).toBe(6);
    expect(imported.ok && cards.some((card) => card.id === imported.value.ids[0])).toBe(true);
  });
});

describe('a reveal that is cut off', () => {
  it.each<[string, number, string[]]>([
    ['before the board was written', 1, []],
    ['when the first draft was to go', 2, FOUR],
    ['when the last draft was to go', 4, FOUR],
  ])('is taken up after a restart: %s', async (_, failsAt, there) => {
    await using folder = await newDataDir();
    let edits = 0;
    {
      await using house = await House.open({
        dataDir: folder.path,
        onEdit: () => {
          edits += 1;
          if (edits === failsAt) throw new Error('cut off');
        },
      });
      await writeFour(house);
      await expect(house.reveals.reveal(as('carol'), { groupId: GROUP })).rejects.toThrow('cut off');
      expect(await house.titles()).toEqual(there);
      expect(house.news('drafts.revealed')).toEqual([]);
    }
    await using house = await House.open({ dataDir: folder.path });
    await house.reveals.resumeReveals();
    expect(await house.titles()).toEqual(FOUR);
    for (const first of ['alice', 'bob', 'rita']) expect(await draftsOf(house, first)).toEqual([]);
    expect(await groupRow(house)).toMatchObject({ revealed: 1 });
    const own = await house.authorship.cardsOf(GROUP, seatOf('alice'));
    expect(own).toHaveLength(2);
    await house.reveals.resumeReveals();
    expect(await house.titles()).toEqual(FOUR);
  });

  it('is finished by the next press, or by itself after a while', async () => {
    let fails = true;
    await using house = await House.open({
      onEdit: () => {
        if (fails) throw new Error('cut off');
      },
    });
    await writeFour(house);
    await expect(house.reveals.reveal(as('carol'), { groupId: GROUP })).rejects.toThrow('cut off');
    fails = false;
    await house.write('dora', [{ title: 'Later' }]);
    house.clock.advance(5_000);
    await until(house, 'drafts.revealed');
    expect(await house.titles()).toEqual(FOUR);
    expect(await draftsOf(house, 'dora')).toEqual(['Later']);
  });

  it('goes on with its wait after a restart', async () => {
    await using folder = await newDataDir();
    const clock = new ManualClock();
    {
      await using house = await House.open({ dataDir: folder.path, clock });
      await writeFour(house);
      await house.write('dora', [{ title: 'Kept', finished: false }]);
      await house.reveals.reveal(as('carol'), { groupId: GROUP });
    }
    clock.advance(LIMITS.revealGraceMs + 1);
    await using house = await House.open({ dataDir: folder.path, clock });
    await house.reveals.resumeReveals();
    clock.advance(0);
    await until(house, 'drafts.revealed');
    expect(await house.titles()).toEqual(FOUR);
  });

  it('leaves everything private when the group closed during the wait', async () => {
    await using house = await House.open();
    await writeFour(house);
    await house.write('dora', [{ title: 'Kept', finished: false }]);
    await house.reveals.reveal(as('carol'), { groupId: GROUP });
    await house.db.query.updateTable('group').set({ status: 'closed' }).execute();
    house.clock.advance(LIMITS.revealGraceMs);
    await house.reveals[Symbol.asyncDispose]();
    expect(await house.titles()).toEqual([]);
    expect(await draftsOf(house, 'bob')).toEqual(['Earth']);
  });
});

/** A group whose first cards are revealed, in the phase after. */
const later = async (): Promise<House> => {
  const house = await House.open();
  await writeFour(house);
  await house.reveals.reveal(as('carol'), { groupId: GROUP });
  await house.phase('clarify');
  return house;
};

describe('later cards', () => {
  it('never appear without their author, and only in company (P5)', async () => {
    await using house = await later();
    await house.write('alice', [{ title: 'Later one' }]);
    await house.write('bob', [{ title: 'Later two' }]);
    await house.write('dora', [{ title: 'Not mine to give' }]);
    expect(await house.reveals.submit(as('alice'), { groupId: GROUP })).toEqual({ ok: true, value: { waiting: true } });
    expect(await house.reveals.submit(as('bob'), { groupId: GROUP })).toEqual({ ok: true, value: { waiting: true } });
    expect(await house.titles()).toEqual(FOUR);
    await house.write('bob', [{ title: 'Later three, longer' }]);
    expect(await house.reveals.submit(as('bob'), { groupId: GROUP })).toEqual({ ok: true, value: { waiting: false } });
    const { cards } = await house.board();
    expect(
      cards
        .filter((card) => card.late)
        .map((card) => card.title)
        .toSorted(),
    ).toEqual(['Later one', 'Later three, longer', 'Later two']);
    expect(await draftsOf(house, 'dora')).toEqual(['Not mine to give']);
    await house.write('alice', [{ title: 'And another one' }]);
    expect(await house.reveals.appearLater(GROUP)).toBe(0);
  });

  it('appear at the next phase move, however few', async () => {
    await using house = await later();
    await house.write('alice', [{ title: 'Later one' }]);
    await house.reveals.submit(as('alice'), { groupId: GROUP });
    expect(await house.reveals.appearLater(GROUP)).toBe(1);
    expect((await house.board()).cards.filter((card) => card.late)).toHaveLength(1);
    expect(await house.reveals.appearLater(GROUP)).toBe(0);
  });

  it('are not the facilitator’s to reveal', async () => {
    await using house = await later();
    await house.write('alice', [{ title: 'Later one' }]);
    expect(await house.reveals.reveal(as('carol'), { groupId: GROUP, now: true })).toMatchObject({
      failure: { code: 'nothing-to-reveal' },
    });
    expect(await house.titles()).toEqual(FOUR);
    expect(await house.reveals.hiddenCount(GROUP)).toBe(1);
  });

  it('can be revealed in a second round of private writing', async () => {
    await using house = await later();
    await house.phase('write');
    await house.write('alice', [{ title: 'Second round' }]);
    expect(await house.reveals.reveal(as('carol'), { groupId: GROUP })).toMatchObject({ ok: true });
    expect(await house.titles()).toEqual([...FOUR, 'Second round'].toSorted());
  });

  it.each<[string, () => Promise<House>, string, string]>([
    ['before a reveal', () => House.open(), 'alice', 'conflict'],
    ['without a card', later, 'alice', 'nothing-to-reveal'],
    ['by an organiser', later, 'organiser', 'role-refused'],
    ['by an observer', later, 'otto', 'role-refused'],
  ])('cannot be let go %s', async (_, open, first, code) => {
    await using house = await open();
    expect(await house.reveals.submit(as(first), { groupId: GROUP })).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('in `sealed`', () => {
  it('leaves neither link nor private text in any file, and records the purge', async () => {
    await using house = await House.open({ attribution: 'sealed' });
    await house.write('alice', [{ title: 'Aquamarine-private-title', body: 'Vermilion-private-body' }]);
    await house.write('bob', [{ title: 'Chartreuse-private-title' }, { title: 'Unfinished-cobalt', finished: false }]);
    expect(await house.bytes()).toContain('Vermilion-private-body');
    await house.reveals.reveal(as('carol'), { groupId: GROUP, now: true });
    expect(await house.db.query.selectFrom('authorship').selectAll().execute()).toEqual([]);
    expect(await house.db.query.selectFrom('purge').select(['what', 'count']).orderBy('id').execute()).toEqual([
      { what: 'authorship', count: 0 },
      { what: 'drafts', count: 2 },
    ]);
    // The board holds the texts: without it, none of them is anywhere.
    const own = await house.cards.mine(as('alice'), { groupId: GROUP });
    expect(own).toEqual({ ok: true, value: { cardIds: [] } });
    await house.documents.purge(boardDocument(GROUP));
    const bytes = await house.bytes();
    for (const text of ['Aquamarine', 'Vermilion', 'Chartreuse']) expect(bytes).not.toContain(text);
    // What was not handed in is still its author's.
    expect(await draftsOf(house, 'bob')).toEqual(['Unfinished-cobalt']);
    expect(bytes).toContain('Unfinished-cobalt');
  });

  it('destroys the links of cards that were on the board before', async () => {
    await using house = await House.open({ attribution: 'sealed' });
    const cardId = 'early-card' as CardId;
    await house.documents.read(boardDocument(GROUP), () => null);
    house.authorship.record(GROUP, [{ cardId, seatId: seatOf('alice') }], 'sealed');
    expect(await house.authorship.cardsOf(GROUP, seatOf('alice'))).toEqual([cardId]);
    await writeFour(house);
    await house.reveals.reveal(as('carol'), { groupId: GROUP });
    house.authorship.record(GROUP, [{ cardId: 'late-card' as CardId, seatId: seatOf('alice') }], 'sealed');
    expect(await house.authorship.cardsOf(GROUP, seatOf('alice'))).toEqual([]);
  });
});

/** Resolves when the event has been announced. */
const until = (house: House, type: string): Promise<void> =>
  new Promise((resolve) => {
    if (house.news(type).length > 0) return resolve();
    const stop = house.announcements.listen((one) => {
      if (one.to !== 'group' || one.news.type !== type) return;
      stop();
      resolve();
    });
  });
