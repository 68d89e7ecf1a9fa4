import { expect, test } from 'vitest';
import { bootServer } from '../testing/boot-server.ts';
import { seedGroup } from '../testing/seed-group.ts';

test('the agenda is printed for chairs alone', async () => {
  await using server = await bootServer();
  const { symposium, carol, mallory } = await seedGroup(server);
  const path = `/api/symposia/${symposium.id}/agenda?format=pdf&lang=ar`;
  const printed = await server.organiser.get(path);
  expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(printed.headers.get('content-disposition')).toBe('attachment; filename="agenda.pdf"');
  expect(printed.text.startsWith('%PDF-1.7')).toBe(true);
  for (const { http } of [carol, mallory]) expect((await http.get(path)).status).toBe(403);
  expect((await server.stranger.get(path)).status).toBe(401);
  expect(await server.organiser.get(path.replace('pdf', 'docx'))).toMatchObject({ status: 400 });
});
