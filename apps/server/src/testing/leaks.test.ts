import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { addCard } from '@rapport/board/add-card';
import { groupCards } from '@rapport/board/group-cards';
import { asMap, CARD_KEYS, cardMap, cardsOf } from '@rapport/board/layout';
import { readBoard } from '@rapport/board/read-board';
import type { Attribution } from '@rapport/domain/attribution';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import { CardId, ClusterId } from '@rapport/domain/ids';
import type { PhaseTemplate } from '@rapport/domain/phases';
import type { History } from '@rapport/protocol/history';
import { ReportFormat } from '@rapport/protocol/http';
import { bootServer } from './boot-server.ts';
import { LeakHarness } from './leak-harness.ts';
import type { LiveClient } from './live-client.ts';
import { seedGroup, type Person } from './seed-group.ts';

const TEMPLATE: PhaseTemplate = [
  { kind: 'write', minutes: 5 },
  { kind: 'cluster', minutes: 5 },
  { kind: 'shortlist', minutes: 5 },
];

/** Ids with the author's name in them would be the script's leak, not the server's. */
const cardId = (number: number): CardId => CardId.parse(`script-card-${number}`);
const TEXTS = [
  'Share forecasts',
  'Train together',
  'A common register',
  'Répondre ensemble',
  'مركز مشترك',
  'One phone line',
];

const until = (doc: Y.Doc, holds: (doc: Y.Doc) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds(doc)) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });

const titleOf = (doc: Y.Doc, id: CardId): Y.Text => cardMap(doc, id)?.get('title') as Y.Text;

const knows =
  (count: number) =>
  (doc: Y.Doc): boolean =>
    readBoard(doc).cards.length === count;

describe.each<Attribution>(['named', 'bloc', 'non-attributed', 'sealed'])(
  'a whole session in `%s` under the Rule',
  (attribution) => {
    it('tells nobody who somebody is, but where the closed list says so', async () => {
      await using server = await bootServer();
      const group = await seedGroup(server, { template: TEMPLATE, symposium: { attribution, chathamHouse: true } });
      const { groupId, carol, rita, otto, voters } = group;
      const [alice, bob, dora] = voters as [Person, Person, Person];
      const room = [carol, rita, otto, ...voters];
      using harness = new LeakHarness(server, group);

      // Join.
      for (const person of [...room, group.mallory]) await harness.signIn(person);
      const lives = new Map<Person, LiveClient>();
      for (const person of room) {
        const live = await harness.live(person);
        lives.set(person, live);
        await live.command('group.watch', { groupId });
      }
      const live = (person: Person): LiveClient => lives.get(person) as LiveClient;
      const organiser = await harness.live();
      await organiser.command('symposium.watch', { symposiumId: group.symposium.id });
      await organiser.command('group.watch', { groupId });
      expect(await (await harness.live(group.mallory)).send('group.watch', { groupId })).toMatchObject({ ok: false });
      const list = await live(alice).command('room.list', { groupId });
      expect(list.people.map((one) => one.displayName)).toContain(bob.displayName);
      const boards = new Map<Person, Awaited<ReturnType<LeakHarness['sync']>>>();
      for (const person of room) boards.set(person, await harness.sync(person, boardDocument(groupId)));
      const board = (person: Person): Y.Doc => (boards.get(person) as NonNullable<ReturnType<typeof boards.get>>).doc;

      // Write in private: two cards each, one of them still open for dora.
      const drafts = [];
      for (const [at, person] of voters.entries()) {
        const draft = await harness.sync(person, draftDocument(groupId, person.seatId));
        drafts.push(draft);
        const counted = live(carol).nextEvent('drafts.counted', (event) => event.cardsWritten >= 2 * at + 2);
        for (const second of [0, 1]) {
          const title = TEXTS[2 * at + second] ?? '';
          const finished = person !== dora || second === 0;
          addCard(
            draft.doc,
            { id: cardId(2 * at + second), title, body: `${title}, in full`, position: [0, 0], finished },
            'script',
          );
        }
        await counted;
      }
      await live(alice).command('seat.done', { groupId });

      // Reveal.
      expect(await live(carol).command('drafts.reveal', { groupId })).toMatchObject({ state: 'asking' });
      const revealed = live(otto).nextEvent('drafts.revealed');
      expect(await live(carol).command('drafts.reveal', { groupId, now: true })).toEqual({
        state: 'revealed',
        cards: 5,
      });
      expect(await revealed).toMatchObject({ cards: 5 });
      await Promise.all(room.map((person) => until(board(person), knows(5))));

      // Move on, and be seen moving: the client tells more than it should.
      const phases = (await live(carol).command('group.watch', { groupId })).phases;
      await live(carol).command('phase.move', { groupId, phaseId: phases[1]?.id ?? '' });
      const [first, second] = readBoard(board(bob)).cards.map((card) => card.id) as [CardId, CardId];
      const cursor = new Promise<void>((resolve) => {
        const { awareness } = boards.get(bob) as NonNullable<ReturnType<typeof boards.get>>;
        awareness.on('change', () => {
          if ([...awareness.getStates().values()].some((state) => state['cursor'] !== undefined)) resolve();
        });
      });
      boards.get(alice)?.awareness.setLocalState({
        cursor: [40, 50],
        editing: first,
        user: { name: alice.displayName, color: '#f00', id: alice.seatId },
        delegation: alice.delegation,
      });
      await cursor;

      // Add after the reveal, cluster, take back.
      const late = CardId.parse('script-late-card');
      addCard(board(bob), { id: late, title: 'A late thought', position: [900, 0] }, 'script');
      groupCards(
        board(alice),
        { id: ClusterId.parse('script-cluster'), title: 'Together', cards: [{ id: first }, { id: second }] },
        'script',
      );
      await until(board(otto), (doc) => knows(6)(doc) && readBoard(doc).clusters.length === 1);
      const own = await live(bob).command('card.mine', { groupId });
      expect(own.cardIds.includes(late)).toBe(attribution !== 'sealed');
      await live(dora).send('card.withdraw', { groupId, cardId: late });
      await live(carol).command('card.enter', { groupId, title: 'Said aloud' });
      await until(board(otto), knows(7));

      // Lead: say something, look somewhere, call for help, give a role; sign a card where that is known to be one's own.
      await live(carol).command('announcement.send', { groupId, text: 'Coffee is here.' });
      await live(carol).command('spotlight.set', { groupId, subject: { kind: 'card', id: first } });
      await live(alice).command('help.ask', { groupId, text: 'The projector is dark.' });
      for (const watcher of [live(carol), organiser]) {
        const { seats } = await watcher.command('seat.list', { groupId });
        expect(seats.map((seat) => seat.id)).toContain(dora.seatId);
      }
      expect(await live(dora).send('seat.list', { groupId })).toMatchObject({ ok: false });
      for (const role of ['cofacilitator', 'participant'] as const) {
        const changed = live(dora).nextEvent('role.changed');
        await live(carol).command('seat.role', { groupId, seatId: dora.seatId, role });
        await changed;
        await live(dora).command('group.watch', { groupId });
      }
      const signed = await live(bob).send('card.sign', { groupId, cardId: late });
      expect(signed.ok).toBe(attribution !== 'sealed');
      if (signed.ok) harness.noteSigned(late, bob);
      const known = { named: 6, bloc: 1, 'non-attributed': 1, sealed: 0 }[attribution];
      for (const person of room) {
        const { authors } = await live(person).command('card.authors', { groupId });
        expect(authors).toHaveLength(known);
      }

      // Vote, edit what is voted on, close.
      await live(carol).command('phase.move', { groupId, phaseId: phases[2]?.id ?? '' });
      const { ballotId, options } = await live(carol).command('ballot.open', {
        groupId,
        kind: 'dots',
        options: [first, second, late].map((id) => ({ kind: 'card' as const, id })),
      });
      const rescued = live(bob).nextEvent('text.rescued');
      titleOf(board(bob), late).insert(0, 'Still ');
      await rescued;
      const paperKeys = voters.map((_, at) => `paper-key-of-the-script-${at}`);
      const progressed = live(otto).nextEvent('ballot.progressed', (event) => event.progress.cast === 3);
      for (const [at, person] of voters.entries()) {
        const choices = { dots: { [options[at]?.id ?? '']: 2 } };
        await live(person).command('ballot.cast', { ballotId, paperKey: paperKeys[at] ?? '', choices });
      }
      await progressed;
      const closed = live(otto).nextEvent('ballot.closed');
      await live(carol).command('ballot.close', { ballotId });
      await closed;
      for (const person of room) await live(person).command('ballot.results', { ballotId });

      // Report, close, report again; look at everything else that answers.
      const deck = `/api/symposia/${group.symposium.id}/slides?lang=en`;
      for (const format of ReportFormat.options) {
        expect(await harness.report(rita, format)).toBe(200);
        expect(await harness.report(alice, format)).toBe(403);
      }
      expect(await harness.file(undefined, deck, 'pptx')).toBe(200);
      expect(await harness.file(rita, deck, 'pptx')).toBe(403);
      for (const person of room) await harness.http(person).get(`/api/groups/${groupId}`);
      await harness.http().get(`/api/groups/${groupId}`);
      const { body } = await harness.http(carol).get<History>(`/api/groups/${groupId}/history`);
      expect(body.checkpoints.map(({ at }) => at)).toContain(null);
      for (const { id } of body.checkpoints) await harness.http(carol).get(`/api/groups/${groupId}/history/${id}`);
      for (const id of [first, second, late]) {
        await harness.http(carol).get(`/api/groups/${groupId}/history/cards/${id}`);
      }
      await harness.http().get(`/api/symposia/${group.symposium.id}`);
      // Less disclosure: from here on nobody is told anything about anybody, signatures included.
      await live(carol).command('group.attribution', { groupId, attribution: 'sealed' });
      for (const person of room) {
        expect((await live(person).command('card.authors', { groupId })).authors).toEqual([]);
        await live(person).command('group.watch', { groupId });
      }
      await live(carol).command('group.close', { groupId });
      for (const format of ReportFormat.options) expect(await harness.report(carol, format)).toBe(200);
      expect(await harness.file(undefined, deck, 'pptx')).toBe(200);
      await live(carol).command('group.reopen', { groupId });
      await harness.http(group.mallory).get(`/api/groups/${groupId}`);

      // A newcomer's stock client decodes the whole document: no author, no time, and one writer for all revealed cards.
      const newcomer = (await harness.sync(otto, boardDocument(groupId))).doc;
      const writers = new Map<string, number>();
      for (const [id, entry] of cardsOf(newcomer)) {
        const map = asMap(entry);
        expect(
          [...(map?.keys() ?? [])].filter((key) => !CARD_KEYS.includes(key as (typeof CARD_KEYS)[number])),
        ).toEqual([]);
        writers.set(id, cardsOf(newcomer)._map.get(id)?.id.client ?? 0);
      }
      expect(
        new Set(
          readBoard(newcomer)
            .cards.filter((card) => !card.late)
            .map((card) => writers.get(card.id)),
        ).size,
      ).toBe(1);
      expect(JSON.stringify(cardsOf(newcomer).toJSON())).not.toMatch(/\d{12,}|\d{4}-\d\d-\d\d/);

      harness.noteContent([...writers.keys(), ...options.map((option) => option.id), ...paperKeys]);
      const cursors = harness.cursors();
      expect(cursors.length).toBeGreaterThan(0);
      const ids = [...writers.keys()];
      const paired = cursors.filter((text) => ids.some((id) => text.includes(id)));
      expect(paired.length > 0).toBe(attribution === 'named');
      await server.stop();
      const counts = harness.counts();
      for (const channel of ['http', 'live', 'sync', 'file', 'log'] as const)
        expect(counts[channel]).toBeGreaterThan(8);
      expect(harness.leaks()).toEqual([]);
      expect(harness.timesInFiles()).toEqual([]);
    });
  },
);

describe('the leak harness itself', () => {
  it('finds a name, a seat and a delegation where they do not belong', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server, { template: [{ kind: 'clarify', minutes: 5 }] });
    const { groupId, carol, otto } = group;
    const [alice] = group.voters as [Person];
    using harness = new LeakHarness(server, group);
    const live = await harness.live(otto);
    await live.command('group.watch', { groupId });
    const board = await harness.sync(otto, boardDocument(groupId));
    const text = `${alice.displayName} of ${alice.delegation}, ${alice.email}`;
    addCard(
      server.sync(carol.token, boardDocument(groupId)).doc,
      { id: cardId(1), title: text, position: [0, 0] },
      'script',
    );
    await until(board.doc, knows(1));
    server.logLines.push(`{"seat":"${alice.seatId}","card":"${cardId(1)}"}`);
    harness.noteContent([cardId(1)]);
    const leaks = harness.leaks();
    for (const leak of [
      `sync “document” to ${otto.displayName} holds the name of ${alice.displayName}`,
      `sync “document” to ${otto.displayName} holds the delegation of ${[carol, group.rita, otto, alice].map((one) => one.displayName).join(', ')}`,
      `sync “document” to ${otto.displayName} holds the email of ${alice.displayName}`,
      `log “line” to the operator holds the seat of ${alice.displayName}`,
      `log “line” to the operator holds a person beside ${cardId(1)}`,
    ]) {
      expect(leaks).toContain(leak);
    }
  });

  it('lets a name stand on the card that was signed with it, on no other one and under no other name', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server, { template: [{ kind: 'clarify', minutes: 5 }] });
    const { groupId, otto } = group;
    const [alice, bob] = group.voters as [Person, Person];
    using harness = new LeakHarness(server, group);
    const live = await harness.live(otto);
    await live.command('group.watch', { groupId });
    const board = server.sync(alice.token, boardDocument(groupId));
    const author = await server.live(alice.token);
    for (const number of [1, 2]) {
      addCard(board.doc, { id: cardId(number), title: `Idea ${number}`, position: [0, 0] }, 'script');
    }
    await until(board.doc, knows(2));
    await until((await harness.sync(otto, boardDocument(groupId))).doc, knows(2));
    await author.command('card.mine', { groupId });
    const told = live.next('authors');
    await author.command('card.sign', { groupId, cardId: cardId(1) });
    await told;
    harness.noteContent([cardId(1), cardId(2)]);
    const leaksNow = (): string[] => harness.leaks().filter((leak) => leak.includes('author of a card'));
    const unsigned = `live “author of a card” to ${otto.displayName} holds the name of ${alice.displayName}`;
    expect(leaksNow()).toContain(unsigned);
    harness.noteSigned(cardId(2), alice);
    expect(leaksNow()).toContain(unsigned);
    harness.noteSigned(cardId(1), bob);
    expect(leaksNow()).toContain(unsigned);
    harness.noteSigned(cardId(1), alice);
    expect(harness.leaks()).toEqual([]);
  });
});
