import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { addCard } from '@rapport/board/add-card';
import { assignCards } from '@rapport/board/assign-cards';
import { groupCards } from '@rapport/board/group-cards';
import { cardMap, cardsOf } from '@rapport/board/layout';
import { finishDraft } from '@rapport/board/finish-draft';
import { readBoard } from '@rapport/board/read-board';
import type { Attribution } from '@rapport/domain/attribution';
import {
  boardDocument,
  draftDocument,
  parseDocumentId,
  reportDocument,
  type DocumentName,
} from '@rapport/domain/document-id';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { PhaseTemplate } from '@rapport/domain/phases';
import { PRESENCE_ALIASES, PRESENCE_COLOURS } from '@rapport/protocol/board-presence';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { seedGroup, type Person, type SeededGroup, type SeedOptions } from '../testing/seed-group.ts';
import type { SyncClient } from '../testing/sync-client.ts';
import { as, GROUP, House, seatOf } from './testing.ts';

const name = (id: string): DocumentName => parseDocumentId(id) as DocumentName;
const BOARD = name(boardDocument(GROUP));
const REPORT = name(reportDocument(GROUP));
const DRAFT = name(draftDocument(GROUP, seatOf('alice')));

describe('who is admitted', () => {
  const WRITES = 'writes';
  const NOTHING = 'nothing';

  it.each<[string, string, string, string]>([
    // who, board, report, alice's private cards
    ['alice', WRITES, NOTHING, WRITES],
    ['bob', WRITES, NOTHING, NOTHING],
    ['carol', WRITES, WRITES, NOTHING],
    ['cecil', WRITES, WRITES, NOTHING],
    ['rita', WRITES, WRITES, NOTHING],
    ['otto', 'role-refused', NOTHING, NOTHING],
    ['organiser', WRITES, WRITES, NOTHING],
    ['mallory', NOTHING, NOTHING, NOTHING],
  ])('%s', async (first, ...expected) => {
    await using house = await House.open();
    const may = async (document: DocumentName): Promise<string> => {
      const access = await house.rules.admit(document, as(first));
      if (access === null) return NOTHING;
      return access.mayWrite ? WRITES : (access.refusal?.code ?? 'no reason');
    };
    expect([await may(BOARD), await may(REPORT), await may(DRAFT)]).toEqual(expected);
  });

  it('shows the report to the whole group while it is read back, for reading', async () => {
    await using house = await House.open();
    await house.rules.prepare(REPORT);
    house.conditions.set(GROUP, { phaseKind: 'readback' });
    for (const first of ['alice', 'otto']) {
      expect(await house.rules.admit(REPORT, as(first))).toMatchObject({ refusal: { code: 'role-refused' } });
    }
    expect(await house.rules.admit(REPORT, as('mallory'))).toBeNull();
  });

  it('locks the board for all but leaders, and a closed group for everybody', async () => {
    await using house = await House.open();
    const may = async (document: DocumentName, first: string): Promise<string | undefined> =>
      (await house.rules.admit(document, as(first)))?.refusal?.code;
    await house.rules.prepare(BOARD);
    house.conditions.set(GROUP, { boardLocked: true });
    expect(await may(BOARD, 'alice')).toBe('board-locked');
    expect(await may(BOARD, 'carol')).toBeUndefined();
    expect(await may(DRAFT, 'alice')).toBeUndefined();
    house.conditions.set(GROUP, { boardLocked: false, status: 'closed' });
    expect(await may(BOARD, 'carol')).toBe('group-closed');
    expect(await may(DRAFT, 'alice')).toBe('group-closed');
    expect(await may(REPORT, 'rita')).toBe('group-closed');
  });
});

/** What others see of alice when her client sends this. */
const see = async (attribution: Attribution, sent: unknown): Promise<object | null> => {
  await using house = await House.open({ attribution });
  await house.phase('clarify');
  const access = await house.rules.admit(BOARD, as('alice'));
  if (access === null) throw new Error('alice was not admitted');
  return house.rules.showPresence(BOARD, access, sent, 2 ** 40);
};

describe('what is seen of a member', () => {
  const raw = {
    cursor: [12, 30],
    dragging: { ids: ['c1'], dx: 4, dy: -2 },
    editing: 'c2',
    user: { name: 'alice Quillfeather' },
    seatId: seatOf('alice'),
  };
  it.each<Attribution>(['bloc', 'non-attributed', 'sealed'])(
    'no name and no card being edited in `%s`',
    async (mode) => {
      const shown = await see(mode, raw);
      expect(shown).toEqual({
        alias: expect.toSatisfy((alias) => PRESENCE_ALIASES.includes(alias)) as string,
        colour: expect.toSatisfy((colour) => colour >= 1 && colour <= PRESENCE_COLOURS) as number,
        cursor: [12, 30],
        dragging: { ids: ['c1'], dx: 4, dy: -2 },
      });
    },
  );

  it('the roster’s name in `named`, whatever the client says', async () => {
    expect(await see('named', { ...raw, name: 'Somebody else' })).toMatchObject({
      name: 'alice Quillfeather',
      delegation: 'Ruritania',
      editing: 'c2',
    });
  });

  it.each<[string, unknown]>([
    ['nothing that can be read', 'text'],
    ['a cursor that is none', { cursor: [Number.NaN, 1] }],
    ['a cursor out of reach', { cursor: [1e9, 0] }],
    ['too many cards', { dragging: { ids: Array.from({ length: 51 }, (_, at) => `c${at}`), dx: 0, dy: 0 } }],
    ['an id that is none', { dragging: { ids: ['<b>'], dx: 0, dy: 0 } }],
  ])('no more than alias and colour for %s', async (_, sent) => {
    const shown = await see('non-attributed', sent);
    expect(Object.keys(shown ?? { alias: '', colour: 0 }).toSorted()).toEqual(['alias', 'colour']);
  });

  it('nothing while people write in private, and nothing of private documents', async () => {
    await using house = await House.open({ attribution: 'named' });
    const access = await house.rules.admit(BOARD, as('alice'));
    const draft = await house.rules.admit(DRAFT, as('alice'));
    if (access === null || draft === null) throw new Error('alice was not admitted');
    expect(house.rules.showPresence(BOARD, access, raw, 2 ** 40)).toBeNull();
    await house.phase('clarify');
    expect(house.rules.showPresence(DRAFT, draft, raw, 2 ** 40)).toBeNull();
  });

  it.each<[Attribution, string, unknown, object | null]>([
    ['non-attributed', 'rita', { caret: { field: 'headline1', anchor: 3, head: 9 }, name: 'x' }, { head: 9 }],
    ['non-attributed', 'rita', { caret: { field: '<b>', anchor: 3, head: 9 } }, null],
    ['non-attributed', 'rita', { caret: { field: 'headline1', anchor: -1, head: 9 } }, null],
    ['named', 'carol', { caret: { field: 'q1', anchor: 0, head: 0 } }, { field: 'q1' }],
  ])('in a report the place where somebody writes: %s %s', async (mode, first, sent, caret) => {
    await using house = await House.open({ attribution: mode });
    await house.phase('clarify');
    const access = await house.rules.admit(REPORT, as(first));
    if (access === null) throw new Error(`${first} was not admitted`);
    const shown = house.rules.showPresence(REPORT, access, sent, 2 ** 40) as Record<string, unknown>;
    const names = mode === 'named' ? ['delegation', 'name'] : [];
    expect(Object.keys(shown).toSorted()).toEqual(['alias', ...(caret === null ? [] : ['caret']), 'colour', ...names]);
    expect(shown).toMatchObject(caret === null ? {} : { caret });
  });

  it('nothing of whoever only reads a report', async () => {
    await using house = await House.open();
    await house.rules.prepare(REPORT);
    house.conditions.set(GROUP, { phaseKind: 'readback' });
    const access = await house.rules.admit(REPORT, as('alice'));
    if (access === null) throw new Error('alice was not admitted');
    expect(house.rules.showPresence(REPORT, access, { caret: null }, 2 ** 40)).toBeNull();
  });

  it('an alias that has nothing to do with the seat', async () => {
    await using house = await House.open();
    await house.phase('clarify');
    const access = await house.rules.admit(BOARD, as('alice'));
    if (access === null) throw new Error('alice was not admitted');
    const visits = Array.from({ length: 12 }, (_, visit) => 2 ** 40 + visit);
    const looks = visits.map((shownId) => JSON.stringify(house.rules.showPresence(BOARD, access, {}, shownId)));
    expect(new Set(looks).size).toBeGreaterThan(1);
  });

  it('the same alias for a whole visit, however often rights are read again', async () => {
    await using house = await House.open();
    await house.phase('clarify');
    const first = await house.rules.admit(BOARD, as('alice'));
    const again = await house.rules.admit(BOARD, as('alice'));
    if (first === null || again === null) throw new Error('alice was not admitted');
    const look = (access: typeof first): object | null => house.rules.showPresence(BOARD, access, {}, 2 ** 40 + 5);
    expect(look(again)).toEqual(look(first));
  });
});

/** Boards are open in every phase; in this one presence shows. */
const CLARIFY: PhaseTemplate = [{ kind: 'clarify', minutes: 5 }];
const CARD = 'card-of-alice' as CardId;

type Stage = AsyncDisposable & {
  server: TestServer;
  group: SeededGroup;
  board: (person: Person) => Promise<SyncClient>;
};

const stage = async (options: SeedOptions = {}): Promise<Stage> => {
  const server = await bootServer();
  const group = await seedGroup(server, { template: CLARIFY, ...options });
  return {
    server,
    group,
    board: async (person) => {
      const client = server.sync(person.token, boardDocument(group.groupId));
      await client.synced();
      return client;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
};

const titleOf = (doc: Y.Doc, id: CardId): Y.Text => cardMap(doc, id)?.get('title') as Y.Text;
const has =
  (id: CardId) =>
  (doc: Y.Doc): boolean =>
    cardsOf(doc).has(id);

describe('what members change on a board', () => {
  it('belongs to its author alone to withdraw, and says nothing of the author', async () => {
    await using at = await stage();
    const { server, group } = at;
    const [alice, bob] = [group.person('alice'), group.person('bob')];
    const [hers, his] = [await at.board(alice), await at.board(bob)];
    addCard(hers.doc, { id: CARD, title: 'Mine', position: [0, 0] }, 'test');
    await his.until(has(CARD));
    const [aliceLive, bobLive] = [await server.live(alice.token), await server.live(bob.token)];
    const { groupId } = group;
    expect(await aliceLive.command('card.mine', { groupId })).toEqual({ cardIds: [CARD] });
    expect(await bobLive.command('card.mine', { groupId })).toEqual({ cardIds: [] });
    expect(await bobLive.send('card.withdraw', { groupId, cardId: CARD })).toMatchObject({
      failure: { code: 'not-author' },
    });
    expect(JSON.stringify(cardsOf(his.doc).toJSON())).not.toContain(alice.seatId);
    const gone = his.until((doc) => !cardsOf(doc).has(CARD));
    await aliceLive.command('card.withdraw', { groupId, cardId: CARD });
    await gone;
    expect(await aliceLive.command('card.mine', { groupId })).toEqual({ cardIds: [] });
  });

  it('cannot take a card off the board or take its author’s place', async () => {
    await using at = await stage();
    const { server, group } = at;
    const [alice, bob] = [group.person('alice'), group.person('bob')];
    const [hers, his] = [await at.board(alice), await at.board(bob)];
    addCard(hers.doc, { id: CARD, title: 'Mine', body: 'All of it', position: [0, 0] }, 'test');
    await his.until(has(CARD));
    cardsOf(his.doc).delete(CARD);
    await his.until(has(CARD));
    expect(readBoard(his.doc).cards).toMatchObject([{ id: CARD, title: 'Mine', body: 'All of it' }]);
    const live = await server.live(bob.token);
    expect(await live.command('card.mine', { groupId: group.groupId })).toEqual({ cardIds: [] });
  });

  it('counts finished cards and drafts apart, and tells nobody whose they are', async () => {
    await using at = await stage({ template: [{ kind: 'write', minutes: 5 }] });
    const { server, group } = at;
    const carol = await server.live(group.carol.token);
    const watched = await carol.command('group.watch', { groupId: group.groupId });
    expect(watched).toMatchObject({ cardsWritten: 0, draftsOpen: 0 });
    const alice = group.person('alice');
    const draft = server.sync(alice.token, draftDocument(group.groupId, alice.seatId));
    await draft.synced();
    const opened = carol.nextEvent('drafts.counted', (event) => event.cardsWritten === 2 && event.draftsOpen === 1);
    addCard(draft.doc, { id: 'd1' as CardId, title: 'Handed in', position: [0, 0], finished: true }, 'test');
    addCard(draft.doc, { id: 'd2' as CardId, title: 'Half a thought', position: [0, 0] }, 'test');
    expect(Object.keys(await opened).toSorted()).toEqual(['cardsWritten', 'draftsOpen', 'groupId', 'revision', 'type']);
    const finished = carol.nextEvent('drafts.counted', (event) => event.cardsWritten === 2 && event.draftsOpen === 0);
    finishDraft(draft.doc, 'd2' as CardId, true, 'test');
    await finished;
    expect(await carol.command('group.watch', { groupId: group.groupId })).toMatchObject({
      cardsWritten: 2,
      draftsOpen: 0,
    });
  });

  it('is marked as late after a reveal, and cannot be marked as entered by the facilitator', async () => {
    await using at = await stage({ template: [{ kind: 'write', minutes: 5 }] });
    const { server, group } = at;
    const { groupId } = group;
    const alice = group.person('alice');
    const hers = await at.board(alice);
    const before = 'card-before' as CardId;
    addCard(hers.doc, { id: before, title: 'Before', position: [0, 0], proxy: true }, 'test');
    await hers.until((doc) => readBoard(doc).cards.some((card) => card.id === before && !card.proxy));
    const draft = server.sync(alice.token, draftDocument(groupId, alice.seatId));
    await draft.synced();
    const carol = await server.live(group.carol.token);
    await carol.command('group.watch', { groupId });
    const counted = carol.nextEvent('drafts.counted', (event) => event.cardsWritten === 1);
    addCard(draft.doc, { id: 'd1' as CardId, title: 'Private', position: [0, 0], finished: true }, 'test');
    await counted;
    await carol.command('drafts.reveal', { groupId });
    addCard(hers.doc, { id: CARD, title: 'After', position: [0, 0] }, 'test');
    await hers.until((doc) => readBoard(doc).cards.some((card) => card.id === CARD && card.late));
    const marks = new Map(readBoard(hers.doc).cards.map((card) => [card.title, [card.late, card.proxy]]));
    expect(marks).toEqual(
      new Map([
        ['Before', [false, false]],
        ['After', [true, false]],
        ['Private', [false, false]],
      ]),
    );
  });

  it('is set back where the group votes on it, and kept for who wrote it', async () => {
    await using at = await stage();
    const { server, group } = at;
    const { groupId } = group;
    const [alice, bob] = [group.person('alice'), group.person('bob')];
    const [carolLive, bobLive, aliceLive] = [
      await server.live(group.carol.token),
      await server.live(bob.token),
      await server.live(alice.token),
    ];
    for (const live of [carolLive, bobLive, aliceLive]) await live.command('group.watch', { groupId });
    const his = await at.board(bob);
    const hers = await at.board(alice);
    addCard(hers.doc, { id: CARD, title: 'As voted on', body: 'Text', position: [0, 0] }, 'test');
    await his.until(has(CARD));
    const { ballotId } = await carolLive.command('ballot.open', {
      groupId,
      kind: 'dots',
      options: [{ kind: 'card', id: CARD }],
    });
    const rescued = bobLive.nextEvent('text.rescued');
    titleOf(his.doc, CARD).insert(0, 'Never ');
    cardMap(his.doc, CARD)?.set('position', [70, 70]);
    expect(await rescued).toMatchObject({ groupId, cardId: CARD, title: 'Never As voted on', body: 'Text' });
    await his.until((doc) => readBoard(doc).cards[0]?.title === 'As voted on');
    await hers.until((doc) => readBoard(doc).cards[0]?.position[0] === 70);
    expect(readBoard(hers.doc).cards[0]).toMatchObject({ title: 'As voted on', position: [70, 70] });
    expect(aliceLive.events.some((event) => event.type === 'text.rescued')).toBe(false);

    await carolLive.command('ballot.close', { ballotId });
    titleOf(his.doc, CARD).insert(0, 'No longer ');
    await hers.until((doc) => readBoard(doc).cards[0]?.title === 'No longer As voted on');
  });

  it('leaves clusters alone while they are locked, but for leaders', async () => {
    await using at = await stage();
    const { server, group } = at;
    const { groupId } = group;
    const [his, carols] = [await at.board(group.person('bob')), await at.board(group.carol)];
    const cluster = 'cluster-1' as ClusterId;
    addCard(his.doc, { id: CARD, title: 'A', position: [0, 0] }, 'test');
    groupCards(his.doc, { id: cluster, title: 'Together', cards: [{ id: CARD }] }, 'test');
    await carols.until((doc) => readBoard(doc).clusters[0]?.cards === 1);
    const live = await server.live(group.carol.token);
    await live.command('board.lock', { groupId, what: 'clusters' });
    assignCards(his.doc, null, [{ id: CARD }], 'test');
    addCard(his.doc, { id: 'card-after' as CardId, title: 'After', position: [9, 9] }, 'test');
    await his.until((doc) => readBoard(doc).cards.some((card) => card.id === CARD && card.cluster === cluster));
    await carols.until(has('card-after' as CardId));
    expect(readBoard(carols.doc).clusters).toMatchObject([{ id: cluster, cards: 1 }]);
    assignCards(carols.doc, null, [{ id: CARD }], 'test');
    await his.until((doc) => readBoard(doc).clusters[0]?.cards === 0);
  });

  it('is refused on a locked board: the member is told why and shown out', async () => {
    await using at = await stage();
    const { server, group } = at;
    const his = await at.board(group.person('bob'));
    const live = await server.live(group.carol.token);
    await live.command('board.lock', { groupId: group.groupId });
    const closed = his.closed();
    addCard(his.doc, { id: CARD, title: 'Too late', position: [0, 0] }, 'test');
    expect(await closed).toBe(4403);
    expect(readBoard((await at.board(group.carol)).doc).cards).toEqual([]);
  });
});

describe('presence over the wire', () => {
  it('pairs no seat, name or content id with a cursor', async () => {
    await using at = await stage({ symposium: { attribution: 'non-attributed' } });
    const alice = at.group.person('alice');
    const [hers, his] = [await at.board(alice), await at.board(at.group.person('bob'))];
    const seen = new Promise<[number, Record<string, unknown>]>((resolve) => {
      his.provider.awareness.on('change', () => {
        for (const entry of his.provider.awareness.getStates()) {
          if (entry[0] !== his.doc.clientID && entry[1]['cursor'] !== undefined) resolve(entry);
        }
      });
    });
    hers.provider.awareness.setLocalState({
      cursor: [5, 6],
      editing: CARD,
      user: { name: alice.displayName, id: alice.seatId },
    });
    const [id, state] = await seen;
    expect(id).not.toBe(hers.doc.clientID);
    expect(Object.keys(state).toSorted()).toEqual(['alias', 'colour', 'cursor']);
    const text = JSON.stringify(state);
    for (const secret of [alice.displayName, alice.seatId, alice.delegation]) expect(text).not.toContain(secret);
  });
});
