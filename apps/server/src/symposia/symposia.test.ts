import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Round, RosterReport, RosterSeat, SignedIn, Symposium } from '@rapport/protocol/http';
import { DATABASES } from '../db/testing.ts';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup } from '../testing/seed-group.ts';

const ROSTER = readFileSync(new URL('../../data/symposium-roster.csv', import.meta.url));
const SYMPOSIUM = { title: 'Émission « 360° »', startsOn: '2026-02-14' };
const HEADER = 'participant_id,display_name,role,nation_code,email';

const create = (server: TestServer, input: object = {}): Promise<Symposium> =>
  must(server.organiser.post<Symposium>('/api/symposia', { ...SYMPOSIUM, ...input }));
const importRoster = (server: TestServer, id: string, csv: string | Uint8Array, query = ''): Promise<RosterReport> =>
  must(server.organiser.put<RosterReport>(`/api/symposia/${id}/roster${query}`, csv));
const seats = (server: TestServer, id: string): Promise<RosterSeat[]> =>
  must(server.organiser.get<RosterSeat[]>(`/api/symposia/${id}/roster`));
const codes = async (server: TestServer, id: string): Promise<Record<string, string>[]> =>
  parse(await must(server.organiser.get<string>(`/api/symposia/${id}/join-codes.csv`)), { columns: true });

const shape = (round: Round) => round.groups.map((group) => group.seats.map((seat) => `${seat.id} ${seat.role}`));

/** For tables of refusals, which leave nothing behind. */
let shared: TestServer;
beforeAll(async () => {
  shared = await bootServer();
});
afterAll(() => shared[Symbol.asyncDispose]());

describe('symposia', () => {
  test('are created with defaults, read by id or slug, changed and listed', async () => {
    await using server = await bootServer();
    const made = await create(server);
    expect(made).toMatchObject({
      slug: 'emission-360',
      attribution: 'non-attributed',
      chathamHouse: true,
      languages: ['en'],
      marking: { en: 'UNMARKED – not for classified information' },
      status: 'open',
      seats: 0,
      rounds: [],
    });
    expect(await create(server)).toMatchObject({ slug: 'emission-360-2' });
    expect(await must(server.organiser.get(`/api/symposia/${made.slug}`))).toEqual(made);
    const changed = await must(
      server.organiser.patch<Symposium>(`/api/symposia/${made.id}`, { marking: 'PUBLIC', walkIns: false }),
    );
    expect(changed).toEqual({ ...made, marking: { en: 'PUBLIC' }, walkIns: false });
    expect(await must(server.organiser.get<Symposium[]>('/api/symposia'))).toHaveLength(2);
  });

  test.each([
    [{ title: '' }, 'title'],
    [{ startsOn: '14.02.2026' }, 'startsOn'],
    [{ attribution: 'public' }, 'attribution'],
    [{ languages: [] }, 'languages'],
  ])('%o is refused and the field is named', async (input, field) => {
    const answer = await shared.organiser.post('/api/symposia', { ...SYMPOSIUM, ...input });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', field } });
  });

  test('only organisers come near them', async () => {
    await using server = await bootServer();
    const { symposium, carol } = await seedGroup(server);
    const calls: [string, string][] = [
      ['GET', '/api/symposia'],
      ['POST', '/api/symposia'],
      ['GET', `/api/symposia/${symposium.id}`],
      ['PATCH', `/api/symposia/${symposium.id}`],
      ['DELETE', `/api/symposia/${symposium.id}`],
      ['PUT', `/api/symposia/${symposium.id}/roster`],
      ['GET', `/api/symposia/${symposium.id}/roster`],
      ['POST', `/api/symposia/${symposium.id}/rounds`],
      ['GET', `/api/symposia/${symposium.id}/join-codes.csv`],
      ['GET', `/api/symposia/${symposium.id}/badges.pdf`],
      ['POST', `/api/symposia/${symposium.id}/badges.pdf`],
    ];
    for (const [method, path] of calls) {
      expect([path, (await server.stranger.call(method, path)).status]).toEqual([path, 401]);
      expect([path, (await carol.http.call(method, path)).status]).toEqual([path, 403]);
    }
  });

  test.each(DATABASES)(
    'deleting one ends the sessions of its seats and leaves the others (on $kind)',
    async ({ place }) => {
      await using base = await place();
      await using server = await bootServer({ database: base.location });
      const { symposium, carol } = await seedGroup(server);
      const other = await create(server);
      expect((await server.organiser.delete(`/api/symposia/${symposium.id}`)).status).toBe(204);
      expect((await carol.http.get('/api/me')).status).toBe(401);
      expect((await server.organiser.get(`/api/symposia/${symposium.id}`)).status).toBe(404);
      expect(await must(server.organiser.get<Symposium[]>('/api/symposia'))).toEqual([other]);
    },
  );
});

describe('roster', () => {
  test.each(DATABASES)(
    '400 rows are taken, the same file again changes nothing, one changed row updates one seat (on $kind)',
    async ({ place }) => {
      await using base = await place();
      await using server = await bootServer({ database: base.location });
      const { id } = await create(server);
      expect(await importRoster(server, id, ROSTER, '?dryRun=true')).toMatchObject({ created: 400, dryRun: true });
      expect(await seats(server, id)).toEqual([]);
      expect(await importRoster(server, id, ROSTER)).toMatchObject({ created: 400, updated: 0, rejected: [] });
      const before = await seats(server, id);
      const codesBefore = await codes(server, id);
      expect(await importRoster(server, id, ROSTER)).toMatchObject({ created: 0, updated: 0, unchanged: 400 });
      const changed = ROSTER.toString().replace('Celeste Pettirosso', 'Celeste Usignolo');
      expect(await importRoster(server, id, changed)).toMatchObject({ created: 0, updated: 1, unchanged: 399 });
      const after = await seats(server, id);
      expect(after).toEqual(
        before.map((seat) => (seat.participantId === 'P001' ? { ...seat, displayName: 'Celeste Usignolo' } : seat)),
      );
      expect((await codes(server, id)).map((row) => row['link'])).toEqual(codesBefore.map((row) => row['link']));
    },
  );

  test('who is missing from a later file keeps the seat and the session', async () => {
    await using server = await bootServer();
    const { symposium, carol, people } = await seedGroup(server);
    const report = await importRoster(server, symposium.id, `${HEADER}\nNEW,Ada Larkspur,participant,NO,\n`);
    expect(report).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
    expect(await seats(server, symposium.id)).toHaveLength(people.length + 1);
    expect((await carol.http.get('/api/me')).status).toBe(200);
  });

  test('two symposia may use the same ids; seats stay apart', async () => {
    await using server = await bootServer();
    const [one, other] = [await create(server), await create(server)];
    await importRoster(server, one.id, `${HEADER}\n1,Ada Larkspur,participant,NO,\n`);
    expect(await importRoster(server, other.id, `${HEADER}\n1,Bea Larkspur,participant,NO,\n`)).toMatchObject({
      created: 1,
    });
    expect((await seats(server, one.id)).map((seat) => seat.displayName)).toEqual(['Ada Larkspur']);
  });

  test('what cannot be a roster is refused whole', async () => {
    await using server = await bootServer();
    const { id } = await create(server);
    const path = `/api/symposia/${id}/roster`;
    expect(await server.organiser.put(path, 'a,b\n1,2\n')).toMatchObject({
      status: 400,
      body: { code: 'invalid-input' },
    });
    expect(await server.organiser.put(path, '{}', 'application/json')).toMatchObject({ status: 415 });
    expect(await server.organiser.put(path, 'x'.repeat(9 * 1024 * 1024))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect(await server.organiser.put(`${path}?dryRun=perhaps`, HEADER)).toMatchObject({ status: 400 });
    expect((await server.organiser.put('/api/symposia/nowhere/roster', HEADER)).status).toBe(404);
    await must(server.organiser.patch(`/api/symposia/${id}`, { status: 'closed' }));
    expect(await server.organiser.put(path, HEADER)).toMatchObject({ body: { code: 'symposium-closed' } });
  });
});

describe('join codes', () => {
  test('lead to the seats, and formulas are neutralised', async () => {
    await using server = await bootServer({ env: { PUBLIC_URL: 'https://rapport.example.org' } });
    const { id } = await create(server);
    const csv = `${HEADER}\n=1+1,@SUM(A1:A9),participant,NO,\n-2,"Bea ""Bee"", Larkspur",observer,NO,\n't,'t Vergeet-mij,participant,NL,\n`;
    await importRoster(server, id, csv);
    await must(server.organiser.post<Round>(`/api/symposia/${id}/rounds`, { title: 'R', question: 'Q?', groups: 1 }));
    const answer = await server.organiser.get<string>(`/api/symposia/${id}/join-codes.csv`);
    expect(answer.text.split('\r\n')[0]).toBe('participant_id,display_name,group,role,join_code,link');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="emission-360-join-codes.csv"');
    const rows: Record<string, string>[] = parse(answer.text, { columns: true });
    expect(rows.map((row) => [row['participant_id'], row['display_name'], row['group'], row['role']])).toEqual(
      expect.arrayContaining([
        ["'=1+1", "'@SUM(A1:A9)", '1', 'participant'],
        ["'-2", 'Bea "Bee", Larkspur', '1', 'observer'],
        ["'t", "'t Vergeet-mij", '1', 'participant'],
      ]),
    );
    for (const row of rows) {
      expect(row['link']).toMatch(/^https:\/\/rapport\.example\.org\/j\/[A-Za-z0-9_-]{22}$/);
      const byCode = await server.signIn(row['join_code'] ?? '');
      const byBadge = await server.signIn(row['link']?.split('/j/')[1] ?? '');
      expect(byBadge.seat).toEqual(byCode.seat);
    }
  });
});

describe('rounds', () => {
  test.each(DATABASES)(
    'the groups of the roster: 20 groups, each with one facilitator and one rapporteur (on $kind)',
    async ({ place }) => {
      await using base = await place();
      await using server = await bootServer({ database: base.location });
      const { id } = await create(server);
      await importRoster(server, id, ROSTER);
      const round = await must(
        server.organiser.post<Round>(`/api/symposia/${id}/rounds`, {
          title: 'R',
          question: 'Q?',
          useRosterGroups: true,
        }),
      );
      expect(round.groups.map((group) => group.number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
      for (const { seats: members } of round.groups) {
        const count = (role: string) => members.filter((seat) => seat.role === role).length;
        expect([count('facilitator'), count('rapporteur'), count('cofacilitator')]).toEqual([1, 1, 0]);
        expect(members.length).toBeGreaterThanOrEqual(19);
      }
      expect(round.allocation).toMatchObject({
        method: 'roster',
        seed: null,
        placed: 384,
        unplaced: 16,
        missingRoles: [],
      });
      expect(new Set(round.groups.map((group) => group.code)).size).toBe(20);
      const rows = await codes(server, id);
      const facilitators = rows.filter((row) => row['role'] === 'facilitator');
      expect(facilitators.map((row) => Number(row['group'])).toSorted((a, b) => a - b)).toEqual(
        round.groups.map((group) => group.number),
      );
      const session = await server.signIn(facilitators[0]?.['join_code'] ?? '');
      expect(session.groups).toEqual([expect.objectContaining({ role: 'facilitator' })]);
    },
  );

  test('dealt groups: sizes differ by one, roles and blocs are spread, the same seed deals the same', async () => {
    await using server = await bootServer();
    const { id } = await create(server);
    await importRoster(server, id, ROSTER);
    const deal = (seed: number) =>
      must(
        server.organiser.post<Round>(`/api/symposia/${id}/rounds`, { title: 'R', question: 'Q?', groups: 17, seed }),
      );
    const first = await deal(7);
    expect(shape(await deal(7))).toEqual(shape(first));
    expect(shape(await deal(8))).not.toEqual(shape(first));
    const sizes = first.groups.map((group) => group.seats.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    const blocOf = new Map((await seats(server, id)).map((seat) => [seat.id, seat.bloc]));
    for (const { seats: members } of first.groups) {
      expect(members.filter((seat) => seat.role === 'facilitator')).toHaveLength(1);
      const partners = members.filter((seat) => blocOf.get(seat.id) === 'partner').length;
      expect(partners / members.length).toBeGreaterThan(0.3);
      expect(partners / members.length).toBeLessThan(0.7);
    }
    expect(first.allocation).toMatchObject({ method: 'dealt', seed: 7, placed: 384 });
  });

  test.each(DATABASES)('walk-ins of one round are not dealt into the next (on $kind)', async ({ place }) => {
    await using base = await place();
    await using server = await bootServer({ database: base.location });
    const { symposium, groupCode, people } = await seedGroup(server);
    const guest = await must(
      server.stranger.post<SignedIn>('/api/sessions', {
        groupCode,
        displayName: 'Guest Larkspur',
        delegation: 'Norvège',
      }),
    );
    expect(guest.seat).toMatchObject({ delegation: 'Norway', bloc: 'allied' });
    const round = await must(
      server.organiser.post<Round>(`/api/symposia/${symposium.id}/rounds`, { title: 'R', question: 'Q?', groups: 1 }),
    );
    expect(round.allocation).toMatchObject({ placed: people.length });
    expect(round.groups[0]?.seats.map((seat) => seat.id)).not.toContain(guest.seat?.id);
  });

  test.each([
    [{}, 'groups'],
    [{ useRosterGroups: true }, 'useRosterGroups'],
    [{ groups: 0 }, 'groups'],
    [{ groups: 201 }, 'groups'],
    [{ groups: 1, question: '' }, 'question'],
    [{ groups: 1, template: [] }, 'template'],
    [{ groups: 1, template: [{ kind: 'nap', minutes: 5 }] }, 'template.0.kind'],
  ])('%o is refused and the field is named', async (input, field) => {
    const { id } = await create(shared);
    await importRoster(shared, id, `${HEADER}\n1,Ada Larkspur,participant,NO,\n`);
    const answer = await shared.organiser.post(`/api/symposia/${id}/rounds`, { title: 'R', question: 'Q?', ...input });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', field } });
  });
});
