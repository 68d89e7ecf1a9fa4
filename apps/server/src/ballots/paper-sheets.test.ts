import { expect, test } from 'vitest';
import type { CardId } from '@rapport/domain/ids';
import { bootServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup } from '../testing/seed-group.ts';

const pagesOf = (pdf: string): number => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('papers of an open ballot are printed for those who lead, and name nobody', { timeout: 60_000 }, async () => {
  await using server = await bootServer();
  const { carol, rita, voters, mallory, groupId, people } = await seedGroup(server);
  const cards = [{ title: 'Water' }, { title: 'Fire' }];
  const { ids } = await must(carol.http.post<{ ids: CardId[] }>(`/api/groups/${groupId}/cards`, cards));
  const live = await server.live(carol.token);
  await live.command('group.watch', { groupId });
  const { ballotId } = await live.command('ballot.open', {
    groupId,
    kind: 'dots',
    options: ids.map((id) => ({ kind: 'card' as const, id })),
  });
  const path = `/api/ballots/${ballotId}/papers.pdf`;
  const printed = await carol.http.get(`${path}?count=3&lang=fr`);
  expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(printed.headers.get('content-disposition')).toBe('attachment; filename="group-1-ballot-1-papers.pdf"');
  expect(pagesOf(printed.text)).toBe(3);
  const secrets = people.flatMap(({ displayName, seatId, joinCode, email }) => [displayName, seatId, joinCode, email]);
  expect(secrets.filter((secret) => printed.text.includes(secret))).toEqual([]);

  const asked = [rita, ...voters.slice(0, 1), mallory].map(({ http }) => http.get(path));
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 404]);
  expect((await server.stranger.get(path)).status).toBe(401);
  expect(await carol.http.get(`${path}?count=0`)).toMatchObject({ status: 400, body: { field: 'count' } });
  expect(await carol.http.get('/api/ballots/nowhere/papers.pdf')).toMatchObject({ status: 404 });
  await live.command('ballot.close', { ballotId });
  expect(await carol.http.get(path)).toMatchObject({ body: { code: 'ballot-closed' } });
});

test(
  'papers are printed before the ballot opens, with the letters it will have, and nothing is opened',
  { timeout: 60_000 },
  async () => {
    await using server = await bootServer();
    const { carol, rita, voters, mallory, groupId } = await seedGroup(server);
    const cards = [{ title: 'Water' }, { title: 'Fire' }];
    const { ids } = await must(carol.http.post<{ ids: CardId[] }>(`/api/groups/${groupId}/cards`, cards));
    const live = await server.live(carol.token);
    await live.command('group.watch', { groupId });
    const path = `/api/groups/${groupId}/papers.pdf`;
    const draft = { kind: 'dots', options: ids.map((id) => ({ kind: 'card', id })), settings: { budget: 2 } };
    const printed = await carol.http.post<string>(`${path}?count=2&large=true`, draft);
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(printed.headers.get('content-disposition')).toBe('attachment; filename="group-1-ballot-1-papers.pdf"');
    expect(pagesOf(printed.text)).toBe(2);
    expect((await live.command('group.watch', { groupId })).ballots).toEqual([]);

    const asked = [rita, ...voters.slice(0, 1), mallory].map(({ http }) => http.post(path, draft));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 404]);
    // As refused as an opening would be.
    const strange = { ...draft, settings: { budget: 2, cap: 3 } };
    expect(await carol.http.post(path, strange)).toMatchObject({ status: 400, body: { field: 'settings.cap' } });
    const unknown = { ...draft, options: [{ kind: 'cluster', id: 'nowhere' }] };
    expect(await carol.http.post(path, unknown)).toMatchObject({ status: 400, body: { field: 'options.0' } });
  },
);
