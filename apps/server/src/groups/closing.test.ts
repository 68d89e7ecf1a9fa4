import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { readBoard } from '@rapport/board/read-board';
import type { Attribution } from '@rapport/domain/attribution';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import type { CardId, GroupId } from '@rapport/domain/ids';
import type { CommandInput, CommandName } from '@rapport/protocol/commands';
import { Database } from '../db/database.ts';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

/** A group in its writing phase: alice has handed one card in and one was revealed before. */
const writeAndReveal = async (server: TestServer, attribution: Attribution) => {
  const group = await seedGroup(server, { symposium: { attribution }, template: [{ kind: 'write', minutes: 10 }] });
  const { groupId, carol } = group;
  const [alice] = group.voters as [Person];
  const leader = await server.live(carol.token);
  await leader.command('group.watch', { groupId });
  const live = await server.live(alice.token);
  await live.command('group.watch', { groupId });
  const drafts = server.sync(alice.token, draftDocument(groupId, alice.seatId));
  await drafts.synced();
  const write = async (id: string, title: string): Promise<void> => {
    const counted = leader.nextEvent('drafts.counted');
    addCard(drafts.doc, { id: id as CardId, title, position: [0, 0], finished: true }, 'test');
    await counted;
  };
  await write('draft-1', 'Shown to all');
  const counted = leader.nextEvent('drafts.revealed');
  await leader.command('drafts.reveal', { groupId, now: true });
  await counted;
  await write('draft-2', 'Never handed over');
  return { ...group, alice, leader, live, drafts };
};

/** Everything the data folder holds, after the server has stopped. */
const bytesOf = async (folder: string): Promise<Buffer> => {
  const names = await readdir(folder);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
};

/** What is left in rows, after the server has stopped. */
const rowsOf = async (server: TestServer) => {
  await using db = await Database.open({ kind: 'sqlite', path: join(server.dataDir, await databaseFile(server)) });
  const purges = await db.query.selectFrom('purge').select(['what', 'count', 'group_id']).orderBy('what').execute();
  const links = await db.query.selectFrom('authorship').selectAll().execute();
  const notes = await db.query.selectFrom('setting').select('name').where('name', 'like', 'purge.%').execute();
  const group = await db.query.selectFrom('group').select(['version', 'status']).where('number', '=', 1).execute();
  return { purges, links: links.length, notes, group };
};
const databaseFile = async (server: TestServer): Promise<string> => {
  const names = await readdir(server.dataDir);
  const name = names.find((one) => one.endsWith('.sqlite') && one !== 'documents.sqlite');
  if (name === undefined) throw new Error('there is no database file');
  return name;
};

describe('closing', () => {
  test('a closed group takes no command but being reopened, and nothing is written into it', async () => {
    await using server = await bootServer();
    const { groupId, leader, live, alice } = await writeAndReveal(server, 'named');
    const { phase } = await leader.command('group.watch', { groupId });
    const closed = live.nextEvent('group.closed');
    await leader.command('group.close', { groupId });
    await closed;
    type Refused = { [Name in CommandName]: [Name, CommandInput<Name>] }[CommandName];
    const refused: Refused[] = [
      ['phase.move', { groupId, phaseId: phase.id }],
      ['timer.start', { groupId }],
      ['board.lock', { groupId }],
      ['drafts.reveal', { groupId }],
      ['card.enter', { groupId, title: 'Too late' }],
      ['ballot.open', { groupId, kind: 'dots', options: [{ kind: 'card', id: 'c1' }] }],
      ['group.close', { groupId }],
    ];
    for (const [name, input] of refused) {
      expect(await leader.send(name, input)).toMatchObject({ ok: false, failure: { code: 'group-closed' } });
    }
    expect(await live.send('seat.done', { groupId })).toMatchObject({ failure: { code: 'group-closed' } });
    expect(await live.command('group.watch', { groupId })).toMatchObject({ status: 'closed' });
    // Reading goes on.
    const board = server.sync(alice.token, boardDocument(groupId));
    await board.until((doc) => readBoard(doc).cards.some((card) => card.title === 'Shown to all'));

    const reopened = live.nextEvent('group.reopened');
    await leader.command('group.reopen', { groupId });
    await reopened;
    await leader.command('group.reopen', { groupId });
    await live.command('seat.done', { groupId });
  });

  test.each(['participant', 'rapporteur', 'observer'])('a %s can neither close nor reopen', async (role) => {
    await using server = await bootServer();
    const { groupId, people } = await seedGroup(server);
    const person = people.find((one) => one.role === role);
    const live = await server.live(person?.token ?? '');
    for (const name of ['group.close', 'group.reopen'] as const) {
      expect(await live.send(name, { groupId })).toMatchObject({ failure: { code: 'role-refused' } });
    }
  });

  test('an open ballot and a reveal under way have to end first', async () => {
    await using server = await bootServer();
    const { groupId, leader, drafts } = await writeAndReveal(server, 'non-attributed');
    const cards = await must(
      server.organiser.post<{ ids: string[] }>(`/api/groups/${groupId}/cards`, [{ title: 'One' }]),
    );
    const options = cards.ids.map((id) => ({ kind: 'card' as const, id }));
    const { ballotId } = await leader.command('ballot.open', { groupId, kind: 'dots', options });
    expect(await leader.send('group.close', { groupId })).toMatchObject({ failure: { code: 'ballot-open' } });
    await leader.command('ballot.close', { ballotId });
    const counted = leader.nextEvent('drafts.counted');
    addCard(drafts.doc, { id: 'open-1' as CardId, title: 'Not yet', position: [0, 0] }, 'test');
    await counted;
    expect(await leader.command('drafts.reveal', { groupId })).toMatchObject({ state: 'asking' });
    expect(await leader.send('group.close', { groupId })).toMatchObject({ failure: { code: 'reveal-running' } });
    await leader.command('drafts.reveal', { groupId, now: true });
    await leader.command('group.close', { groupId });
  });

  test.each<[Attribution, purged: boolean]>([
    ['named', false],
    ['bloc', false],
    ['non-attributed', true],
    ['sealed', true],
  ])('in %s the links and drafts are destroyed: %s', async (attribution, purged) => {
    await using server = await bootServer();
    const { groupId, leader, live, alice, drafts } = await writeAndReveal(server, attribution);
    expect((await bytesOf(server.dataDir)).includes('Never handed over')).toBe(true);
    const gone = purged ? drafts.closed() : Promise.resolve(null);
    await leader.command('group.close', { groupId });
    expect(await gone).toBe(purged ? 4404 : null);
    expect((await live.command('group.watch', { groupId })).cardsWritten).toBe(purged ? 0 : 1);
    await server.stop();

    const { purges, links, notes, group } = await rowsOf(server);
    expect(notes).toEqual([]);
    expect(group).toEqual([{ version: 1, status: 'closed' }]);
    expect(links).toBe(purged ? 0 : 1);
    const atClose = purges.filter((row) => row.what === 'drafts').at(-1);
    expect(atClose === undefined ? null : atClose.count).toBe(purged ? 6 : null);
    const bytes = await bytesOf(server.dataDir);
    expect(bytes.includes('Shown to all')).toBe(true);
    expect(bytes.includes('Never handed over')).toBe(!purged);
    expect(bytes.includes(draftDocument(groupId, alice.seatId))).toBe(!purged);
  });

  test('a purge that a stop has cut off is ended at the next start', async () => {
    await using server = await bootServer();
    const { groupId } = await writeAndReveal(server, 'non-attributed');
    await server.stop();
    {
      // As a crash leaves it: the rows are closed and purged, the documents are not.
      await using db = await Database.open({ kind: 'sqlite', path: join(server.dataDir, await databaseFile(server)) });
      await db.transaction(async (tx) => {
        await tx.updateTable('group').set({ status: 'closed' }).where('id', '=', groupId).execute();
        await tx
          .insertInto('setting')
          .values({ name: `purge.${groupId}`, value: 'begun' })
          .execute();
      });
    }
    expect((await bytesOf(server.dataDir)).includes('Never handed over')).toBe(true);
    const again = await bootServer({ dataDir: server.dataDir });
    await again.stop();
    expect((await bytesOf(server.dataDir)).includes('Never handed over')).toBe(false);
    expect(await rowsOf(server)).toMatchObject({ purges: [{ what: 'drafts', count: 6 }], notes: [] });
  });

  test('after reopening, private writing starts empty and goes on', async () => {
    await using server = await bootServer();
    const { groupId, leader, alice } = await writeAndReveal(server, 'non-attributed');
    await leader.command('group.close', { groupId });
    await leader.command('group.reopen', { groupId });
    const drafts = server.sync(alice.token, draftDocument(groupId, alice.seatId));
    await drafts.synced();
    expect(readBoard(drafts.doc).cards).toEqual([]);
    const counted = leader.nextEvent('drafts.counted', (event) => event.cardsWritten === 1);
    addCard(drafts.doc, { id: 'new-1' as CardId, title: 'Another thought', position: [0, 0] }, 'test');
    await counted;
  });
});

describe('a damaged board', () => {
  test('closing says so, destroys what it can, and a later start tries the rest again', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'rapport-damaged-'));
    let groupId: GroupId;
    let token: string;
    {
      await using server = await bootServer({ dataDir });
      const group = await seedGroup(server, { symposium: { attribution: 'non-attributed' } });
      ({ groupId } = group);
      ({ token } = group.carol);
      await must(server.http(token).post(`/api/groups/${groupId}/cards`, [{ title: 'Ports' }]));
      await must(server.http(token).post(`/api/groups/${groupId}/cards`, [{ title: 'Ferries' }]));
    }
    const file = new Sqlite(join(dataDir, 'documents.sqlite'));
    file.prepare('UPDATE snapshot SET crc = crc + 1 WHERE document = ?').run(boardDocument(groupId));
    file.close();
    {
      await using server = await bootServer({ dataDir });
      const leader = await server.live(token);
      await leader.command('group.watch', { groupId });
      const closed = await leader.send('group.close', { groupId });
      expect(closed).toMatchObject({ ok: false, failure: { code: 'storage-damaged' } });
      expect(await must(server.http(token).get(`/api/groups/${groupId}`))).toMatchObject({ status: 'closed' });
    }
    // The note of the purge stays, and does not keep the server from starting.
    await using server = await bootServer({ dataDir });
    const left = await must(server.http(token).get<{ status: string }>(`/api/groups/${groupId}`));
    expect(left.status).toBe('closed');
    await rm(dataDir, { recursive: true, force: true });
  });
});
