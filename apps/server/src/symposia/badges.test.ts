import { expect, test } from 'vitest';
import type { Symposium } from '@rapport/protocol/http';
import { bootServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup } from '../testing/seed-group.ts';

const pagesOf = (pdf: string): number => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('badges are printed for everybody on the roster, with the Wi-Fi where it is told', async () => {
  await using server = await bootServer();
  const { symposium, people } = await seedGroup(server);
  const path = `/api/symposia/${symposium.slug}/badges.pdf`;
  const plain = await server.organiser.get(path);
  expect([plain.status, plain.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(plain.headers.get('content-disposition')).toBe('attachment; filename="seeded-symposium-badges.pdf"');
  expect(pagesOf(plain.text)).toBe(Math.ceil(people.length / 4));

  const wifi = { name: 'Venue', password: 'spring-password' };
  const withWifi = await server.organiser.post(path, { wifi });
  expect(pagesOf(withWifi.text)).toBe(pagesOf(plain.text));
  expect(withWifi.text).not.toBe(plain.text);
  const told = [wifi.password, ...people.flatMap((one) => [one.displayName, one.joinCode])];
  expect(server.logLines.filter((line) => told.some((secret) => line.includes(secret)))).toEqual([]);

  const tents = await server.organiser.get(`${path}?form=tents&lang=ar`);
  expect(pagesOf(tents.text)).toBe(people.length);
});

test('what cannot be printed is refused, and says why', async () => {
  await using server = await bootServer();
  const empty = await must(
    server.organiser.post<Symposium>('/api/symposia', { title: 'Nobody yet', startsOn: '2026-02-14' }),
  );
  const path = `/api/symposia/${empty.id}/badges.pdf`;
  expect(await server.organiser.get(path)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(await server.organiser.post(path, { wifi: { name: '', password: 'x' } })).toMatchObject({
    status: 400,
    body: { field: 'wifi.name' },
  });
  expect(await server.organiser.get('/api/symposia/nowhere/badges.pdf')).toMatchObject({ status: 404 });
});

test('says so when the press fails, in the log without a word of what was to be printed', async () => {
  await using server = await bootServer({ env: { REPORT_FONTS: '/nowhere/at/all' } });
  const { symposium, people } = await seedGroup(server);
  const wifi = { name: 'Venue', password: 'spring-password' };
  const answer = await server.organiser.post(`/api/symposia/${symposium.slug}/badges.pdf`, { wifi });
  expect(answer).toMatchObject({ status: 500, body: { code: 'press-failed' } });
  const told = server.logLines.filter((line) => line.includes('sheets could not be printed'));
  expect(told).toHaveLength(1);
  const secrets = [wifi.password, ...people.flatMap((one) => [one.displayName, one.joinCode])];
  expect(secrets.filter((secret) => told[0]?.includes(secret))).toEqual([]);
});
